"""Homes -> chapters: rows of a return joined into the places a person lived. Pure; homes are never numbered.

chapters_of([HomeFact("e1", "U6", "PR1", "S", d1, d2), HomeFact("e2", "U6", "PR1", "L", d2, None)])
-> [Chapter(first_id="e1", entry_ids=("e1", "e2"), start=d1, end=None, place="U6", provider="PR1", ...)]
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class HomeFact:
    """One home row: entry id, codes as given, `start` (DECOM), `end` (DEC, None when open). `short_break`: legal status V3 or V4."""

    entry_id: str
    place: str
    provider: str
    rne: str
    start: date
    end: date | None
    short_break: bool = False


@dataclass(frozen=True, slots=True)
class ShortStay:
    """A short time somewhere else (T0 to T4) that is not a move."""

    entry_id: str
    place: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One place lived. `end_unsure`: the record gave no end, and the next home began. `breaks`: a series of agreed short stays."""

    first_id: str
    entry_ids: tuple[str, ...]
    start: date
    end: date | None
    place: str
    provider: str
    short_stays: tuple[ShortStay, ...] = ()
    end_unsure: bool = False
    breaks: bool = False


@dataclass(frozen=True, slots=True)
class NotInCare:
    """The time between two times in care (`start` to `end`)."""

    start: date
    end: date


def chapters_of(homes: Iterable[HomeFact]) -> list[Chapter | NotInCare]:
    """The chapters in date order, never overlapping, with the times between care. Every row's id is in exactly one chapter."""
    raise NotImplementedError
