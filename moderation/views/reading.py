"""One contribution on one screen: as it was made, what it is about, the answer, and four choices. One address for each verb."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from moderation.actions.add_note import add_note
from moderation.actions.claim import claim
from moderation.actions.confirm_proposal import confirm_proposal
from moderation.actions.file_words import file_words
from moderation.actions.keep_reply import keep_reply
from moderation.actions.look import look
from moderation.actions.propose_limit import propose_limit
from moderation.actions.propose_not_adding import propose_not_adding
from moderation.actions.release import release
from moderation.actions.reply import reply
from moderation.actions.return_proposal import return_proposal
from moderation.actions.talk_first import talk_first
from moderation.forms import AnswerForm, ReturnForm
from moderation.models import Reading
from moderation.queries import open_reading, waiting_proposal
from moderation.views.shown import reading_context
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.models import User
from people.roles import Permission
from stories.models import Contribution

Verb = Callable[[Reading, dict[str, Any], User, datetime], object]
reads = staff_page(Permission.READ_CONTRIBUTIONS)


@require_safe
@reads
def read(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Open a contribution."""
    return _page(request, _found(request, pk))


@require_POST
@reads
def start(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Claim it."""
    contribution = _found(request, pk)
    try:
        claim(contribution=contribution, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
    return redirect("moderation:reading", pk)


@require_POST
@reads
def put_back(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Put it back for somebody else."""
    contribution = _found(request, pk)
    try:
        release(reading=_reading(contribution), by=current_user(request), now=timezone.now())
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
    contribution, form = _found(request, pk), AnswerForm(request.POST)
    try:
        if form.is_valid():
            reply(contribution=contribution, text=form.cleaned_data["reply"], by=current_user(request), now=timezone.now())
            _forget_draft(contribution, request)
    except NotAllowed as refusal:
        form.add_error("reply", refusal.sentence)
    return _page(request, contribution, form) if form.errors else _done(request, _("They can see your answer."), pk)


@require_POST
@reads
def note(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Write a note beside it."""
    contribution, form = _found(request, pk), AnswerForm(request.POST)
    try:
        if form.is_valid():
            add_note(contribution=contribution, text=form.cleaned_data["note"], by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        form.add_error("note", refusal.sentence)
    return _page(request, contribution, form) if form.errors else _done(request, _("Your note stands beside their words."), pk)


@require_POST
@reads
def keep(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Keep the answer while it is typed."""
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return JsonResponse({"sentence": _("Part of this could not be kept.")}, status=422)
    try:
        keep_reply(reading=_reading(_found(request, pk)), text=form.cleaned_data["reply"], by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        return JsonResponse({"sentence": refusal.sentence}, status=409)
    return JsonResponse({"sentence": _("Your answer is kept. Only you can see it.")})


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
    contribution, form = _found(request, pk), ReturnForm(request.POST)
    proposal, user, now = waiting_proposal(contribution), current_user(request), timezone.now()
    try:
        if proposal is None:
            raise NotAllowed("not_waiting", _("This does not wait for anybody any more. Open the page again to see how it stands now."))
        if not form.is_valid():
            return _page(request, contribution, back=form)
        if agrees:
            confirm_proposal(decision=proposal, by=user, now=now)
        else:
            return_proposal(decision=proposal, sentence=form.cleaned_data["sentence"], by=user, now=now)
    except NotAllowed as refusal:
        form.add_error(None, refusal.sentence)
        return _page(request, contribution, back=form)
    messages.info(
        request, _("You agreed. They can see the answer now.") if agrees else _("It is back with the reader, with your sentence.")
    )
    return redirect("moderation:queue")


def _decide(request: HttpRequest, pk: UUID, verb: Verb, sentence: str) -> HttpResponseBase:
    """Do one verb with what was typed. When it cannot be done the page comes back with every word still there.

    Deciding is also starting to read, where nobody had: both or neither.
    """
    contribution, form = _found(request, pk), AnswerForm(request.POST)
    if form.is_valid():
        user, now = current_user(request), timezone.now()
        try:
            with transaction.atomic():
                verb(open_reading(contribution) or claim(contribution=contribution, by=user, now=now), form.cleaned_data, user, now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
    if form.errors:
        return _page(request, _found(request, pk), form)
    messages.info(request, sentence)
    return redirect("moderation:queue")


def _done(request: HttpRequest, sentence: str, pk: UUID) -> HttpResponseBase:
    messages.info(request, sentence)
    return redirect("moderation:reading", pk)


def _found(request: HttpRequest, pk: UUID) -> Contribution:
    user, now = current_user(request), timezone.now()
    found = Contribution.objects.visible_to(user, now).filter(pk=pk).select_related("child").first()
    if found is None:
        raise Http404
    return found


def _reading(contribution: Contribution) -> Reading:
    found = open_reading(contribution)
    if found is None:
        raise NotAllowed("not_started", _("Press Start reading first, so that they see who reads it. What you typed is still here."))
    return found


def _forget_draft(contribution: Contribution, request: HttpRequest) -> None:
    """Once it is sent, the kept answer is empty again."""
    reading = open_reading(contribution)
    if reading and reading.reader == current_user(request):
        keep_reply(reading=reading, text="", by=reading.reader, now=timezone.now())


def _page(request: HttpRequest, contribution: Contribution, form: AnswerForm | None = None, back: ReturnForm | None = None) -> HttpResponse:
    """The whole screen. However it is shown, the look is written down before anything is shown."""
    user, now = current_user(request), timezone.now()
    look(contribution=contribution, by=user, now=now)
    shown = reading_context(contribution, user, now)
    typed = shown["reading"].reply_draft if shown["is_mine"] else ""
    shown["form"], shown["back"] = form or AnswerForm(initial={"reply": typed}), back or ReturnForm()
    wrong = bool((form and form.errors) or (back and back.errors))
    return render(request, "moderation/reading.html", shown, status=422 if wrong else 200)
