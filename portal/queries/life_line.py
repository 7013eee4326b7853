"""The life line: homes as bands, years as ticks, a sign where the reader's own words are: a dot, or a small picture or a play
button where they sent a photo or a recording. Sizes are pixels for an SVG.

life_line(bands=[Band("Sam and Jo", date(2019, 4, 1), None)], words_on=[date(2020, 1, 1)], today=date(2021, 1, 1))
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import wrap

PICTURE, SOUND = "picture", "sound"
SIGN = 18  # pixels
YEAR_WIDTH = 96
NARROWEST = 14
MARGIN = 20
DAYS_OF_YEAR = 365.25
LETTER_WIDTH = 8
LINE_HEIGHT = 16
MOST_LINES = 3
MIDDLE = 33  # the baseline of a single line in a bar


@dataclass(frozen=True, slots=True)
class Band:
    """One stretch of the life line. `label` is a few words; `gap` draws it dashed; `url`: where it is told, "" for nowhere."""

    label: str
    start: date
    end: date | None
    gap: bool = False
    url: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """A band as drawn. Its label is wrapped; where it does not fit, it stands without its years, which are ticks, or not at all."""

    x: int
    width: int
    label: str
    gap: bool = False

    @property
    def inner(self) -> int:
        """The width of the drawn box inside its margin."""
        return max(self.width - 4, 2)

    @property
    def lines(self) -> list[tuple[int, str]]:
        """The lines of the label that fit, each with its height in the bar; none when it does not: the list below says it."""
        letters = (self.width - LETTER_WIDTH * 2) // LETTER_WIDTH
        for label in (self.label, self.label.rpartition(", ")[0]):
            lines = wrap(label, letters, break_long_words=False, break_on_hyphens=False) if letters > 0 else []
            if 0 < len(lines) <= MOST_LINES and max(map(len, lines)) <= letters:
                top = MIDDLE - LINE_HEIGHT * (len(lines) - 1) // 2
                return [(top + LINE_HEIGHT * number, line) for number, line in enumerate(lines)]
        return []


@dataclass(frozen=True, slots=True)
class Tick:
    """The first of January of a year."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class Dot:
    """A day on which the reader's own words are. `what`: "picture" or "sound" where they sent one, else ""."""

    x: int
    what: str = ""

    @property
    def left(self) -> int:
        """Where a sign of its size begins."""
        return self.x - SIGN // 2


@dataclass(frozen=True, slots=True)
class LifeLine:
    """What the template draws. `said`: the same bands in date order, for a list in words."""

    width: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...] = ()
    said: tuple[Band, ...] = ()

    @property
    def has_pictures(self) -> bool:
        """Whether a photo or drawing is drawn."""
        return any(dot.what == PICTURE for dot in self.dots)

    @property
    def has_sounds(self) -> bool:
        """Whether a recording is drawn."""
        return any(dot.what == SOUND for dot in self.dots)

    @property
    def has_gaps(self) -> bool:
        """Whether a dashed band is drawn."""
        return any(bar.gap for bar in self.bars)


def life_line(
    *, bands: Sequence[Band], words_on: Iterable[date], today: date, sent: Mapping[date, str] | None = None, also: Sequence[Band] = ()
) -> LifeLine | None:
    """The drawing, or None when there is nothing to draw.

    `sent`: the days on which a photo ("picture") or a recording ("sound") was sent; `also`: what only the list in words says.
    """
    if not bands:
        return None
    first = date(min(band.start for band in bands).year, 1, 1)

    def place(day: date) -> int:
        return MARGIN + round((day - first).days / DAYS_OF_YEAR * YEAR_WIDTH)

    bars = []
    for band in bands:
        start, end = place(band.start), place(band.end or today)
        bars.append(Bar(x=start, width=max(end - start, NARROWEST), label="" if band.gap else band.label, gap=band.gap))
    ticks = tuple(Tick(x=place(date(year, 1, 1)), label=str(year)) for year in range(first.year, today.year + 1))
    said_on = {
        place(day): (sent or {}).get(day, "") for day in sorted(words_on, key=lambda day: day in (sent or {})) if first <= day <= today
    }
    dots = tuple(Dot(x, what) for x, what in sorted(said_on.items()))
    said = tuple(sorted([*bands, *also], key=lambda band: band.start))
    return LifeLine(width=place(today) + MARGIN + NARROWEST, bars=tuple(bars), ticks=ticks, dots=dots, said=said)
