"""How long each task may take. Ours, unless a law is named; working days are the nation's own.

The moment due is the end of the staffed day. An urgent worry has a clock of its own (law.working_time.urgent_due).
"""

from datetime import date, datetime, time

from dateutil.relativedelta import relativedelta

from law.bank_holidays import BeyondKnownHolidaysError, counts_as_working_day
from law.clock import rectification_due
from law.working_time import LONDON, ONE_DAY, add_working_days
from people.models.task import TaskKind

END_OF_DAY = time(17)

WORKING_DAYS: dict[TaskKind, int] = {
    TaskKind.READ_CONTRIBUTION: 3,
    TaskKind.CONFIRM_DECISION: 2,
    TaskKind.LOOK_AGAIN: 5,
    TaskKind.TALK: 5,
    TaskKind.OPEN_CHAPTER: 10,
    TaskKind.NOT_ABOUT_ME: 1,  # it may be a personal data breach: UK GDPR Art 33 gives 72 hours
    TaskKind.CONFIRM_DISPOSAL: 5,
    TaskKind.CHECK_IDENTITY: 5,
    TaskKind.WRITE_WHY: 10,
    TaskKind.ASK_FOR_DOCUMENT: 20,
    TaskKind.APPRAISE_RECORD: 20,
    TaskKind.GONE_FROM_SOURCE: 10,
    TaskKind.WRITE_BACK_FAILED: 3,
    TaskKind.SECOND_LOOK: 3,
    TaskKind.CHECK_PLAIN: 5,
    TaskKind.PRINT_COPY: 5,
    TaskKind.ANSWER_ABOUT_SHARING: 3,
    TaskKind.GIVE_PAPER: 10,
    TaskKind.PAPER_EXPIRES: 10,
    TaskKind.PLAN_ANSWER: 5,
    TaskKind.ANSWER_REQUEST: 20,  # until the request's own clock has been reckoned: about a month (access_requests/clock.py)
    TaskKind.CHECK_REQUEST: 3,
    TaskKind.VOUCH: 3,
    TaskKind.CHILD_VIEW: 5,
    TaskKind.SEARCH_SOURCE: 5,
    TaskKind.SUPPORT_REQUEST: 2,
    TaskKind.DECIDE_COMPLAINT: 20,
    TaskKind.OPEN_MEDIA: 1,  # whatever words stand with it: a picture may say what the words do not
}


def end_of(day: date) -> datetime:
    """The end of that staffed day in the United Kingdom."""
    return datetime.combine(day, END_OF_DAY, tzinfo=LONDON)


def due_for(kind: TaskKind, at: datetime, nation: str) -> datetime:
    """When a task of this kind, made at that moment, is due. Raises KeyError for an urgent worry, whose clock is in hours.

    In a year whose bank holidays we do not hold, weekdays count: a young person can always send and ask.
    """
    today = at.astimezone(LONDON).date()
    try:
        if kind == TaskKind.ENTRY_IS_WRONG:
            return end_of(rectification_due(today, nation))  # UK GDPR Art 16 and 12A: one month, no pause
        return end_of(add_working_days(today, WORKING_DAYS[kind], nation))
    except BeyondKnownHolidaysError:
        return end_of(_due_by_weekdays(kind, today, nation))


def _due_by_weekdays(kind: TaskKind, today: date, nation: str) -> date:
    day, left = (today + relativedelta(months=1), 0) if kind == TaskKind.ENTRY_IS_WRONG else (today, WORKING_DAYS[kind])
    while left or not counts_as_working_day(day, nation):
        day += ONE_DAY
        left -= bool(left) and counts_as_working_day(day, nation)
    return day
