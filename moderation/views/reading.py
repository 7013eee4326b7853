"""One contribution on one screen: as it was made, what it is about, the answer, and four choices. One address for each verb."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from moderation.actions.add_note import add_note
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.keep_reply import keep_reply
from moderation.actions.propose_limit import propose_limit
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.release import release
from moderation.actions.reply import reply
from moderation.actions.return_proposal import return_proposal
from moderation.actions.talk_first import talk_first
from moderation.forms import AnswerForm, ReturnForm
from moderation.models import Reading
from moderation.plain_answers import check_is_plain, looked_over
from moderation.queries import open_reading, waiting_proposal
from moderation.views.page import done, forget_draft, form_for, found, reading_of, reads, whole_page
from people.access import current_user
from people.errors import NotAllowed
from people.models import User

Verb = Callable[[Reading, dict[str, Any], User, datetime], object]


@require_safe
@reads
def read(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Open a contribution."""
    return whole_page(request, found(request, pk))


@require_POST
@reads
def start(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Claim it."""
    contribution = found(request, pk)
    try:
        claim(contribution=contribution, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
    return redirect("moderation:reading", pk)


@require_POST
@reads
def put_back(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Put it back for somebody else."""
    contribution = found(request, pk)
    try:
        release(reading=reading_of(contribution), by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
        return redirect("moderation:reading", pk)
    messages.info(request, _("You put it back. Somebody else can read it now."))
    return redirect("moderation:queue")


@require_POST
@reads
def file_it(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Put it in the file."""

    def verb(reading: Reading, said: dict[str, Any], by: User, now: datetime) -> object:
        return file_words(reading=reading, reply=said["reply"], note=said["note"], by=by, now=now)

    return _decide(request, pk, verb, _("Their words are in the file, just as they wrote them. They can see your answer."))


@require_POST
@reads
def talk(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Talk first."""

    def verb(reading: Reading, said: dict[str, Any], by: User, now: datetime) -> object:
        return talk_first(reading=reading, reply=said["reply"], by=by, now=now)

    return _decide(request, pk, verb, _("They can see your answer. The talk is on your desk."))


@require_POST
@reads
def limit(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Propose to put it in the file and limit who sees it."""

    def verb(reading: Reading, said: dict[str, Any], by: User, now: datetime) -> object:
        return propose_limit(reading=reading, reply=said["reply"], explanation=said["limit_explanation"], by=by, now=now)

    return _decide(request, pk, verb, _("A second person looks at it now. Until then they see that it is being read."))


@require_POST
@reads
def refuse(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Propose not to add it."""

    def verb(reading: Reading, said: dict[str, Any], by: User, now: datetime) -> object:
        explanation = said["refusal_explanation"]
        return propose_not_adding(reading=reading, reason=said["reason"], reply=said["reply"], explanation=explanation, by=by, now=now)

    return _decide(request, pk, verb, _("A second person looks at it now. Until then they see that it is being read."))


@require_POST
@reads
def answer(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Answer without deciding."""
    contribution = found(request, pk)
    form = form_for(request, contribution, request.POST)
    try:
        if form.is_valid():
            check_is_plain(form.cleaned_data["reply"], anyway=form.cleaned_data["anyway"])
            reply(contribution=contribution, text=form.cleaned_data["reply"], by=current_user(request), now=timezone.now())
            forget_draft(contribution, request)
    except NotAllowed as refusal:
        form.refuse(refusal, "reply")
    return whole_page(request, contribution, form) if form.errors else done(request, _("They can see your answer."), pk)


@require_POST
@reads
def note(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Write a note beside it."""
    contribution = found(request, pk)
    form = form_for(request, contribution, request.POST)
    try:
        if form.is_valid():
            add_note(contribution=contribution, text=form.cleaned_data["note"], by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        form.add_error("note", refusal.sentence)
    return whole_page(request, contribution, form) if form.errors else done(request, _("Your note stands beside their words."), pk)


@require_POST
@reads
def keep(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Keep the answer while it is typed. Whoever begins to answer has begun to read: where nobody had, this starts it."""
    contribution, user, now = found(request, pk), current_user(request), timezone.now()
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"sentence": _("Part of this could not be kept.")}, status=422)
    text = form.cleaned_data["reply"]
    try:
        with transaction.atomic():
            reading = open_reading(contribution) or claim(contribution=contribution, by=user, now=now)
            keep_reply(reading=reading, text=text, by=user, now=now)
    except NotAllowed as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=409)
    advice = render_to_string("moderation/parts/advice.html", {"advice": looked_over(text)})
    return JsonResponse({"sentence": _("Your answer is kept. Only you can see it."), "advice": advice})


@require_POST
@reads
def confirm(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The second person agrees."""
    return _second(request, pk, agrees=True)


@require_POST
@reads
def send_back(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The second person does not agree."""
    return _second(request, pk, agrees=False)


def _second(request: HttpRequest, pk: UUID, *, agrees: bool) -> HttpResponseBase:
    contribution, form = found(request, pk), ReturnForm(request.POST)
    proposal, user, now = waiting_proposal(contribution), current_user(request), timezone.now()
    try:
        if proposal is None:
            raise NotAllowed("not_waiting", _("This does not wait for anybody any more. Open the page again to see how it stands now."))
        if not form.is_valid():
            return whole_page(request, contribution, back=form)
        if agrees:
            confirm_proposal(decision=proposal, by=user, now=now)
        else:
            return_proposal(decision=proposal, sentence=form.cleaned_data["sentence"], by=user, now=now)
    except NotAllowed as refusal:
        form.add_error(None, refusal.sentence)
        return whole_page(request, contribution, back=form)
    messages.info(
        request, _("You agreed. They can see the answer now.") if agrees else _("It is back with the reader, with your sentence.")
    )
    return redirect("moderation:queue")


def _decide(request: HttpRequest, pk: UUID, verb: Verb, sentence: str) -> HttpResponseBase:
    """Do one verb with what was typed. When it cannot be done the page comes back with every word still there.

    Deciding is also starting to read, where nobody had: both or neither.
    """
    contribution = found(request, pk)
    form = form_for(request, contribution, request.POST)
    if form.is_valid():
        user, now = current_user(request), timezone.now()
        try:
            check_is_plain(form.cleaned_data["reply"], anyway=form.cleaned_data["anyway"])
            with transaction.atomic():
                verb(open_reading(contribution) or claim(contribution=contribution, by=user, now=now), form.cleaned_data, user, now)
        except NotAllowed as refusal:
            form.refuse(refusal)
    if form.errors:
        return whole_page(request, found(request, pk), form)
    messages.info(request, sentence)
    return redirect("moderation:queue")
