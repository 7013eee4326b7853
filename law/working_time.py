"""Staffed hours and working days: when somebody next reads, when an urgent message is due, when new things open.

    hours = StaffedHours()                                  # Monday to Friday, 9 to 5, Europe/London
    next_staffed(saturday_noon, hours, bank_holidays("EW"))   ->   Monday 09:00
"""

from collections.abc import Container
from dataclasses import dataclass
from datetime import date, datetime, time


@dataclass(frozen=True, slots=True)
class StaffedHours:
    """The council's hours: `days` (Monday is 0), opening and closing time, local to `zone`."""

    days: frozenset[int] = frozenset(range(5))
    opens: time = time(9)
    closes: time = time(17)
    zone: str = "Europe/London"


def is_staffed(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> bool:
    """Whether somebody is at work at this moment."""
    raise NotImplementedError


def next_staffed(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """`at` itself when staffed, else the next opening time, in the hours' own zone."""
    raise NotImplementedError


def next_opening(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """When a newly shared thing opens: in staffed hours, and not from Friday noon to the next opening."""
    raise NotImplementedError


def add_working_days(day: date, count: int, nation: str) -> date:
    """The working day `count` working days after `day` (which is not counted)."""
    raise NotImplementedError


def add_staffed_hours(at: datetime, count: float, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """The moment at which `count` staffed hours have passed since `at`."""
    raise NotImplementedError


def urgent_due(at: datetime, hours: StaffedHours, holidays: Container[date] = ()) -> datetime:
    """When an urgent message must have been seen: one staffed hour when staffed, else the start of the next staffed period."""
    raise NotImplementedError
