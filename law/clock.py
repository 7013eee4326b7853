"""When a request for the file is due: a pure function of facts. UK GDPR Art 12(3), Art 12A; Reg 1182/71 Art 3.

    clock = request_clock(Facts(received=date(2026, 9, 1)), nation="EW", today=date(2026, 9, 2))
    clock.due   ->   date(2026, 10, 1);   explain(clock)   ->   ("We got your request on 1 September 2026.", ...)

Nothing here is stored: the facts are, and a due date is worked out again whenever it is asked for. Days are local days in
the United Kingdom (`law.working_time.london_day`). A solicitor should confirm step 5 of `request_clock`.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from law.bank_holidays import roll_forward
from law.calendar_words import say_date
from law.wording import Translate, fill, gettext_noop, identity

ONE_DAY = timedelta(days=1)
MONTHS = 1  # Art 12A(1): one month beginning with the relevant time
MONTHS_EXTENDED = 3  # Art 12A(3): two further months


class Right(StrEnum):
    """What is asked for."""

    ACCESS = "access"  # Art 15
    RECTIFICATION = "rectification"  # Art 16: "this is wrong"


class About(StrEnum):
    """What a question to the person was about; only SCOPE of an access request stops the clock."""

    SCOPE = "scope"
    FORMAT = "format"
    IDENTITY = "identity"
    OTHER = "other"


class State(StrEnum):
    """What the clock is doing today."""

    RUNNING = "running"
    AWAITING_IDENTITY = "awaiting_identity"
    AWAITING_FEE = "awaiting_fee"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class Pause:
    """A question to the person: the days it was asked and answered (None: not yet)."""

    asked: date
    answered: date | None = None
    about: About = About.SCOPE


@dataclass(frozen=True, slots=True)
class Extension:
    """A notice of two further months: the day it was sent and its reasons, both needed (Art 12A(4))."""

    sent: date
    reasons: str


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything that moves the clock.

    `identity_asked` without `identity_received`, or `fee_asked` without `fee_paid`, means that it has not started.
    """

    received: date
    right: Right = Right.ACCESS
    identity_asked: bool = False
    identity_received: date | None = None
    fee_asked: bool = False
    fee_paid: date | None = None
    pauses: tuple[Pause, ...] = ()
    extension: Extension | None = None


@dataclass(frozen=True, slots=True)
class Clock:
    """The answer. `due` is the last day in law, `due_cautious` the day to work to; both None until the clock starts.

    While PAUSED both are what they would be if the person answered today. `extended` is False when a notice came too late.
    `counted_to` is where the months and the days that do not count end, before that day is moved to a working one.
    """

    facts: Facts
    state: State
    starts: date | None = None
    days_not_counted: int = 0
    counted_to: date | None = None
    due: date | None = None
    due_cautious: date | None = None
    extension_notice_by: date | None = None
    extended: bool = False


def request_clock(facts: Facts, *, nation: str, today: date) -> Clock:
    """The clock of one request on `today`. Raises BeyondKnownHolidaysError when a date falls after the bank holidays we hold."""
    # Art 12A(2): the latest of the request, the identity information and the fee. Waiting for identity, nothing runs.
    if facts.identity_asked and facts.identity_received is None:
        return Clock(facts, State.AWAITING_IDENTITY)
    if facts.fee_asked and facts.fee_paid is None:
        return Clock(facts, State.AWAITING_FEE)
    starts = max(day for day in (facts.received, facts.identity_received, facts.fee_paid) if day)
    pauses = _pauses_that_count(facts)
    excluded = len(_days(pauses, after=starts, today=today, first=0))
    cautious = len(_days(pauses, after=starts, today=today, first=1))
    # Art 12A(4): the notice is due within the first month; a late or unreasoned one extends nothing.
    notice_by = _end(starts, MONTHS, excluded, nation)
    extended = _is_extended(facts.extension, notice_by)
    months = MONTHS_EXTENDED if extended else MONTHS
    return Clock(
        facts=facts,
        state=State.PAUSED if any(pause.answered is None for pause in pauses) else State.RUNNING,
        starts=starts,
        days_not_counted=excluded,
        counted_to=_count(starts, months, excluded),
        due=_end(starts, months, excluded, nation),
        due_cautious=_end(starts, months, cautious, nation),
        extension_notice_by=notice_by,
        extended=extended,
    )


