"""The sharing desk: all that waits to be opened for the children a worker works with, oldest and late first, and the way through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch
from django.urls import reverse

from official_file.actions.open_entry import is_health
from official_file.kinds import KINDS
from official_file.models import EntryNow, PlainVersion
from official_file.models.now import EntryNowQuerySet, State
from official_file.queries import entries_for
from official_file.sharing_clock import due_at
from people.models import Child, User
from portal.queries.desk import Waiting, waiting_by_child, waits
from portal.queries.lateness import Lateness, lateness
from portal.queries.my_entries import in_order
from portal.queries.staff_lines import StaffLine, staff_line, with_days

A_PAGE = 40
FAR = datetime(9999, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands among those of its child that wait: which one, of how many, and the addresses of its neighbours."""

    number: int
    of: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One entry that waits, of one child. `due`: when it has a clock. `routine`: it may be opened together with others."""

    child: Child
    line: StaffLine
    due: Lateness | None
    routine: bool


@dataclass(frozen=True, slots=True)
class Sharing:
    """The sharing desk: one page of what waits, and how much waits of each child."""

    lines: list[WaitingLine]
    page: Page[Any]
    children: list[Waiting]
    late: int

    @property
    def has_routine(self) -> bool:
        """Whether anything on this page may be opened together with others."""
        return any(one.routine for one in self.lines)


def sharing_of(user: User, at: datetime, *, number: str = "") -> Sharing:
    """Everything that waits for the children this user works with: what is late first, then by when it is due, then the oldest."""
    mine = Child.objects.worked_with_by(user, at)
    children = {child.pk: child for child in mine}
    rows = with_days(EntryNow.objects.visible_to(user, at).current()).filter(waits(at), no_trace=False, child__in=list(children))
    order = sorted(
        ((_due(children[child], state, day, recorded_at), day, recorded_at, pk) for pk, child, state, day, recorded_at in _facts(rows)),
        key=lambda one: (one[0] or FAR, one[1] or date.max, one[2], one[3]),
    )
    page = Paginator(order, A_PAGE).get_page(number)
    found = {row.pk: row for row in _content(rows, [pk for _due_at, _day, _at, pk in page])}
    lines = [_line(found[pk], children[found[pk].child_id], due, at) for due, _day, _at, pk in page]
    return Sharing(lines, page, waiting_by_child(user, at), sum(1 for due, *_rest in order if due and due <= at))


def is_routine(row: EntryNow) -> bool:
    """Whether it may be opened together with others: facts without words of anybody, not about health, with no rules of their own."""
    return not (KINDS[row.kind].free or row.no_trace or is_health(row) or row.sensitivity > 1)


def read_together(user: User, ids: Iterable[UUID], at: datetime) -> list[EntryNow]:
    """Of these entries those that wait, may be opened together, and are of children this user works with, oldest first."""
    mine = Child.objects.worked_with_by(user, at)
    rows = with_days(EntryNow.objects.visible_to(user, at).current()).filter(waits(at), no_trace=False, child__in=mine)
    found = in_order(_content(rows, list(ids)))
    return [row for row in found if is_routine(row)]


def _facts(rows: EntryNowQuerySet) -> Any:
    return rows.order_by().values_list("pk", "child", "state", "day", "recorded_at")


def _due(child: Child, state: str, day: date | None, recorded_at: datetime) -> datetime | None:
    """Only what was never decided about has a clock: what comes back from a hold has its own day."""
    return due_at(day=day, recorded_at=recorded_at, nation=child.nation) if state == State.WAITING else None


def _content(rows: EntryNowQuerySet, ids: list[UUID]) -> EntryNowQuerySet:
    found: EntryNowQuerySet = rows.filter(pk__in=ids).select_related("child", "entry__payload")
    return found.prefetch_related("entry__sources", Prefetch("entry__plain_versions", queryset=PlainVersion.objects.order_by("at")))


def _line(row: EntryNow, child: Child, due: datetime | None, at: datetime) -> WaitingLine:
    return WaitingLine(child, staff_line(row, child=child, at=at), lateness(due, at) if due else None, is_routine(row))


def waiting_rows(user: User, child: Child, at: datetime) -> EntryNowQuerySet:
    """What waits of this child, in the order in which it is gone through."""
    rows: EntryNowQuerySet = in_order(with_days(entries_for(user, child, at))).filter(waits(at), no_trace=False)
    return rows


def place_in_queue(user: User, row: EntryNow, at: datetime) -> Place | None:
    """Its place among what waits of this child; None when it does not wait."""
    ids = list(waiting_rows(user, row.child, at).values_list("pk", flat=True))
    if row.pk not in ids:
        return None
    here = ids.index(row.pk)
    return Place(here + 1, len(ids), _url(ids[here - 1 : here]), _url(ids[here + 1 : here + 2]))


def after_deciding(user: User, row: EntryNow, at: datetime) -> str:
    """The next that waits of this child after the one that was decided; the opening desk when none does."""
    ids = list(waiting_rows(user, row.child, at).values_list("pk", flat=True))
    order = list(in_order(EntryNow.objects.filter(pk__in=[*ids, row.pk])).values_list("pk", flat=True))
    later = [pk for pk in order[order.index(row.pk) + 1 :] if pk in ids] or ids
    return _url(later[:1]) or reverse("portal:opening", args=[row.child_id])


def _url(ids: Iterable[UUID]) -> str:
    return next((reverse("portal:staff_entry", args=[pk]) for pk in ids), "")
