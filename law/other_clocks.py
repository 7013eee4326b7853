"""The other clocks around a request: complaints, health opinions, the Principal Reporter, adoption, exam marks, breaches.

    complaint(date(2026, 11, 26), "EW").by          ->   date(2026, 12, 29)
    health_opinion_holds(dated, on=date(2026, 11, 22))

Each is a pure function of days. A `Due` carries its steps in sentences, each with its place in law.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from law.bank_holidays import Nation, roll_forward
from law.calendar_words import say_date
from law.clock_reasons import WORKING_DAY, Reason
from law.wording import Translate, fill, gettext_noop, identity
from law.working_time import ONE_DAY, add_working_days

COMPLAINTS_FROM = date(2026, 6, 19)  # SI 2026/82 reg 7: the duty holds for complaints received from this day
COMPLAINT_DAYS = 30  # DPA 2018 s 164A
OPINION_MONTHS = 6  # DPA 2018 Sch 3 paras 5 and 6
REPORTER_DAYS = 14  # DPA 2018 Sch 3 paras 12(2) and 20(2)
REPORTER_WORK_TO = 10  # ours
ADOPTION_REVIEW_DAYS = 40  # working days: SI 2005/888 reg 15
ADOPTION_PAPERS_DAYS = 10
EXAM_MONTHS = 5  # DPA 2018 Sch 2 para 25(3)
EXAM_DAYS = 40
BREACH_HOURS = 72  # UK GDPR Art 33(1)

COMPLAINT_LAW = "DPA 2018 s 164A"
OPINION_LAW = "DPA 2018 Sch 3 paras 5 and 6; s 205(2)(j)"
REPORTER_LAW = "DPA 2018 Sch 3 paras 12(2) and 20(2)"
ADOPTION_LAW = "SI 2005/888 reg 15"
EXAM_LAW = "DPA 2018 Sch 2 para 25(3)"
BREACH_LAW = "UK GDPR Art 33(1)"

COMPLAINT_CAME = gettext_noop("We got your complaint on {day}.")
COMPLAINT_BY = gettext_noop("We must tell you that we have it by {day}: 30 days, and the day it came does not count.")
REPORTER_ASKED = gettext_noop("The question came up on {day}.")
REPORTER_BY = gettext_noop("The Principal Reporter must be told by {day}: 14 days.")
REPORTER_EARLIER = gettext_noop("We work to {day}, so that there is time left.")
ADOPTION_TOLD = gettext_noop("They were told on {day}.")
ADOPTION_BY = gettext_noop("They can ask for somebody else to look at it until {day}: 40 working days.")
PAPERS_ASKED = gettext_noop("They asked for the review on {day}.")
PAPERS_BY = gettext_noop("The papers must be sent by {day}: 10 working days.")
EXAM_ASKED = gettext_noop("The marks were asked for on {day}, before the results.")
EXAM_BY_MONTHS = gettext_noop("They must be given by {day}: five months from asking.")
EXAM_BY_RESULTS = gettext_noop("They must be given by {day}: 40 days from the results, which is sooner than five months from asking.")
MOVED = gettext_noop("{day} is a weekend day or a bank holiday, so the next working day counts.")


@dataclass(frozen=True, slots=True)
class Due:
    """The last day in law, the day to work to (the same, or sooner), and how they were reckoned."""

    by: date
    work_to: date
    reasons: tuple[Reason, ...]


def complaint(received: date, nation: str, translate: Translate = identity) -> Due | None:
    """When a complaint about personal data must be acknowledged: 30 days. None for one received before the duty began.

    The day it came is not counted, and the end moves to a working day (the Information Commissioner's reading). After that the
    council answers without undue delay and says how far it is. Raises BeyondKnownHolidaysError.
    """
    if received < COMPLAINTS_FROM:
        return None
    return _due(
        roll_forward, received, received + timedelta(days=COMPLAINT_DAYS), nation, (COMPLAINT_CAME, COMPLAINT_BY), COMPLAINT_LAW, translate
    )


def earliest_opinion(relied_on: date) -> date:
    """The oldest day a health opinion may carry to be relied on that day: six months ending with it. Reg 1182/71 does not apply."""
    return relied_on - relativedelta(months=OPINION_MONTHS) + ONE_DAY


def health_opinion_holds(dated: date, *, on: date) -> bool:
    """Whether an opinion of that day may be relied on: not older than six months, and not from a day to come."""
    return earliest_opinion(on) <= dated <= on


def opinion_lasts_to(dated: date) -> date:
    """The last day on which an opinion of that day may be relied on."""
    day = dated + relativedelta(months=OPINION_MONTHS) - ONE_DAY
    while health_opinion_holds(dated, on=day + ONE_DAY):
        day += ONE_DAY
    return day


def principal_reporter(asked: date, translate: Translate = identity) -> Due:
    """When the Principal Reporter must be told that a question about their information came up; Scotland. 14 days.

    Until the Reporter answers, what came from them is not given. Raises BeyondKnownHolidaysError.
    """
    scotland, by = Nation.SCOTLAND, asked + timedelta(days=REPORTER_DAYS)
    found = _due(roll_forward, asked, by, scotland, (REPORTER_ASKED, REPORTER_BY), REPORTER_LAW, translate)
    sooner = asked + timedelta(days=REPORTER_WORK_TO)
    why = Reason(fill(REPORTER_EARLIER, translate, day=say_date(sooner, translate)))
    return Due(found.by, sooner, (*found.reasons, why))


def adoption_review(notified: date, nation: str, translate: Translate = identity) -> Due:
    """Until when somebody may ask for an independent review of what an adoption agency decided: 40 working days.

    Raises BeyondKnownHolidaysError.
    """
    by = add_working_days(notified, ADOPTION_REVIEW_DAYS, nation)
    return _due(_as_it_is, notified, by, nation, (ADOPTION_TOLD, ADOPTION_BY), ADOPTION_LAW, translate)


def adoption_papers(asked: date, nation: str, translate: Translate = identity) -> Due:
    """When the agency must have sent the papers for that review: 10 working days. Raises BeyondKnownHolidaysError."""
    by = add_working_days(asked, ADOPTION_PAPERS_DAYS, nation)
    return _due(_as_it_is, asked, by, nation, (PAPERS_ASKED, PAPERS_BY), ADOPTION_LAW, translate)


def exam_marks(asked: date, nation: str, *, results: date | None = None, translate: Translate = identity) -> Due | None:
    """When marks asked for before the results must be given: five months, or 40 days from the results where that is sooner.

    None when they were asked for after the results: then the ordinary month holds. Raises BeyondKnownHolidaysError.
    """
    if results is not None and asked >= results:
        return None
    months = asked + relativedelta(months=EXAM_MONTHS)
    days = results + timedelta(days=EXAM_DAYS) if results else months
    said = EXAM_BY_RESULTS if days < months else EXAM_BY_MONTHS
    return _due(roll_forward, asked, min(months, days), nation, (EXAM_ASKED, said), EXAM_LAW, translate)


def breach_by(aware: datetime) -> datetime:
    """Until when the Information Commissioner is told of a personal data breach: 72 hours, through nights, weekends and holidays.

    Real hours: a change of the clocks adds and takes nothing. Raises ValueError for a moment without a time zone.
    """
    if aware.tzinfo is None:
        message = "A moment needs a time zone."
        raise ValueError(message)
    return (aware.astimezone(UTC) + timedelta(hours=BREACH_HOURS)).astimezone(aware.tzinfo)


def _as_it_is(day: date, _nation: str) -> date:
    return day


def _due(
    roll: Callable[[date, str], date],
    begins: date,
    counted_to: date,
    nation: str,
    messages: tuple[str, str],
    law: str,
    translate: Translate,
) -> Due:
    """The day with its steps: when it began, how it was counted, and whether the end moved to a working day."""
    by = roll(counted_to, nation)
    began, ends = messages
    said = [Reason(fill(began, translate, day=say_date(begins, translate)), law)]
    if by != counted_to:
        said.append(Reason(fill(MOVED, translate, day=say_date(counted_to, translate)), WORKING_DAY))
    said.append(Reason(fill(ends, translate, day=say_date(by, translate)), law))
    return Due(by, by, tuple(said))