def rectification_due(received: date, nation: str) -> date:
    """When "this is wrong" must be answered: Art 16 with Art 12(3), one month, and no question stops it (Art 12A(5) is about Art 15)."""
    return _end(received, MONTHS, 0, nation)


def _pauses_that_count(facts: Facts) -> tuple[Pause, ...]:
    """Art 12A(5)-(6): only a question that identifies what information is wanted, and only for access."""
    if facts.right is not Right.ACCESS:
        return ()
    return tuple(pause for pause in facts.pauses if pause.about is About.SCOPE)


def _days(pauses: Iterable[Pause], *, after: date, today: date, first: int) -> set[date]:
    """The days that do not count, each once. `first` 0 leaves out the asking day too (the Act), 1 keeps it (elapsed days: cautious)."""
    days = set()
    for pause in pauses:
        day, end = pause.asked + first * ONE_DAY, pause.answered or max(today, pause.asked)
        while day <= end:
            days.add(day)
            day += ONE_DAY
    return {day for day in days if day > after}


def _end(starts: date, months: int, excluded: int, nation: str) -> date:
    """Steps 5 and 6: count, then roll to a working day."""
    return roll_forward(_count(starts, months, excluded), nation)


def _count(starts: date, months: int, excluded: int) -> date:
    """Step 5: add the months (same day number, else the month's last), then the days that do not count."""
    return starts + relativedelta(months=months) + timedelta(days=excluded)


def _is_extended(extension: Extension | None, notice_by: date) -> bool:
    """A notice extends only when sent in time and with reasons."""
    return extension is not None and extension.sent <= notice_by and bool(extension.reasons.strip())


WE_GOT_IT = gettext_noop("We got your request on {day}.")
WAITING_FOR_IDENTITY = gettext_noop("The time starts when you have shown us who you are.")
WAITING_FOR_FEE = gettext_noop("The time starts when the fee is paid.")
STARTED_LATER = gettext_noop("The time started on {day}, when we had all we needed from you.")
ONE_DAY_OUT = gettext_noop("One day does not count, because we asked you what you wanted.")
DAYS_OUT = gettext_noop("{days} days do not count, because we asked you what you wanted.")
IS_PAUSED = gettext_noop("The time has stopped until you answer our question.")
IF_TODAY = gettext_noop("If you answer today, we must reply by {day}.")
IS_EXTENDED = gettext_noop("We told you that we need two more months.")
MUST_REPLY = gettext_noop("We must reply by {day}.")
LATE_NOTICE = gettext_noop("We told you too late that we need more time, so the first date stands.")


def explain(clock: Clock, translate: Translate = identity) -> tuple[str, ...]:
    """The due date in sentences for the person who asked, in the order things happened."""
    said = [fill(WE_GOT_IT, translate, day=say_date(clock.facts.received, translate))]
    if clock.starts is None or clock.due is None:
        return (*said, translate(WAITING_FOR_FEE if clock.state is State.AWAITING_FEE else WAITING_FOR_IDENTITY))
    if clock.starts > clock.facts.received:
        said.append(fill(STARTED_LATER, translate, day=say_date(clock.starts, translate)))
    if clock.days_not_counted:
        said.append(fill(ONE_DAY_OUT if clock.days_not_counted == 1 else DAYS_OUT, translate, days=clock.days_not_counted))
    if clock.facts.extension is not None:
        said.append(translate(IS_EXTENDED if clock.extended else LATE_NOTICE))
    if clock.state is State.PAUSED:
        said.append(translate(IS_PAUSED))
    message = IF_TODAY if clock.state is State.PAUSED else MUST_REPLY
    return (*said, fill(message, translate, day=say_date(clock.due, translate)))
