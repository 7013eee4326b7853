"""The page about the time of a request: what was kept, how the day was reckoned, and one address for each thing an officer keeps."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.answer_question import answer_question
from access_requests.actions.ask_question import ask_question
from access_requests.actions.extend_request import extend_request
from access_requests.actions.keep_fact import keep_fact
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.take_out_fact import take_out_fact
from access_requests.forms.clock import AnswerForm, FactForm, MoreTimeForm, QuestionForm, TakeOutForm
from access_requests.models import AccessRequest, ClockFact
from access_requests.queries.part_clock import part
from access_requests.views.request_page import found, handles_requests, on_requests
from law.working_time import london_day
from people.access import current_user
from people.errors import NotAllowed

CHANGE_FIRST = 422
FORM_METHODS = ["GET", "HEAD", "POST"]
FIELDS = {
    "no_words": ("words", "reasons", "why"),
    "no_about": ("about",),
    "not_yet": ("on",),
    "too_early": ("on",),
    "before_asked": ("on",),
    "nothing_asked": ("kind",),
}


@require_safe
@on_requests
def time(http: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything about its time."""
    return _page(http, found(http, pk))


@require_POST
@handles_requests
def ask(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Ask them something."""
    one, form = found(http, pk), QuestionForm(http.POST, prefix="ask")
    said = _("Asked. They get a letter with your question.")
    return _keep(http, one, form, "question_form", lambda **given: ask_question(request=one, **given), said)


@require_POST
@handles_requests
def more_time(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Say that two more months are needed."""
    one, form = found(http, pk), MoreTimeForm(http.POST, prefix="more")
    said = _("They are told, with the new day and why.")
    return _keep(http, one, form, "more_form", lambda **given: extend_request(request=one, **given), said)


@require_POST
@handles_requests
def fact(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Keep a fee, an opinion or the Reporter."""
    one = found(http, pk)
    kinds = part(one, current_user(http), timezone.now()).kinds
    form = FactForm(http.POST, prefix="fact", kinds=kinds)
    return _keep(http, one, form, "fact_form", lambda **given: keep_fact(request=one, **given), _("It is kept."))


@require_http_methods(FORM_METHODS)
@handles_requests
def answer(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Their answer to one question."""
    now = timezone.now()
    kept = _fact(http, pk)
    form = AnswerForm(http.POST if http.method == "POST" else None, initial={"on": london_day(now)})
    return _one(http, kept, form, lambda **given: answer_question(question=kept, **given), _("It is kept. The day is reckoned again."))


@require_http_methods(FORM_METHODS)
@handles_requests
def take_out(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Say that one fact was wrong."""
    kept = _fact(http, pk)
    form = TakeOutForm(http.POST if http.method == "POST" else None)
    said = _("It counts no more. It stays to be seen, with what you wrote.")
    return _one(http, kept, form, lambda **given: take_out_fact(fact=kept, **given), said)


def _fact(http: HttpRequest, pk: UUID) -> ClockFact:
    """One fact of a request this officer may see. Raises Http404."""
    seen = AccessRequest.objects.visible_to(current_user(http), timezone.now())
    kept: ClockFact = get_object_or_404(ClockFact.objects.select_related("request__child"), pk=pk, request__in=seen)
    return kept


def _did(http: HttpRequest, form: forms.Form, verb: Callable[..., object]) -> bool:
    """Do it with what was typed. Whether it was done; why not stands in the form then."""
    if not form.is_valid():
        return False
    try:
        verb(**form.cleaned_data, by=current_user(http), now=timezone.now())
    except NotAllowed as refusal:
        field = next((name for name in FIELDS.get(refusal.code, ()) if name in form.fields), None)
        form.add_error(field, refusal.sentence)
        return False
    return True


def _keep(http: HttpRequest, one: AccessRequest, form: forms.Form, name: str, verb: Callable[..., object], said: str) -> HttpResponseBase:
    if not _did(http, form, verb):
        return _page(http, one, **{name: form}, sent=form)
    messages.info(http, said)
    return redirect("access_requests:request_time", one.pk)


def _one(http: HttpRequest, kept: ClockFact, form: forms.Form, verb: Callable[..., object], said: str) -> HttpResponseBase:
    """A page with one form about one fact."""
    if http.method == "POST" and _did(http, form, verb):
        messages.info(http, said)
        return redirect("access_requests:request_time", kept.request_id)
    user, now = current_user(http), timezone.now()
    look_at_request(request=kept.request, by=user, now=now)
    line = next(one for one in part(kept.request, user, now).facts if one.fact.pk == kept.pk)
    shown = {"one": kept.request, "line": line, "form": form, "answers": isinstance(form, AnswerForm)}
    return render(http, "access_requests/clock/fact.html", shown, status=CHANGE_FIRST if form.errors else 200)


def _page(http: HttpRequest, one: AccessRequest, *, sent: forms.Form | None = None, **given: Any) -> HttpResponse:
    user, now = current_user(http), timezone.now()
    look_at_request(request=one, by=user, now=now)
    holds = part(one, user, now)
    shown = {
        "one": one,
        "part": holds,
        "sent": sent,
        "question_form": QuestionForm(prefix="ask"),
        "more_form": MoreTimeForm(prefix="more"),
        "fact_form": FactForm(prefix="fact", kinds=holds.kinds, initial={"on": london_day(now)}),
        **given,
    }
    return render(http, "access_requests/clock/time.html", shown, status=CHANGE_FIRST if sent else 200)
