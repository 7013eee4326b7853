"""When a request must be answered: reckoned each time from its facts (law/clock.py), never stored.

    clock_of(request, today=date(2026, 11, 22)).due_cautious   ->   the day to work to
    why_in_words(request, today=...)                           ->   every step in a sentence, with its law

A fact that was wrong stays where it is and counts no more: another fact corrects it.
"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext

from access_requests.models import AccessRequest, ClockFact
from law.bank_holidays import BeyondKnownHolidaysError, Nation
from law.clock import About, Clock, Extension, Facts, Pause, Right, State, request_clock
from law.clock_reasons import Reason, reasons
from law.working_time import london_day
from people.models import TaskKind
from people.task_clocks import due_for, end_of

Kind = ClockFact.Kind
LONG_QUESTION_DAYS = 10  # ours: a question that waits as long is asked about again
VERY_LONG_QUESTION_DAYS = 30  # about a month without an answer: somebody decides what happens with the request

# What an officer keeps besides questions: what each answers. Those that answer nothing begin something.
ANSWERS: dict[str, str] = {
    Kind.FEE_PAID: Kind.FEE_ASKED,
    Kind.HEALTH_ANSWERED: Kind.HEALTH_ASKED,
    Kind.REPORTER_ANSWERED: Kind.REPORTER_ASKED,
}
STAYS = (Kind.IDENTITY_ASKED, Kind.IDENTITY_RECEIVED)  # they follow from what was found out about who asks
SCOTTISH = (Kind.REPORTER_ASKED, Kind.REPORTER_ANSWERED)


def can_be_kept(nation: str) -> tuple[str, ...]:
    """The kinds of fact an officer keeps besides questions; the Principal Reporter is Scotland's."""
    pairs = ((asked, answered) for answered, asked in ANSWERS.items())
    return tuple(kind for pair in pairs for kind in pair if kind not in SCOTTISH or nation == Nation.SCOTLAND)


def live_facts(request: AccessRequest) -> list[ClockFact]:
    """The facts that count, in the order of their days: those that nothing corrects, and no corrections."""
    facts = list(request.clock_facts.all())
    wrong = {fact.corrects_id for fact in facts if fact.kind == Kind.TAKEN_OUT}
    return [fact for fact in facts if fact.pk not in wrong and fact.kind != Kind.TAKEN_OUT]


def facts_of(request: AccessRequest) -> Facts:
    """What moves the clock of this request. Who somebody is moves it only when we asked (law.md 1.2 step 2)."""
    live = live_facts(request)
    asked = _first(live, Kind.IDENTITY_ASKED)
    fee = _first(live, Kind.FEE_ASKED)
    return Facts(
        received=request.received_on,
        right=Right(request.right),
        identity_asked=asked is not None,
        identity_received=_first(live, Kind.IDENTITY_RECEIVED) if asked else None,
        fee_asked=fee is not None,
        fee_paid=_first(live, Kind.FEE_PAID) if fee else None,
        pauses=tuple(_pauses(live)),
        extension=next((Extension(fact.on, fact.words) for fact in live if fact.kind == Kind.EXTENDED), None),
    )


def clock_of(request: AccessRequest, *, today: date) -> Clock | None:
    """The clock of the request today, or as it stood when the request ended; None in a year whose bank holidays we do not hold."""
    ended = london_day(request.ended_at) if request.ended_at else today
    try:
        return request_clock(facts_of(request), nation=request.nation, today=min(today, ended))
    except BeyondKnownHolidaysError:
        return None


def why_in_words(request: AccessRequest, *, today: date) -> tuple[Reason, ...]:
    """Every step of the reckoning as the person who asked reads it, in the language in use, with its law."""
    clock = clock_of(request, today=today)
    if clock is None:
        return (Reason(gettext("We do not know the bank holidays of that year yet, so we cannot give you a day.")),)
    return reasons(clock, gettext)


def is_late(request: AccessRequest, *, today: date) -> bool:
    """Whether the last day in law has passed without an answer. Never while the clock stands or has not started."""
    clock = clock_of(request, today=today)
    running = clock is not None and clock.state is State.RUNNING and clock.due is not None
    return bool(request.ended_at is None and running and clock and clock.due and today > clock.due)


def owed_by(request: AccessRequest, now: datetime) -> datetime:
    """The moment its task is due: the end of the cautious day, or some twenty working days while there is no day yet."""
    clock = clock_of(request, today=london_day(now))
    if clock is None or clock.due_cautious is None:
        return due_for(TaskKind.ANSWER_REQUEST, now, request.nation)
    return end_of(clock.due_cautious)


def open_questions(request: AccessRequest) -> list[ClockFact]:
    """The questions nobody has answered yet, oldest first, whatever they are about."""
    live = live_facts(request)
    answered = {fact.answers_id for fact in live if fact.kind == Kind.QUESTION_ANSWERED}
    return [fact for fact in live if fact.kind == Kind.QUESTION_ASKED and fact.pk not in answered]


def waiting_for(request: AccessRequest, kind: str) -> ClockFact | None:
    """The oldest fact of this kind that nothing has answered yet."""
    live = live_facts(request)
    answered = {fact.answers_id for fact in live if fact.answers_id}
    return next((fact for fact in live if fact.kind == kind and fact.pk not in answered), None)


def may_extend(request: AccessRequest, *, today: date) -> bool:
    """Whether they can still be told that two more months are needed: once, and within the first month (Art 12A(4))."""
    clock = clock_of(request, today=today)
    told = any(fact.kind == Kind.EXTENDED for fact in live_facts(request))
    return not told and clock is not None and clock.extension_notice_by is not None and today <= clock.extension_notice_by


def _first(live: Iterable[ClockFact], kind: str) -> date | None:
    return next((fact.on for fact in live if fact.kind == kind), None)


def _pauses(live: list[ClockFact]) -> Iterable[Pause]:
    for asked in live:
        if asked.kind == Kind.QUESTION_ASKED:
            answered = next((fact.on for fact in live if fact.kind == Kind.QUESTION_ANSWERED and fact.answers_id == asked.pk), None)
            yield Pause(asked.on, answered, About(asked.about))
