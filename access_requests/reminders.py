"""What an officer is reminded of about a request, and when: one table of days. Reckoned from its facts, so nothing is forgotten.

reminders(request, today=date(2026, 12, 10))   ->   (Reminder.MORE_TIME, ...): what holds on that day, soonest needed first
"""

from collections.abc import Callable
from datetime import date, timedelta
from enum import StrEnum

from access_requests.clock import (
    LONG_QUESTION_DAYS,
    VERY_LONG_QUESTION_DAYS,
    Kind,
    clock_of,
    is_late,
    live_facts,
    may_extend,
    open_questions,
)
from access_requests.models import AccessRequest, ClockFact
from law.bank_holidays import Nation
from law.clock import Clock
from law.other_clocks import REPORTER_WORK_TO, health_opinion_holds
from law.wording import gettext_noop

A_WEEK = timedelta(days=7)
TWO_DAYS = timedelta(days=2)
DECIDE_AFTER = timedelta(days=15)  # ours: by then an officer decides whether more time is needed
HEALTH_DAYS = timedelta(days=14)  # ours


class Reminder(StrEnum):
    """One thing to think of."""

    LATE = "request_late"
    TWO_DAYS_LEFT = "request_two_days_left"
    WEEK_LEFT = "request_week_left"
    MORE_TIME = "request_more_time"
    REPORTER = "request_reporter"
    HEALTH_WAITS = "request_health_waits"
    OPINION_OLD = "request_opinion_old"
    NO_ANSWER = "request_no_answer"
    QUESTION_WAITS = "request_question_waits"


SENTENCES: dict[Reminder, str] = {
    Reminder.LATE: gettext_noop("This is late. They were told so. Write to them when they will have it."),
    Reminder.TWO_DAYS_LEFT: gettext_noop("The day to work to is in two days or less."),
    Reminder.WEEK_LEFT: gettext_noop("The day to work to is in a week or less."),
    Reminder.MORE_TIME: gettext_noop("Decide now whether you need two more months. After the first month it is too late to say so."),
    Reminder.REPORTER: gettext_noop("The Principal Reporter has not answered. Nothing that came from them may be given before that."),
    Reminder.HEALTH_WAITS: gettext_noop("A health professional has not answered for two weeks. This does not stop the time."),
    Reminder.OPINION_OLD: gettext_noop("A health opinion is more than six months old. It cannot be relied on any more: ask again."),
    Reminder.NO_ANSWER: gettext_noop("They have not answered for a month. Ring or visit them before you decide anything."),
    Reminder.QUESTION_WAITS: gettext_noop("Your question has waited for ten days. They were asked once more."),
}


def reminders(request: AccessRequest, *, today: date) -> tuple[Reminder, ...]:
    """Everything that holds about an open request on that day; nothing about one that has ended."""
    if request.ended_at is not None:
        return ()
    clock = clock_of(request, today=today)
    live = live_facts(request)
    holds: dict[Reminder, Callable[[], bool]] = {
        Reminder.LATE: lambda: is_late(request, today=today),
        Reminder.TWO_DAYS_LEFT: lambda: _is_near(clock, today, TWO_DAYS),
        Reminder.WEEK_LEFT: lambda: _is_near(clock, today, A_WEEK) and not _is_near(clock, today, TWO_DAYS),
        Reminder.MORE_TIME: lambda: _is_time_to_decide(request, clock, today),
        Reminder.REPORTER: lambda: _waits(live, Kind.REPORTER_ASKED, today - timedelta(days=REPORTER_WORK_TO), request.nation),
        Reminder.HEALTH_WAITS: lambda: _waits(live, Kind.HEALTH_ASKED, today - HEALTH_DAYS, request.nation),
        Reminder.OPINION_OLD: lambda: _is_old(live, today),
        Reminder.NO_ANSWER: lambda: _asked_before(request, today - timedelta(days=VERY_LONG_QUESTION_DAYS)),
        Reminder.QUESTION_WAITS: lambda: (
            _asked_before(request, today - timedelta(days=LONG_QUESTION_DAYS))
            and not _asked_before(request, today - timedelta(days=VERY_LONG_QUESTION_DAYS))
        ),
    }
    return tuple(one for one, hold in holds.items() if hold())


def _is_near(clock: Clock | None, today: date, span: timedelta) -> bool:
    return bool(clock and clock.due_cautious and clock.due and today <= clock.due and clock.due_cautious - today <= span)


def _is_time_to_decide(request: AccessRequest, clock: Clock | None, today: date) -> bool:
    return bool(clock and clock.starts and today >= clock.starts + DECIDE_AFTER and may_extend(request, today=today))


def _waits(live: list[ClockFact], kind: str, since: date, nation: str) -> bool:
    """Whether something of this kind was asked on or before that day and has no answer. The Reporter is Scotland's."""
    if kind == Kind.REPORTER_ASKED and nation != Nation.SCOTLAND:
        return False
    answered = {fact.answers_id for fact in live}
    return any(fact.kind == kind and fact.pk not in answered and fact.on <= since for fact in live)


def _is_old(live: list[ClockFact], today: date) -> bool:
    """Whether the newest opinion cannot be relied on any more."""
    opinions = [fact.on for fact in live if fact.kind == Kind.HEALTH_ANSWERED]
    return bool(opinions) and not health_opinion_holds(max(opinions), on=today)


def _asked_before(request: AccessRequest, day: date) -> bool:
    return any(fact.on <= day for fact in open_questions(request))
