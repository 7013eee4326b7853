"""One event of several children: entered once, and each child's file holds only that child's part.

Nothing of the others stands in a child's file: no name, no word, not how many they are. Only staff who reach all of them see that
it was entered once, and for how many.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from official_file.duplicates import newest_ids
from official_file.models import Entry, EntryNow, SharedEvent, SharedPart
from official_file.models.now import State
from official_file.versions import versions_of
from people.models import Child, User


@dataclass(frozen=True, slots=True)
class OtherPart:
    """Another child's part, in this reader's reach: whose, and its entry."""

    child: Child
    entry_id: UUID


@dataclass(frozen=True, slots=True)
class EnteredOnce:
    """What a reader may know. `count`: how many children it concerned, for whoever reaches all of them; else 0."""

    count: int
    others: list[OtherPart]


def share(parts: Iterable[tuple[str, str, Entry]], now: datetime) -> int:
    """Make these entries parts of their events: (system, key of the event, entry). Twice the same is once. Returns how many were new."""
    rows = list(parts)
    wanted = {(system, key) for system, key, _entry in rows}
    events = {(one.system, one.key): one for one in SharedEvent.objects.filter(key__in={key for _system, key in wanted})}
    made = [SharedEvent(system=system, key=key, at=now) for system, key in sorted(wanted - events.keys())]
    SharedEvent.objects.bulk_create(made)
    events |= {(one.system, one.key): one for one in made}
    known = set(SharedPart.objects.filter(entry__in=[entry for _system, _key, entry in rows]).values_list("entry_id", flat=True))
    fresh = [(system, key, entry) for system, key, entry in rows if entry.pk not in known]
    SharedPart.objects.bulk_create([SharedPart(event=events[system, key], entry=entry) for system, key, entry in fresh])
    return len(fresh)


def entered_once(row: EntryNow, user: User, at: datetime) -> EnteredOnce | None:
    """That this entry is a part of an event of several children; None when it is not, or when this reader reaches none of the others."""
    events = SharedPart.objects.filter(entry__in=versions_of(row.entry)).values("event")
    entries = set(SharedPart.objects.filter(event__in=events).values_list("entry_id", flat=True))
    if not entries:
        return None
    parts = EntryNow.objects.filter(pk__in=set(newest_ids(entries).values())).exclude(state=State.DISPOSED).exclude(child=row.child_id)
    others = set(parts.values_list("child_id", flat=True))
    seen = EntryNow.objects.visible_to(user, at).filter(pk__in=parts.values("pk")).select_related("child").order_by("child__known_as", "pk")
    reached = list({one.child_id: OtherPart(one.child, one.pk) for one in seen}.values())
    all_reached = Child.objects.visible_to(user, at).filter(pk__in=others).count() == len(others)
    return EnteredOnce(len(others) + 1 if all_reached else 0, reached) if reached else None
