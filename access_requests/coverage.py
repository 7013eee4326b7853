"""Which years no searched place covers (need M8). Pure: days in, whole years out.

years_not_covered([(date(2009, 4, 1), date(2013, 6, 1))], [(date(2009, 1, 1), date(2010, 5, 1)), (date(2013, 1, 1), None)])
->   [Stretch(2011, 2012)]
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

Span = tuple[date, date]
Covered = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Years in a row, both counted."""

    first: int
    last: int

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first} to {self.last}"


def years_not_covered(wanted: Iterable[Span], covered: Iterable[Covered]) -> list[Stretch]:
    """The years of `wanted` that no place covers with a single day. A place with no days at all says nothing and covers nothing.

    An open beginning or end reaches as far as what is wanted.
    """
    wanted = list(wanted)
    years = {year for start, end in wanted for year in range(start.year, end.year + 1)}
    if not years:
        return []
    for start, end in covered:
        if start or end:
            first, last = start.year if start else min(years), end.year if end else max(years)
            years -= set(range(first, last + 1))
    return _in_rows(sorted(years))


def _in_rows(years: list[int]) -> list[Stretch]:
    found: list[Stretch] = []
    for year in years:
        if found and found[-1].last == year - 1:
            found[-1] = Stretch(found[-1].first, year)
        else:
            found.append(Stretch(year, year))
    return found
