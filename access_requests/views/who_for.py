"""Asking for another person: what lets them, what the young person thinks, and whether a child understands what asking means."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from access_requests.actions.ask_for_view import ask_for_view, let_them_say
from access_requests.actions.check_authority import check_authority
from access_requests.actions.end_authority import end_authority
from access_requests.actions.look_as_worker import look_as_worker
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.record_competence import record_competence
from access_requests.actions.say_view import say_view
from access_requests.actions.vouch import vouch
from access_requests.audit_chain import ABOUT
from access_requests.forms.who import AuthorityForm, EndForm, HeardForm, UnderstandingForm, VouchForm
from access_requests.models import AccessRequest, Competence
from access_requests.permissions import can
from access_requests.queries.who import age_of, authority_of, competence_of, proposal_of, was_told
from access_requests.views.request_page import do, found, handles_requests
from access_requests.views.who import FORM_METHODS, done
from access_requests.who_permissions import check_may_hear
from law.who_may_ask import RULES, Asker
from law.working_time import london_day
from people.access import current_user, staff_page
from people.models import Child, Task, TaskKind, User
from people.permissions import decides_for


@handles_requests
@require_http_methods(FORM_METHODS)
def authority(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What lets them ask for this person: what was seen, how far it goes, and ending it."""
    one = _for_another(found(request, pk))
    held = authority_of(one)
    first = {name: getattr(held, name) for name in AuthorityForm.base_fields} if held else _as_they_said(one)
    posted = request.POST if request.method == "POST" else None
    ending = posted is not None and "why" in posted
    form, ends = AuthorityForm(None if ending else posted, initial=first), EndForm(posted if ending else None)
    if request.method == "POST":
        if form.is_bound and form.is_valid() and done(form, check_authority, request, one, **form.cleaned_data):
            messages.success(request, gettext("Written down what lets them ask."))
            return redirect("access_requests:request", one.pk)
        if ends.is_bound and ends.is_valid() and done(ends, end_authority, request, one, **ends.cleaned_data):
            messages.success(request, gettext("Ended. They see nothing of it any more, from now on."))
            return redirect("access_requests:request", one.pk)
    look_at_request(request=one, by=current_user(request), now=timezone.now())
    wrong = next((each for each in (form, ends) if each.errors), None)
    rule = RULES[Asker(one.asker)]
    shown = {"one": one, "held": held, "form": form, "ends": ends, "wrong": wrong, "proof": gettext(rule.proof), "law": rule.law}
    return render(request, "access_requests/authority.html", shown, status=422 if wrong else 200)


