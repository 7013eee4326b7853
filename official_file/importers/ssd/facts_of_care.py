"""Episodes, placements and legal statuses -> the same facts that the return makes of its Episodes table, in the same shape.

The return has one row for each change of home or legal status; the dataset keeps them apart. So a home of the dataset is told in as
many pieces as the return has rows: it is cut where an episode of the same placement begins. Then the same event is recognised,
whichever source brings it (official_file/importers/returns/episodes.py says what each row of a return tells).

 - Coming into care: an episode whose reason is S; else the day of entering care that the first episode of a time in care names.
 - A home: a placement, cut at its episodes. Without an end of its own it ends when its last episode does.
 - A reason for being in care: once for each time in care and code. Leaving care: an episode that ends otherwise than by X1.
 - Short breaks (legal status V3, V4): a home; going to it is no coming into care, and going home from it (E4A) no leaving.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from official_file.drafts import EntryDraft
from official_file.importers.comparing import Known
from official_file.importers.returns.episodes import CAME_INTO_CARE, CARE_WENT_ON, HOME_AS_PLANNED, SHORT_BREAKS
from official_file.importers.ssd.origin import Origin, point, stretch
from official_file.importers.ssd.rows import Row
from official_file.plain_language.when import When

EPISODES, PLACEMENTS, STATUSES = "ssd_cla_episodes", "ssd_cla_placement", "ssd_legal_status"
START, END = "cla_episode_start_date", "cla_episode_ceased_date"
MOVED_IN, MOVED_OUT = "cla_placement_start_date", "cla_placement_end_date"
STILL = date.max
Rows = Mapping[str, list[Row]]


@dataclass(frozen=True, slots=True)
class _Care:
    """One child's times in care, oldest first."""

    episodes: Sequence[Row]
    placements: Sequence[Row]
    statuses: Sequence[Row]

    def is_short(self, day: date | None) -> bool:
        """Whether a planned short stay is what the law says for this day."""
        return day is not None and any(
            row.text("legal_status") in SHORT_BREAKS
            and (row.day("legal_status_start_date") or STILL) <= day <= (row.day("legal_status_end_date") or STILL)
            for row in self.statuses
        )


def care_facts(rows: Rows, known: Known, origin: Origin) -> Iterator[EntryDraft]:
    """Every fact of one child's times in care."""
    care = _Care(
        sorted(rows.get(EPISODES, []), key=lambda row: (row.day(START) or STILL, row.day(END) or STILL, row.key)),
        sorted(rows.get(PLACEMENTS, []), key=lambda row: (row.day(MOVED_IN) or STILL, row.day(MOVED_OUT) or STILL, row.key)),
        rows.get(STATUSES, []),
    )
    yield from _coming_and_going(care, origin)
    yield from _reasons(care, origin)
    yield from _homes(care, known, origin)
    for row in care.statuses:
        if row.text("legal_status"):
            when = stretch(row.day("legal_status_start_date"), row.day("legal_status_end_date"))
            yield origin.draft(row, "legal_status", "legal_status", when, code=row.text("legal_status"))


def _coming_and_going(care: _Care, origin: Origin) -> Iterator[EntryDraft]:
    told: set[str] = set()
    for row in care.episodes:
        start, left, short = row.day(START), row.text("cla_episode_ceased_reason"), care.is_short(row.day(START))
        entered = row.day("entered_care_date")
        time_in_care = row.text("cla_id") or (entered.isoformat() if entered else "")
        begins = row.text("cla_episode_start_reason") == CAME_INTO_CARE
        if begins and not short:
            yield origin.draft(row, "came_into_care", "came_into_care", point(start))
        elif entered and time_in_care not in told and not short and not _has_beginning(care, row):
            yield origin.draft(row, "came_into_care", "came_into_care", point(entered))
        told.add(time_in_care)
        if left not in CARE_WENT_ON and not (short and left == HOME_AS_PLANNED):
            yield origin.draft(row, "left_care", "left_care", point(row.day(END)), code=left)


def _has_beginning(care: _Care, one: Row) -> bool:
    """Whether an episode of the same time in care says itself that care began."""
    same = (row for row in care.episodes if row.text("cla_id") == one.text("cla_id"))
    return any(row.text("cla_episode_start_reason") == CAME_INTO_CARE for row in same)


def _reasons(care: _Care, origin: Origin) -> Iterator[EntryDraft]:
    told: set[str] = set()
    until = date.min
    for row in care.episodes:
        start, code, short = row.day(START), row.text("cla_primary_need_code"), care.is_short(row.day(START))
        begins = row.text("cla_episode_start_reason") == CAME_INTO_CARE and not short
        if begins or (start is not None and start > until and not short):
            told = set()
        until = max(until, row.day(END) or STILL)
        if code and (begins or code not in told):
            yield origin.draft(row, "reason_for_care", "reason_for_care", point(start), code=code)
        told.add(code)


def _homes(care: _Care, known: Known, origin: Origin) -> Iterator[EntryDraft]:
    if EPISODES not in origin.present and any(key.startswith(f"{EPISODES}/") for key in known.by_key):
        return  # homes were cut at episodes, and tonight there are none: they stay as they are
    linked: dict[str, list[Row]] = defaultdict(list)
    for row in care.episodes:
        linked[row.text("cla_placement_id")].append(row)
    for placement in care.placements:
        own = linked.get(placement.key) or [row for row in linked.get("", []) if row.day(START) == placement.day(MOVED_IN)]
        yield from _pieces(placement, own, care, origin)
        moved = placement.text("cla_placement_change_reason")
        if moved and placement.day(MOVED_OUT):
            yield origin.draft(placement, "move_reason", "move_reason", point(placement.day(MOVED_OUT)), code=moved)


def _pieces(placement: Row, episodes: Sequence[Row], care: _Care, origin: Origin) -> Iterator[EntryDraft]:
    """One placement, cut where an episode of it begins. The first piece has the placement's own key, so that it keeps it."""
    first = placement.day(MOVED_IN) or (episodes[0].day(START) if episodes else None)
    last = placement.day(MOVED_OUT) or _ended(episodes)
    cuts = [row for row in episodes if (day := row.day(START)) and first and first < day < (last or STILL)]
    begun = next((row for row in (*episodes, *care.episodes) if first and row.day(START) == first), None)
    starts = [(first, begun, "home"), *((row.day(START), row, f"home/{row.key}") for row in cuts)]
    for number, (start, episode, fact) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else last
        yield origin.draft(
            placement,
            fact,
            "home",
            When(start, end) if start else stretch(start, end),
            place=placement.text("cla_placement_type"),
            provider=placement.text("cla_placement_provider"),
            rne=episode.text("cla_episode_start_reason") if episode else "",
            short_break=1 if care.is_short(start) else None,
        )


def _ended(episodes: Sequence[Row]) -> date | None:
    """When a placement's episodes are over; None while one of them goes on."""
    ends = [row.day(END) for row in episodes]
    return max(end for end in ends if end) if ends and all(ends) else None
