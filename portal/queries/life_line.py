"""The life line: homes as bands, years as ticks, a dot where the reader's own words are. Sizes are pixels for an SVG.

life_line(bands=[Band("Sam and Jo", date(2019, 4, 1), None)], words_on=[date(2020, 1, 1)], today=date(2021, 1, 1))
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

YEAR_WIDTH = 96
NARROWEST = 14
MARGIN = 20
DAYS_OF_YEAR = 365.25
ROOM_FOR_WORDS = 64
LETTER_WIDTH = 8


@dataclass(frozen=True, slots=True)
class Band:
    """One stretch of the life line. `label` is a few words; `gap` draws it dashed."""

    label: str
    start: date
    end: date | None
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A band as drawn. A label that does not fit is left out: the list below the line says it."""

    x: int
    width: int
    label: str
    gap: bool = False

    @property
    def inner(self) -> int:
        """The width of the drawn box inside its margin."""
        return max(self.width - 4, 2)

    @property
    def shown(self) -> str:
        """The label, when there is room for it."""
        return self.label if self.width >= ROOM_FOR_WORDS and len(self.label) * LETTER_WIDTH <= self.width - 16 else ""


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of January of a year."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A day on which the reader's own words are."""

    x: int


@dataclass(frozen=True, slots=True)
class LifeLine:
    """What the template draws."""

    width: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...] = ()


def life_line(*, bands: Sequence[Band], words_on: Iterable[date], today: date) -> LifeLine | None:
    """The drawing, or None when there is nothing to draw."""
    if not bands:
        return None
    first = date(min(band.start for band in bands).year, 1, 1)

    def place(day: date) -> int:
        return MARGIN + round((day - first).days / DAYS_OF_YEAR * YEAR_WIDTH)

    bars = []
    for band in bands:
        start, end = place(band.start), place(band.end or today)
        bars.append(Bar(x=start, width=max(end - start, NARROWEST), label=band.label, gap=band.gap))
    ticks = tuple(Tick(x=place(date(year, 1, 1)), label=str(year)) for year in range(first.year, today.year + 1))
    dots = tuple(Dot(x=x) for x in sorted({place(day) for day in words_on if first <= day <= today}))
    return LifeLine(width=place(today) + MARGIN + NARROWEST, bars=tuple(bars), ticks=ticks, dots=dots)
