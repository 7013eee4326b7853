"""When something was: a day, a month, a season, a year, or a stretch between two of them.

`When` mirrors the "when" of an entry's body: {"from": "2016-05-04", "to": null, "precision": "day"}.
For kinds that last (a home, a legal status) no end means "still so"; for kinds that happen, it means one point in time.

    When.from_body({"from": "2016-03-01", "to": None, "precision": "season"})   ->   said as "spring 2016"
"""

import calendar
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Self


class Precision(StrEnum):
    """How exactly a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    UNKNOWN = "unknown"


# Kinds that go on for a time: no end means "still so".
LASTING = frozenset(
    {
        "home",
        "legal_status",
        "missing_episode",
        "worker_period",
        "deprivation_of_liberty",
        "in_need",
        "need_plan",
        "care_plan",
        "protection_plan",
        "early_help",
        "education_plan",
        "immigration",
        "service",
    }
)
# Points of an episode, whose row has both its first and last day: told by the one or the other.
TOLD_BY_THEIR_START = frozenset({"came_into_care", "reason_for_care", "own_child"})
TOLD_BY_THEIR_END = frozenset({"move_reason", "left_care"})


@dataclass(frozen=True, slots=True)
class When:
    """From, to and precision. `start` None or precision UNKNOWN means that we do not know the date."""

    start: date | None
    end: date | None = None
    precision: Precision = Precision.DAY

    @classmethod
    def from_body(cls, body: Mapping[str, str | None] | None) -> Self:
        """Read the "when" of an entry's body. Raises ValueError for a date or precision that is not one."""
        body = body or {}
        start, end = body.get("from"), body.get("to")
        return cls(
            start=date.fromisoformat(start) if start else None,
            end=date.fromisoformat(end) if end else None,
            precision=Precision(body.get("precision") or Precision.DAY),
        )

    @property
    def is_known(self) -> bool:
        """Whether there is any date to say."""
        return (self.start is not None or self.end is not None) and self.precision is not Precision.UNKNOWN

    def is_future(self, today: date) -> bool:
        """Whether this begins after `today`; future dates never show."""
        return self.start is not None and self.start > today

    def as_told(self, kind: str, today: date) -> "When":
        """The time as this kind tells it: one day of an episode for its points; an end that is still to come is no end yet."""
        if kind in TOLD_BY_THEIR_START:
            return replace(self, end=None)
        if kind in TOLD_BY_THEIR_END and self.end is not None:
            return replace(self, start=self.end, end=None)
        if kind in LASTING and self.end is not None and self.end > today:
            return replace(self, end=None)
        return self

    def latest(self, kind: str) -> date | None:
        """The last day this can have happened, so far as we know it; for a lasting kind still open, the day it began."""
        if not self.is_known:
            return None
        told = self.as_told(kind, date.max)
        last = told.end or told.start
        return last_day(last, self.precision) if last is not None else None


def first_day(day: date, precision: Precision) -> date:
    """The earliest day that a partial date can mean."""
    if precision is Precision.MONTH:
        return day.replace(day=1)
    if precision is Precision.SEASON:
        return _season_start(day)
    return date(day.year, 1, 1) if precision is Precision.YEAR else day


def last_day(day: date, precision: Precision) -> date:
    """The latest day that a partial date can mean."""
    if precision is Precision.MONTH:
        return _month_end(day.year, day.month)
    if precision is Precision.SEASON:
        start = _season_start(day)
        return _month_end(start.year + (start.month + 2 > 12), (start.month + 1) % 12 + 1)
    return date(day.year, 12, 31) if precision is Precision.YEAR else day


def _season_start(day: date) -> date:
    """The first day of the season: March, June, September, December (of the year before, for January and February)."""
    month = day.month // 3 * 3
    return date(day.year, month, 1) if month else date(day.year - 1, 12, 1)


def _month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])
