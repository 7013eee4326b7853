"""When something was: a day, a month, a season, a year, or a stretch between two of them.

`When` mirrors the "when" of an entry's body: {"from": "2016-05-04", "to": null, "precision": "day"}.
For kinds that last (a home, a legal status) no end means "still so"; for kinds that happen, it means one point in time.

    When.from_body({"from": "2016-03-01", "to": None, "precision": "season"})   ->   said as "spring 2016"
"""

from collections.abc import Mapping
from dataclasses import dataclass
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
        return self.start is not None and self.precision is not Precision.UNKNOWN

    def is_future(self, today: date) -> bool:
        """Whether this begins after `today`; future dates never show."""
        return self.start is not None and self.start > today
