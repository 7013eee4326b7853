"""Homes -> chapters: rows of a return joined into the places a person lived. Pure; homes are never numbered.

For example:

    chapters_of([HomeFact("e1", "U6", "PR1", "S", d1, d2), HomeFact("e2", "U6", "PR1", "L", d2, None)])
    -> [Chapter(first_id="e1", entry_ids=("e1", "e2"), start=d1, end=None, place="U6", provider="PR1", ...)]

The rules, in the order they are asked:
 1. A row with no end that is followed by a later row ends where that one begins (`end_unsure`).
 2. A row inside the time of the chapter before it belongs to that chapter: two places at once are told as one.
 3. A short stay (T0 to T4) is not a move: it belongs to the chapter it falls in, or that it leads to.
 4. A row that begins when the chapter ends is the same home when its reason says so (RNE L, T, U: same carers), or when it
    only brings the person back from a short stay to the same kind of place.
 5. Agreed short breaks (legal status V3, V4) of a person who lives at home are one chapter, however many stays it has.
 6. Days between two chapters are a time not in care when the next begins with coming into care (RNE S). Otherwise nothing is
    said about them: what lies there may have rules of its own, and a label would tell.
Adoption homes are chapters only when they are passed in: whoever calls decides what may be seen.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

SHORT_STAYS = frozenset({"T0", "T1", "T2", "T3", "T4"})
SAME_CARERS = frozenset({"L", "T", "U"})
CAME_INTO_CARE = "S"


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

    @property
    def is_short_stay(self) -> bool:
        """A temporary move by its code."""
        return self.place in SHORT_STAYS


@dataclass(frozen=True, slots=True)
class ShortStay:
    """A short time somewhere else (T0 to T4), or one stay of a series of short breaks; not a move."""

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
    chapters: list[Chapter] = []
    rows = list(homes)
    for home, end_unsure in _with_ends(rows):
        here = chapters[-1] if chapters else None
        if here is not None and _belongs_to(home, here):
            chapters[-1] = _joined(here, home, end_unsure=end_unsure)
        else:
            chapters.append(_begun(home, after=here, end_unsure=end_unsure))
    returns = {home.entry_id for home in rows if home.rne == CAME_INTO_CARE}
    return _with_times_between(chapters, returns)


def _with_ends(homes: Iterable[HomeFact]) -> list[tuple[HomeFact, bool]]:
    """Rule 1. Rows in date order; a short row before a long one of the same day."""
    rows = sorted(homes, key=lambda home: (home.start, home.end or date.max, home.entry_id))
    found = []
    for position, home in enumerate(rows):
        later = next((one.start for one in rows[position + 1 :] if one.start > home.start), None)
        end_unsure = home.end is None and later is not None
        found.append((replace(home, end=later) if end_unsure else home, end_unsure))
    return found


def _belongs_to(home: HomeFact, here: Chapter) -> bool:
    """Rules 2 to 5: whether this row is part of the chapter before it."""
    if _is_inside(home, here) or (home.short_break and here.breaks):
        return True
    if here.end is None or home.start > here.end or home.short_break or here.breaks:
        return False
    if home.is_short_stay or _is_only_short_stays(here):
        return True
    came_back = _ends_in_a_short_stay(here) and (home.place, home.provider) == (here.place, here.provider)
    return home.rne in SAME_CARERS or came_back


def _is_inside(home: HomeFact, here: Chapter) -> bool:
    """Whether the chapter's time holds the row's. A row of one day at the seam begins something new."""
    if home.start == home.end == here.end:
        return False
    return here.end is None or (home.end is not None and home.end <= here.end)


def _is_only_short_stays(here: Chapter) -> bool:
    """A chapter that has not reached a home yet."""
    return here.place in SHORT_STAYS


def _ends_in_a_short_stay(here: Chapter) -> bool:
    """Whether the last thing in the chapter was a short time somewhere else."""
    return bool(here.short_stays) and here.short_stays[-1].end == here.end


def _stay(home: HomeFact) -> ShortStay:
    """The row as a short stay."""
    return ShortStay(home.entry_id, home.place, home.start, home.end)


def _begun(home: HomeFact, *, after: Chapter | None, end_unsure: bool) -> Chapter:
    """A new chapter; where its first row overlaps the chapter before, it begins when that one ends."""
    start = home.start if after is None or after.end is None else max(home.start, after.end)
    return Chapter(
        first_id=home.entry_id,
        entry_ids=(home.entry_id,),
        start=start,
        end=home.end,
        place=home.place,
        provider=home.provider,
        short_stays=(_stay(home),) if home.is_short_stay or home.short_break else (),
        end_unsure=end_unsure,
        breaks=home.short_break,
    )


def _joined(here: Chapter, home: HomeFact, *, end_unsure: bool) -> Chapter:
    """The chapter with one more row. Its name is its first real home, or its latest: a plan to stay is worth telling."""
    reaches = home.end is None or (here.end is not None and home.end >= here.end)
    is_stay = home.is_short_stay or home.short_break
    names_it = not is_stay and (_is_only_short_stays(here) or (reaches and home.rne in SAME_CARERS))
    return replace(
        here,
        entry_ids=(*here.entry_ids, home.entry_id),
        end=home.end if reaches else here.end,
        end_unsure=end_unsure if reaches else here.end_unsure,
        place=home.place if names_it else here.place,
        provider=home.provider if names_it else here.provider,
        short_stays=(*here.short_stays, _stay(home)) if is_stay else here.short_stays,
    )


def _with_times_between(chapters: list[Chapter], returns: set[str]) -> list[Chapter | NotInCare]:
    """Rule 6. `returns`: the rows that began a time in care."""
    found: list[Chapter | NotInCare] = []
    for before, chapter in zip([None, *chapters], chapters, strict=False):
        ended = before.end if before is not None else None
        if ended is not None and ended < chapter.start and chapter.first_id in returns:
            found.append(NotInCare(ended, chapter.start))
        found.append(chapter)
    return found
