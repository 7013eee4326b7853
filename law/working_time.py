"""Staffed hours and working days: when somebody next reads, when an urgent message is due, when new things open.

    hours = StaffedHours()                                  # Monday to Friday, 9 to 5, Europe/London
    next_staffed(saturday_noon, hours, bank_holidays("EW"))   ->   Monday 09:00

Instants must carry a time zone; answers are in the hours' own zone. `holidays` are days on which nobody is at work.
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from law.bank_holidays import is_working_day

LONDON = ZoneInfo("Europe/London")
FRIDAY = 4
NOON = time(12)
LONGEST_CLOSURE = 60  # days; hours that never open within this are a mistake in the setting
ONE_DAY = timedelta(days=1)


class NeverStaffedError(ValueError):
    """The hours never open (no days, or closing before opening): correct them in the settings."""


@dataclass(frozen=True, slots=True)
class StaffedHours:
    """The council's hours: `days` (Monday is 0), opening and closing time, local to `zone`."""

    days: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(17)
    zone: str = "Europe/London"

    def __post_init__(self) -> None:
        """Refuse hours that never open. Raises NeverStaffedError."""
        if not self.days or self.opens >= self.closes:
            message = "Staffed hours need at least one day, and must open before they close."
            raise NeverStaffedError(message)

    def local(self, at: datetime) -> datetime:
        """The same instant on the council's clock. Raises ValueError for an instant without a time zone."""
        if at.tzinfo is None:
            message = "An instant needs a time zone."
            raise ValueError(message)
        return at.astimezone(ZoneInfo(self.zone))

    def moment(self, day: date, clock: time) -> datetime:
        """The instant at which the council's clock shows this time on this day."""
        return datetime.combine(day, clock, tzinfo=ZoneInfo(self.zone))


def london_day(at: datetime) -> date:
    """The day an instant falls on in the United Kingdom; a day in law is a local day, never a UTC one."""
    return StaffedHours().local(at).date()


def is_staffed_day(day: date, hours: StaffedHours, holidays: Container[date] = ()) -> bool:
    """Whether somebody is at work at some time on this day."""
    return day.weekday() in hours.days and day not in holidays


def is_staffed(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> bool:
    """Whether somebody is at work at this moment; the closing minute itself is not staffed."""
    local = hours.local(at)
    return is_staffed_day(local.date(), hours, holidays) and hours.opens <= local.time() < hours.closes


def next_staffed(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """`at` itself when staffed, else the next opening time. Raises NeverStaffedError when none comes within 60 days."""
    local = hours.local(at)
    if is_staffed(local, hours, holidays):
        return local
    day = local.date() if local.time() < hours.opens else local.date() + ONE_DAY
    for _ in range(LONGEST_CLOSURE):
        if is_staffed_day(day, hours, holidays):
            return hours.moment(day, hours.opens)
        day += ONE_DAY
    message = f"Nobody is at work in the {LONGEST_CLOSURE} days after {local.date()}."
    raise NeverStaffedError(message)


def next_opening(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """When a newly shared thing opens: in staffed hours, and not from Friday noon until the opening after the weekend.

    Nobody should read hard news when the people who could help have gone home.
    """
    moment = next_staffed(at, hours, holidays)
    while _is_weekend_ahead(moment):
        tomorrow = hours.moment(moment.date() + ONE_DAY, time.min)
        moment = next_staffed(tomorrow, hours, holidays)
    return moment


def _is_weekend_ahead(local: datetime) -> bool:
    """From Friday noon to the end of Sunday."""
    return local.weekday() > FRIDAY or (local.weekday() == FRIDAY and local.time() >= NOON)


def add_working_days(day: date, count: int, nation: str) -> date:
    """The `count`th working day after `day`, which is not counted; none for 0. Raises BeyondKnownHolidaysError after the last year held."""
    while count > 0:
        day += ONE_DAY
        count -= is_working_day(day, nation)
    return day


def add_staffed_hours(at: datetime, count: float, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """The moment at which `count` staffed hours have passed since `at`; time when nobody is at work does not count."""
    left = timedelta(hours=count)
    moment = next_staffed(at, hours, holidays)
    while True:
        closing = hours.moment(moment.date(), hours.closes)
        here = _elapsed(moment, closing)
        if left <= here:
            return hours.local(moment.astimezone(UTC) + left)
        left -= here
        moment = next_staffed(closing, hours, holidays)


def _elapsed(start: datetime, end: datetime) -> timedelta:
    """Real time between two instants; subtracting local times of one zone would miss a change of the clocks."""
    return end.astimezone(UTC) - start.astimezone(UTC)


def urgent_due(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """When somebody must have seen an urgent message: one staffed hour when staffed, else the start of the next staffed period."""
    if is_staffed(at, hours, holidays):
        return add_staffed_hours(at, 1, hours, holidays)
    return next_staffed(at, hours, holidays)
