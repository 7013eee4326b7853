"""The opening desk of one child: what waits for a worker to read, chapter by chapter, and what will open by itself."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from django.db.models import F
from django.utils.translation import gettext

from law.calendar_words import say_moment
from law.working_time import london_day
from official_file.models import EntryNow
from official_file.models.now import EntryNowQuerySet, State
from official_file.opening_times import opens_when
from official_file.queries import entries_for
from official_file.sharing_clock import due_at
from people.models import Child, Task, TaskKind, User
from portal.queries.desk import waits
from portal.queries.lateness import lateness
from portal.queries.staff_lines import StaffLine, staff_lines, with_days
from portal.queries.story_parts import Part, part_on, parts_of

MOST_LINES = 400
NO_CHAPTER = "elsewhere"


@dataclass(slots=True)
class Pile:
    """What waits of one chapter. `asked`: the task with which the young person asked for it."""

    key: str
    title: str
    when: str
    lines: list[StaffLine] = field(default_factory=list)
    asked: Task | None = None

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(bool(line.late) for line in self.lines)

    @property
    def count(self) -> int:
        """How many wait."""
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class Opening:
    """Everything the opening desk shows."""

    piles: list[Pile]
    here: Pile | None
    by_itself: list[StaffLine]
    held: int
    withheld: int
    silent: int
    opens: str


def opening_of(user: User, child: Child, *, chosen: str, at: datetime) -> Opening:
    """The desk, with one pile open: the one chosen, else one in which something is late, else the first asked for, else the first."""
    rows = in_time(with_days(entries_for(user, child, at)))
    waiting = list(rows.filter(waits(at), no_trace=False)[:MOST_LINES])
    lines = staff_lines(waiting, child=child, at=at)
    piles = _piles([replace(line, late=_late(row, child, at)) for line, row in zip(lines, waiting, strict=True)], child, user, at)
    for pile in piles:
        pile.lines.sort(key=lambda line: not line.late)
    first = next((pile for pile in piles if pile.late), None) or next((pile for pile in piles if pile.asked), None)
    here = next((pile for pile in piles if pile.key == chosen), None) or first or (piles[0] if piles else None)
    soon = rows.filter(state=State.BY_RULE, no_trace=False, opens_at__gt=at)[:MOST_LINES]
    plain = entries_for(user, child, at).prefetch_related(None)
    return Opening(
        piles=piles,
        here=here,
        by_itself=staff_lines(soon, child=child, at=at),
        held=with_days(plain).filter(state=State.HELD).exclude(held_until__lte=london_day(at)).count(),
        withheld=with_days(plain).filter(state=State.WITHHELD).exclude(look_again__lte=london_day(at)).count(),
        silent=plain.filter(no_trace=True).exclude(opens_at__lte=at).count(),
        opens=when_it_opens(at),
    )


def _late(row: EntryNow, child: Child, at: datetime) -> str:
    """How late it is, in words; "" for what is not late, or has no clock."""
    due = due_at(day=row.day, recorded_at=row.recorded_at, nation=child.nation) if row.state == State.WAITING else None
    return lateness(due, at).text if due and due <= at else ""


def waiting_number(user: User, child: Child, at: datetime) -> int:
    """How many entries of this child wait for a worker to read."""
    return with_days(entries_for(user, child, at).prefetch_related(None)).filter(waits(at), no_trace=False).count()


def in_time(rows: EntryNowQuerySet) -> EntryNowQuerySet:
    """Oldest first; what has no date comes last."""
    ordered: EntryNowQuerySet = rows.order_by(F("day").asc(nulls_last=True), "recorded_at", "pk")
    return ordered


def when_it_opens(at: datetime, row: EntryNow | None = None) -> str:
    """When something opened at this moment is there to read: "now", "on Monday at 9am"."""
    return say_moment(opens_when(row or EntryNow(day=None), at), now=at, translate=gettext)


def chapters_for(user: User, child: Child, at: datetime) -> list[Part]:
    """The chapters as staff see them: every home, but none whose very existence must not be told."""
    homes = entries_for(user, child, at).filter(kind="home", no_trace=False).prefetch_related(None)
    return parts_of(in_time(homes), left_on=frozenset(), child=child, today=london_day(at))


def _piles(lines: Sequence[StaffLine], child: Child, user: User, at: datetime) -> list[Pile]:
    parts = chapters_for(user, child, at)
    found: dict[str, Pile] = {}
    for line in lines:
        part = part_on(line.day, parts)
        pile = found.setdefault(_key(part, line.day), _pile(part, line.day))
        pile.lines.append(line)
    for task in Task.objects.open().filter(child=child, kind=TaskKind.OPEN_CHAPTER):
        day = EntryNow.objects.filter(pk=task.about_id).values_list("day", flat=True).first()
        part = part_on(day, parts)
        found.setdefault(_key(part, day), _pile(part, day)).asked = task
    return list(found.values())


def _key(part: Part | None, day: date | None) -> str:
    return (part.first_id or part.anchor) if part else f"{NO_CHAPTER}-{'before' if day else 'undated'}"


def _pile(part: Part | None, day: date | None) -> Pile:
    if part:
        return Pile(_key(part, day), part.title, part.summary)
    return Pile(_key(None, day), gettext("Before the first home we know of") if day else gettext("Without a date"), "")
