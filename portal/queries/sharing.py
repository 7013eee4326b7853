"""The sharing desk: all that waits to be opened for the children a worker works with, oldest and late first, and the way through it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from official_file.models import EntryNow
from official_file.models.now import EntryNowQuerySet
from official_file.queries import entries_for
from people.models import Child, User
from portal.queries.desk import waits
from portal.queries.lateness import Lateness
from portal.queries.my_entries import in_order
from portal.queries.staff_lines import StaffLine, with_days


@dataclass(frozen=True, slots=True)
class Place:
    """Where an entry stands among those of its child that wait: which one, of how many, and the addresses of its neighbours."""

    number: int
    of: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class WaitingLine:
    """One entry that waits, of one child. `due`: when it has a clock."""

    child: Child
    line: StaffLine
    due: Lateness | None


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
