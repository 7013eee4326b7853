"""Finding out who asks: papers and other ways, a worker who knows them, and questions from the file in a live call."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from access_requests.actions.accept_identity import accept_identity, identity_not_enough
from access_requests.actions.ask_for_identity import ask_for_identity
from access_requests.actions.ask_to_vouch import ask_to_vouch
from access_requests.actions.keep_round import keep_round
from access_requests.actions.look_at_request import look_at_request
from access_requests.forms.who import AskForIdentityForm, RoundForm, SeenForm
from access_requests.models import AccessRequest
from access_requests.proof import NEVER_SAY
from access_requests.queries.who import is_known
from access_requests.queries.who_rounds import questions_for, rounds_left_for
from access_requests.views.request_page import do, found, handles_requests
from people.access import current_user
from people.errors import NotAllowed

FORM_METHODS = ["GET", "HEAD", "POST"]
KNOWN = gettext_lazy("Written down: we know who is asking.")
NOT_ENOUGH = gettext_lazy("Not enough. Say only that another way is needed, never which were right.")


def done(form: forms.Form, verb: Callable[..., object], request: HttpRequest, one: AccessRequest, **given: Any) -> bool:
    """Do one verb with what the form holds; when it may not be, the form says why and keeps every word."""
    if not form.is_valid():
        return False
    try:
        verb(request=one, by=current_user(request), now=timezone.now(), **given)
    except NotAllowed as refusal:
        form.add_error(None, refusal.sentence)
    return not form.errors


@handles_requests
@require_http_methods(FORM_METHODS)
def identity(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every step so far; ask for one, or write down what came of it."""
    one = found(request, pk)
    asks = AskForIdentityForm(request.POST if "ask" in request.POST else None, prefix="ask")
    wrote = request.POST if "enough" in request.POST or "not_enough" in request.POST else None
    seen = SeenForm(wrote, prefix="seen", signed_in=one.requester_id is not None)
    if request.method == "POST" and (finished := _wrote(request, one, asks, seen)):
        messages.success(request, finished)
        return redirect("access_requests:request", one.pk)
    look_at_request(request=one, by=current_user(request), now=timezone.now())
    wrong = next((form for form in (asks, seen) if form.errors), None)
    shown = {"one": one, "known": is_known(one), "steps": one.identity_steps.all(), "asks": asks, "seen": seen, "wrong": wrong}
    return render(request, "access_requests/identity.html", shown, status=422 if wrong else 200)


def _wrote(request: HttpRequest, one: AccessRequest, asks: AskForIdentityForm, seen: SeenForm) -> str:
    """What happened, as a sentence; "" when nothing did."""
    if asks.is_bound:
        asked = asks.is_valid() and done(asks, ask_for_identity, request, one, **asks.cleaned_data)
        return gettext("Asked for. The time starts when it reaches us. Now tell them.") if asked else ""
    if not seen.is_bound or not seen.is_valid():
        return ""
    given = dict(seen.cleaned_data)
    if "enough" in request.POST:
        return str(KNOWN) if done(seen, accept_identity, request, one, **given) else ""
    given.pop("on")
    missing = gettext("Written down. Tell them what is missing, and which other way they have.")
    return missing if done(seen, identity_not_enough, request, one, **given) else ""


@require_POST
@handles_requests
def ask_worker(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Ask their worker whether it is they who ask."""
    return do(request, pk, ask_to_vouch, gettext("Asked. Their worker has three working days."))


@handles_requests
@require_http_methods(FORM_METHODS)
def questions(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The questions for one call, what the file says to each, and how they did."""
    user, now, one = current_user(request), timezone.now(), found(request, pk)
    asked = questions_for(one, user, now)
    form = RoundForm(request.POST or None, questions=asked)
    if request.method == "POST" and form.is_valid() and done(form, keep_round, request, one, answers=form.answers):
        messages.success(request, KNOWN if is_known(one) else NOT_ENOUGH)
        return redirect("access_requests:request", one.pk)
    look_at_request(request=one, by=user, now=now)
    left = rounds_left_for(one, now)
    rows = [(form[ask], says) for ask, says in form.says.items()]
    shown = {"one": one, "form": form, "rows": rows, "left": left, "known": is_known(one), "never_say": gettext(NEVER_SAY)}
    return render(request, "access_requests/questions.html", shown, status=422 if form.errors else 200)
