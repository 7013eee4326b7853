"""One visit to several brothers and sisters, which a system lists once for each of them, is one event.

    share_family_visits(entries=append_entries(...), now=now)   ->   1

The rule: children who were in one family on that day, each with exactly one visit of that day by the same worker. Nothing is
written into anybody's file: the entries become parts of one event (official_file/shared_events.py).
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import Count, Q

from official_file.models import Entry, EntryNow, SharedPart
from official_file.naming import plain_name
from official_file.shared_events import share
from people.models import FamilyMember

SYSTEM = "family"
VISIT = "visit"
MOST_DAYS_ASKED = 1_500

Together = tuple[UUID, date, tuple[str, ...]]  # family, day, the worker's name


def share_family_visits(*, entries: Sequence[Entry], now: datetime) -> int:
    """Make one event of visits that were one. Returns how many entries became a part of an event."""
    children = {entry.child_id for entry in entries}
    families = _families(children)
    return _share(families, children, {entry.pk for entry in entries}, now) if families else 0


def share_visits_of(*, children: Collection[UUID], now: datetime) -> int:
    """The same for all visits of children of whom it has only now become known that they are one family."""
    families = _families(children)
    if not families:
        return 0
    visits = EntryNow.objects.current().filter(child__in=children, kind=VISIT)
    return _share(families, children, set(visits.values_list("pk", flat=True)), now)


def _families(children: Collection[UUID]) -> set[UUID]:
    """The families of these children that have more than one child here."""
    rows = FamilyMember.objects.filter(family__members__child__in=children).order_by()
    several = rows.values("family").annotate(how_many=Count("child", distinct=True)).filter(how_many__gt=1)
    return set(several.values_list("family", flat=True)) if children else set()


def _share(families: Collection[UUID], children: Collection[UUID], fresh: Collection[UUID], now: datetime) -> int:
    visits = EntryNow.objects.filter(child__in=children, kind=VISIT, day__isnull=False).order_by()
    days = {day for pk, day in visits.values_list("pk", "day") if pk in fresh}
    if not days:
        return 0
    parts = [part for together, found in _visits(families, days).items() for part in _parts(together, found, fresh)]
    return share(parts, now)


def _visits(families: Collection[UUID], days: Collection[date]) -> dict[Together, dict[UUID, list[Entry]]]:
    """Visits on these days to children who were in these families then: for each family, day and worker, by child."""
    members: dict[UUID, list[FamilyMember]] = defaultdict(list)
    for one in FamilyMember.objects.filter(family__in=families):
        members[one.child_id].append(one)
    rows = EntryNow.objects.current().filter(child__in=list(members), kind=VISIT, no_trace=False)
    rows = rows.filter(day__in=days) if len(days) <= MOST_DAYS_ASKED else rows.filter(day__isnull=False)
    found: dict[Together, dict[UUID, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for row in rows.select_related("entry__payload").order_by("child", "recorded_at", "pk"):
        worker = plain_name(json.loads(row.entry.payload.body)["author"]["name"])
        for member in members[row.child_id] if worker and row.day in days else ():
            if member.left_on is None or row.day < member.left_on:
                found[member.family_id, row.day, worker][row.child_id].append(row.entry)
    return found


def _parts(together: Together, by_child: dict[UUID, list[Entry]], fresh: Collection[UUID]) -> Iterator[tuple[str, str, Entry]]:
    alone = [entries[0] for entries in by_child.values() if len(entries) == 1]
    if len(alone) < 2 or not any(entry.pk in fresh for entry in alone):
        return
    known = SharedPart.objects.filter(entry__in=alone).filter(~Q(event__system=SYSTEM)).values_list("event__system", "event__key").first()
    system, key = known or (SYSTEM, _key(together))  # who told one of them as a part of an event knew best
    for entry in alone:
        yield system, key, entry


def _key(together: Together) -> str:
    family, day, worker = together
    return f"{family}/{day.isoformat()}/{hashlib.sha256(' '.join(worker).encode()).hexdigest()[:16]}"
