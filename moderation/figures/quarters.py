"""Quarters of a year. Figures are of whole quarters that are over: two windows that overlap could be taken from one another."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from law.working_time import LONDON

MONTHS = 3


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months: `Quarter(2026, 3)` is July, August and September 2026."""

    year: int
    number: int

    @property
    def name(self) -> str:
        """As it is asked for: "2026-Q3"."""
        return f"{self.year}-Q{self.number}"

    @property
    def first_day(self) -> date:
        """The day it begins."""
        return date(self.year, MONTHS * (self.number - 1) + 1, 1)

    @property
    def last_day(self) -> date:
        """The day it ends."""
        return self.next.first_day - timedelta(days=1)

    @property
    def next(self) -> "Quarter":
        """The one behind it."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    @property
    def previous(self) -> "Quarter":
        """The one ahead of it."""
        return Quarter(self.year, self.number - 1) if self.number > 1 else Quarter(self.year - 1, 4)

    @property
    def begins(self) -> datetime:
        """Its first moment in the United Kingdom."""
        return datetime.combine(self.first_day, time.min, tzinfo=LONDON)

    @property
    def ends(self) -> datetime:
        """The first moment that is no longer in it."""
        return datetime.combine(self.next.first_day, time.min, tzinfo=LONDON)


def quarter_of(day: date) -> Quarter:
    """The quarter a day stands in."""
    return Quarter(day.year, (day.month - 1) // MONTHS + 1)


def latest(today: date, count: int = 4) -> list[Quarter]:
    """The last quarters that are over, newest first."""
    found = [quarter_of(today).previous]
    while len(found) < count:
        found.append(found[-1].previous)
    return found


def named(name: str, today: date) -> Quarter | None:
    """The quarter of this name, when it is over; None for one that is not, and for anything that is no name."""
    year, _, number = name.partition("-Q")
    if not (year.isdecimal() and len(year) == 4 and number in ("1", "2", "3", "4")):
        return None
    found = Quarter(int(year), int(number))
    return found if found.year > 1900 and found.last_day < today else None
