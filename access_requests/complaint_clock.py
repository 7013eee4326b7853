"""The days of a complaint: when we must have said that we have it (DPA 2018 s 164A), and when we mean to have answered it.

acknowledge_by(complaint).by   ->   date(2026, 12, 29) for one that came on 26 November 2026 in England
"""

from datetime import date, datetime, timedelta

from django.utils.translation import gettext

from access_requests.complaint_facts import OPEN_STATES
from access_requests.models import Complaint
from law.bank_holidays import BeyondKnownHolidaysError
from law.calendar_words import say_date
from law.clock_reasons import Reason
from law.other_clocks import COMPLAINT_LAW, Due, complaint
from law.working_time import london_day
from people.models import TaskKind
from people.task_clocks import due_for

ABOUT = "complaint"
PROGRESS_AFTER = timedelta(days=14)  # ours: so long without a word, and whoever decides is reminded to say how far it is


def acknowledge_by(one: Complaint) -> Due | None:
    """Until when we must say that we have it. None for one from before the duty, and in a year whose bank holidays we do not hold."""
    try:
        return complaint(one.received_on, one.nation, gettext)
    except BeyondKnownHolidaysError:
        return None


def answer_by(one: Complaint) -> datetime:
    """When we mean to have answered: twenty working days. The law says "without undue delay"."""
    return due_for(TaskKind.DECIDE_COMPLAINT, one.entered_at, one.nation)


def days_in_words(one: Complaint) -> tuple[Reason, ...]:
    """How its days stand, in sentences for the person who complained, each with its place in law."""
    due = acknowledge_by(one)
    said = list(due.reasons) if due else []
    if one.acknowledged_at:
        day = say_date(london_day(one.acknowledged_at), gettext)
        told = gettext("We told you on %(day)s that we have it.") % {"day": day}
        within = gettext("By law we had until %(day)s: 30 days.") % {"day": say_date(due.by, gettext)} if due else ""
        said = [*said[:1], Reason(f"{told} {within}".strip(), COMPLAINT_LAW if due else "")]
    if one.decided_at:
        said.append(Reason(gettext("We answered on %(day)s.") % {"day": say_date(london_day(one.decided_at), gettext)}))
    elif one.state in OPEN_STATES:
        day = say_date(london_day(answer_by(one)), gettext)
        said.append(Reason(gettext("We try to answer by %(day)s. If it takes longer, we tell you.") % {"day": day}, COMPLAINT_LAW))
    return tuple(said)


def last_told_on(one: Complaint) -> date:
    """The day on which they last heard from us about it; the day it came, when they never did."""
    newest = one.steps.filter(told=True).order_by("-at").first()
    return london_day(newest.at) if newest else one.received_on
