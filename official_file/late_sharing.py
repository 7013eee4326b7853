"""What should have been read for its subject by now and was not: of what leaves no trace, never."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from official_file.models import EntryNow
from official_file.models.now import EntryNowQuerySet
from official_file.sharing_clock import due_at
from people.models import Child, Task, TaskKind


def late_in(rows: EntryNowQuerySet, nations: dict[UUID, str], at: datetime) -> dict[UUID, list[datetime]]:
    """Of what waits among these rows: for each child, when what is late was due, the oldest first."""
    found: defaultdict[UUID, list[datetime]] = defaultdict(list)
    waiting = rows.waiting_for_worker().filter(no_trace=False, day__isnull=False, child__in=list(nations)).order_by()
    for child, day, recorded_at in waiting.values_list("child", "day", "recorded_at"):
        due = due_at(day=day, recorded_at=recorded_at, nation=nations[child])
        if due and due <= at:
            found[child].append(due)
    return {child: sorted(dues) for child, dues in found.items()}


def late_of(children: Iterable[Child], rows: EntryNowQuerySet, at: datetime) -> dict[UUID, list[datetime]]:
    """The same for these children."""
    nations = {child.pk: child.nation for child in children}
    return late_in(rows, nations, at) if nations else {}


def we_are_late(child: Child, at: datetime) -> bool:
    """Whether something new, or a part they asked for, should have been read for them by now."""
    asked = Task.objects.open().filter(child=child, kind=TaskKind.OPEN_CHAPTER, due_at__lte=at)
    return asked.exists() or bool(late_of([child], EntryNow.objects.all(), at))
