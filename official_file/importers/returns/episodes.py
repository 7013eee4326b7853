"""The Episodes table -> facts: coming into care, homes, legal statuses, reasons, moves, leaving care.

Each fact is an entry of its own, so that one that is held never hides another. Its key is the row it came from:
"episodes/900001/2018-08-21/1/home" is the home of the first row of 900001 that begins on 21 August 2018.

What a row says on its own: a home (every row), coming into care (RNE S), the reason for a move (REASON_PLACE_CHANGE, on the day the
row ends), leaving care (REC other than X1). A planned short stay (legal status V3 or V4) is a home; going to it is no coming into
care, and going home from it (E4A) no leaving.

What it says beside the rows before it, from this return or from those read earlier:
 - A legal status begins where RNE says it changed (S, L, B, U), where the code differs from the row before, after a time out of
   care, and where an entry already begins. It lasts until the last of the rows that carry it on ends.
 - A reason for being in care is told once for each time in care, in the first row that has its code, and on coming into care.
 - A series of planned short stays has one legal status and one reason, however many stays it has.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from official_file.drafts import EntryDraft
from official_file.importers.comparing import Known, known_end
from official_file.importers.returns.rows import Row
from official_file.importers.returns.sources import Origin, numbered, point
from official_file.plain_language.when import When

CAME_INTO_CARE = "S"
LEGAL_STATUS_CHANGED = frozenset({"S", "L", "B", "U"})
CARE_WENT_ON = frozenset({"", "X1"})
HOME_AS_PLANNED = "E4A"
SHORT_BREAKS = frozenset({"V3", "V4"})
STILL = date.max


@dataclass(frozen=True, slots=True)
class Episode:
    """One row, from this return (`row`) or known from another one. `key` is what the keys of its facts begin with.

    `lost`: another return left it open, and this newer one no longer has it, so nobody knows when it ended.
    """

    key: str
    start: date
    end: date | None
    rne: str
    short: bool = False
    row: Row | None = None
    lost: bool = False

    @property
    def reaches(self) -> date:
        """The day up to which it is known to have lasted."""
        return self.end or (self.start if self.lost else STILL)

    @property
    def comes_into_care(self) -> bool:
        """Whether a time in care begins here. A planned short stay begins none."""
        return self.rne == CAME_INTO_CARE and not self.short

    def said(self, column: str) -> str:
        """A code of the row; empty when blank, or when the row is not in this return."""
        return self.row.text(column) if self.row else ""


@dataclass(frozen=True, slots=True)
class _Run:
    """A legal status and how long it lasts. `fresh`: this return has something to say about it."""

    code: str
    first: Episode
    last: Episode
    fresh: bool


def episode_facts(child: str, rows: list[Row], known: Known, origin: Origin) -> Iterator[EntryDraft]:
    """Every fact of one child's episodes, oldest first within each kind."""
    fresh = {episode.key: episode for episode in _fresh(child, rows, known, origin)}
    earlier = {episode.key: episode for episode in _earlier(known, origin)}
    episodes = sorted((earlier | fresh).values(), key=lambda episode: (episode.start, episode.end or STILL, episode.key))
    yield from _facts_alone([episode for episode in episodes if episode.row], origin)
    yield from _legal_statuses(episodes, known, origin)
    yield from _reasons_for_care(episodes, known, origin)


def _fresh(child: str, rows: list[Row], known: Known, origin: Origin) -> Iterator[Episode]:
    for number, row in numbered(rows, lambda row: row.day("DECOM")):
        start = row.values["DECOM"]
        key = f"episodes/{child}/{start.isoformat()}/{number}"
        end = known_end(row.day("DEC"), origin.as_of, known.by_key.get(f"{key}/home"))
        yield Episode(key, start, end, row.text("RNE"), row.text("LS") in SHORT_BREAKS, row)


def _earlier(known: Known, origin: Origin) -> Iterator[Episode]:
    for key, stored in known.of_kind("home"):
        when = stored.when
        if when.start is not None:
            lost = when.end is None and stored.as_of is not None and stored.as_of < origin.as_of
            short = bool(stored.fact("short_break"))
            yield Episode(key.removesuffix("/home"), when.start, when.end, stored.fact("rne") or "", short, lost=lost)


def _facts_alone(episodes: list[Episode], origin: Origin) -> Iterator[EntryDraft]:
    for one in episodes:
        if one.comes_into_care:
            yield origin.draft(f"{one.key}/came_into_care", "came_into_care", point(one.start))
    for one in episodes:
        short = 1 if one.short else None
        when, place, provider = When(one.start, one.end), one.said("PLACE"), one.said("PLACE_PROVIDER")
        yield origin.draft(f"{one.key}/home", "home", when, place=place, provider=provider, rne=one.rne, short_break=short)
        moved, left = one.said("REASON_PLACE_CHANGE"), one.said("REC")
        if moved:
            yield origin.draft(f"{one.key}/move_reason", "move_reason", point(one.end), code=moved)
        if left not in CARE_WENT_ON and not (one.short and left == HOME_AS_PLANNED):
            yield origin.draft(f"{one.key}/left_care", "left_care", point(one.end), code=left)


def _legal_statuses(episodes: list[Episode], known: Known, origin: Origin) -> Iterator[EntryDraft]:
    runs = _runs(episodes, known)
    for number, run in enumerate(runs):
        # Where a new status begins, the one before it has ended, though its rows may be of earlier returns.
        if run.fresh or any(after.fresh for after in runs[number + 1 : number + 2]):
            when = When(run.first.start, run.last.end)
            yield origin.draft(f"{run.first.key}/legal_status", "legal_status", when, code=run.code)


def _runs(episodes: list[Episode], known: Known) -> list[_Run]:
    runs: list[_Run] = []
    going_on = False
    for one in episodes:
        stored = known.by_key.get(f"{one.key}/legal_status")
        before = runs[-1] if going_on else None
        code = one.said("LS") if one.row else (stored.fact("code") if stored else before and before.code)
        if not code:
            going_on = False
            continue
        if stored is None and before is not None and _carries_on(one, code, before):
            runs[-1] = replace(before, last=one, fresh=before.fresh or one.row is not None)
        else:
            runs.append(_Run(code, one, one, fresh=one.row is not None))
        going_on = True
    return runs


def _carries_on(one: Episode, code: str, before: _Run) -> bool:
    if code != before.code or (one.row and one.rne in LEGAL_STATUS_CHANGED and not one.short):
        return False
    return one.short or before.last.reaches >= one.start


def _reasons_for_care(episodes: list[Episode], known: Known, origin: Origin) -> Iterator[EntryDraft]:
    told: set[str] = set()
    until = date.min
    for one in episodes:
        if one.comes_into_care or (one.start > until and not one.short):
            told = set()
        until = max(until, one.reaches)
        stored = known.by_key.get(f"{one.key}/reason_for_care")
        code = one.said("CIN") if one.row else (stored.fact("code") if stored else "")
        if one.row and code and (stored or one.comes_into_care or code not in told):
            yield origin.draft(f"{one.key}/reason_for_care", "reason_for_care", point(one.start), code=code)
        told.add(code or "")