@staff_page()
@require_http_methods(FORM_METHODS)
def hear_view(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """What the young person thinks: for those who work with them, and those who handle the request."""
    user, now = current_user(request), timezone.now()
    one = _heard_by(user, pk, now)
    form = HeardForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and done(form, say_view, request, one, **form.cleaned_data):
        messages.success(request, gettext("Written down. Whoever asked is not told what they said."))
        return _back(request, one)
    _look(one, user, now)
    child_user = one.child.user if one.child else None
    shown = {
        "one": one,
        "form": form,
        "views": one.child_views.order_by("-at"),
        "told": child_user is not None and was_told(one, child_user),
        "has_account": child_user is not None,
        "officer": AccessRequest.objects.visible_to(user, now).filter(pk=one.pk).exists(),
    }
    return render(request, "access_requests/hear_view.html", shown, status=422 if form.errors else 200)


@require_POST
@staff_page()
def let_say(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """They were told, and may answer on a page of their own."""
    one = _heard_by(current_user(request), pk, timezone.now())
    form = HeardForm({"says": "talk", "words": "."})
    if done(form, let_them_say, request, one):
        messages.success(request, gettext("They find a page for it when they sign in."))
    else:
        messages.error(request, str(form.non_field_errors()[0]))
    return redirect("access_requests:hear_view", one.pk)


@require_POST
@handles_requests
def ask_view(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Ask their worker to talk with them."""
    return do(request, pk, ask_for_view, gettext("Asked. Their worker has five working days, and the request waits."))


@staff_page()
@require_http_methods(FORM_METHODS)
def say_i_know(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A worker was asked whether they know that it is this young person who asks."""
    user, now = current_user(request), timezone.now()
    rows = Task.objects.open().filter(kind=TaskKind.VOUCH, about_type=ABOUT, about_id=pk)
    task = rows.filter(child__in=Child.objects.worked_with_by(user, now)).select_related("child").first()
    if task is None:
        raise Http404
    one = AccessRequest.objects.get(pk=pk)
    form = VouchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        if done(form, _vouch, request, one, task=task, knows=given["knows"] == "yes", words=given["words"]):
            messages.success(request, gettext("Thank you. The officer goes on from here."))
            return redirect("portal:desk")
    _look(one, user, now)
    return render(request, "access_requests/vouch.html", {"one": one, "task": task, "form": form}, status=422 if form.errors else 200)


@staff_page()
@require_http_methods(FORM_METHODS)
def understanding(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Whether they understand what it means to ask: every note, and a new one."""
    user, now = current_user(request), timezone.now()
    one = _seen_by(user, pk, now)
    child = one.child
    if child is None:
        raise Http404
    age = age_of(child, london_day(now))
    form = UnderstandingForm(request.POST or None, child=child, age=age)
    if request.method == "POST" and form.is_valid() and done(form, _note, request, one, **form.cleaned_data):
        messages.success(request, gettext("Written down. They can read that you wrote it."))
        return _back(request, one)
    _look(one, user, now)
    notes = Competence.objects.filter(child=child).order_by("-at")
    shown = {"one": one, "form": form, "notes": notes, "counts": competence_of(child), "waits": proposal_of(child), "age": age}
    return render(request, "access_requests/understanding.html", shown, status=422 if form.errors else 200)


def _look(one: AccessRequest, user: User, now: datetime) -> None:
    """Write the look down: as that of somebody who handles it, or of a worker who was only asked about the young person."""
    if AccessRequest.objects.visible_to(user, now).filter(pk=one.pk).exists():
        look_at_request(request=one, by=user, now=now)
    else:
        look_as_worker(request=one, by=user, now=now)


def _vouch(*, request: AccessRequest, task: Task, knows: bool, words: str, by: User, now: datetime) -> object:
    return vouch(task=task, knows=knows, words=words, by=by, now=now)


def _note(*, request: AccessRequest, by: User, now: datetime, **given: Any) -> object:
    if request.child is None:
        raise Http404
    return record_competence(child=request.child, request=request, by=by, now=now, **given)


def _for_another(one: AccessRequest) -> AccessRequest:
    """The request, when somebody asks for another person. Raises Http404 for what somebody asks for themselves."""
    if one.asker == AccessRequest.Asker.SELF:
        raise Http404
    return one


def _as_they_said(one: AccessRequest) -> dict[str, str]:
    return {"name": one.known_as, "organisation": str(one.answers.get("organisation", ""))}


def _seen_by(user: User, pk: UUID, now: datetime) -> AccessRequest:
    """The request, for those who may see it and for those who work with the person it is about. Raises Http404."""
    one = AccessRequest.objects.filter(pk=pk).select_related("child__user").first()
    if one is None:
        raise Http404
    mine = AccessRequest.objects.visible_to(user, now).filter(pk=pk).exists()
    if not mine and not (one.child and decides_for(user, one.child, now)):
        raise Http404
    return one


def _heard_by(user: User, pk: UUID, now: datetime) -> AccessRequest:
    """The request of somebody else about a young person this user may ask. Raises Http404."""
    one = _for_another(_seen_by(user, pk, now))
    if one.child is None or not can(check_may_hear, user, one, now):
        raise Http404
    return one


def _back(request: HttpRequest, one: AccessRequest) -> HttpResponseBase:
    """To the request for those who see it, to their own page for a worker who was only asked."""
    seen = AccessRequest.objects.visible_to(current_user(request), timezone.now()).filter(pk=one.pk).exists()
    return redirect("access_requests:request", one.pk) if seen else redirect("portal:desk")
