"""A question that waits long is asked about again, once, without pressing; and what they write to us meanwhile starts the clock again."""

from datetime import datetime, timedelta

from django.db import transaction

from access_requests.actions.answer_question import answer_question
from access_requests.actions.write_letter import write_letter
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.clock import LONG_QUESTION_DAYS, Kind, live_facts, open_questions
from access_requests.letters.kinds import LetterKind
from access_requests.models import AccessRequest, ClockFact, RequestLetter, RequestMessage
from audit.events import Event
from audit.record import record
from audit.who import Who
from law.clock import About
from law.working_time import london_day


@transaction.atomic
def chase_questions(*, by: Who, now: datetime) -> int:
    """Remind of every question, and of being asked who they are, that has waited ten days. Returns how many; run twice, none."""
    asked_by = london_day(now) - timedelta(days=LONG_QUESTION_DAYS)
    chased = 0
    for request in AccessRequest.objects.open().prefetch_related("clock_facts"):
        for fact in _waiting(request):
            if fact.on > asked_by or RequestLetter.objects.filter(kind=LetterKind.REMINDER, about_id=fact.pk).exists():
                continue
            letter = write_letter(request=request, kind=LetterKind.REMINDER, about=fact, by=by, now=now)
            if letter.at == now:  # else another sweep was sooner
                about = {"about_type": ABOUT, "about_id": request.pk}
                record(Event.REQUEST_REMINDED, child=chain_of(request), by=by, at=now, facts={"kind": fact.kind}, **about)
                chased += 1
    return chased


@transaction.atomic
def restart_answered(*, by: Who, now: datetime) -> int:
    """Count what the person wrote after our question as its answer, on the day they wrote. Returns how many clocks run again.

    Sooner rather than later: whether it was the answer an officer sees, and takes it out if not. Then only newer words count.
    """
    restarted = 0
    for request in AccessRequest.objects.open().filter(clock_facts__about=About.SCOPE).distinct():
        for question in open_questions(request):
            message = _newer_words(question) if question.about == About.SCOPE else None
            if message:
                answer_question(question=question, on=london_day(message.at), by=by, now=now)
                restarted += 1
    return restarted


def _waiting(request: AccessRequest) -> list[ClockFact]:
    """Open questions; and that we asked who they are, until we know."""
    live = live_facts(request)
    known = any(fact.kind == Kind.IDENTITY_RECEIVED for fact in live)
    return [*open_questions(request), *(fact for fact in live if fact.kind == Kind.IDENTITY_ASKED and not known)]


def _newer_words(question: ClockFact) -> RequestMessage | None:
    """The first message of theirs since we asked, and since an answer that was taken out again."""
    out = question.answered_by.order_by("-at").first()
    since = out.at if out else question.at
    found: RequestMessage | None = question.request.messages.filter(from_requester=True, at__gt=since).order_by("at").first()
    return found
