"""What the council's system no longer holds, and what it holds again: written down, hidden until a worker has looked, never deleted.

    note_changes(system="ssd", seen={amara.pk: {"cla_episodes/12/home", ...}}, tables=("cla_episodes",), as_of=day, run=run,
                 by=NIGHTLY_IMPORT, now=now)   ->   {amara.pk: Gone(vanished=1)}

Only for a source that tells everything it has each time. A return tells of one year and notes come as they are written: what
those no longer mention is not gone.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from audit.events import Event
from audit.insert import insert_objects
from audit.record import record_many
from audit.who import Who
from official_file.actions.keep_gone_task import CHILD
from official_file.models import Entry, EntryNow, EntrySource, ImportRun, SourceChange
from official_file.projection import refresh_all
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind

VANISHED, RETURNED = SourceChange.Change.VANISHED, SourceChange.Change.RETURNED


@dataclass(slots=True)
class Gone:
    """How many facts of one child this run found gone, and how many there again. A fact is one key of the source."""

    vanished: int = 0
    returned: int = 0


@dataclass(slots=True)
class _Found:
    """What one child's keys have come to, and the sources (of every version of an entry) that changed."""

    counted: Gone = field(default_factory=Gone)
    changed: dict[UUID, SourceChange.Change] = field(default_factory=dict)
    entries: set[UUID] = field(default_factory=set)


@transaction.atomic
def note_changes(
    *,
    system: str,
    seen: Mapping[UUID, Collection[str]],
    tables: Collection[str],
    as_of: date,
    run: ImportRun,
    by: Who,
    now: datetime,
    doubted: Collection[str] = (),
) -> dict[UUID, Gone]:
    """Write down which of these children's facts the export no longer holds, or holds again. Only what changed is in the answer.

    `seen` has every key the export holds for a child, and a child whose rows all went with nothing. `tables` are those that the
    export held and that could be read: of any other nothing is known. Of `doubted` tables nothing is taken for gone, and what is
    there again is there again. `as_of` is the day of the export. Twice the same is once.
    """
    found = {child: one for child, one in _compare(system, seen, tables, doubted).items() if one.changed}
    changes = [
        SourceChange(id=uuid4(), source_id=source, change=change, since=as_of, run=run, at=now)
        for one in found.values()
        for source, change in one.changed.items()
    ]
    insert_objects(SourceChange, changes)
    entries = Entry.objects.filter(pk__in={pk for one in found.values() for pk in one.entries}).select_related("payload")
    refresh_all(list(entries.order_by("child", "position")))
    _owe_a_look(found, now)
    facts = {child: {"vanished": one.counted.vanished, "returned": one.counted.returned} for child, one in found.items()}
    record_many(Event.SOURCE_CHANGED, facts_of=facts, by=by, at=now)
    return {child: one.counted for child, one in found.items()}


def _compare(system: str, seen: Mapping[UUID, Collection[str]], tables: Collection[str], doubted: Collection[str]) -> dict[UUID, _Found]:
    gone, here = _gone_now(seen), {child: frozenset(keys) for child, keys in seen.items()}
    found: dict[UUID, _Found] = defaultdict(_Found)
    counted: set[tuple[UUID, str]] = set()
    for child, key, source, entry in _sources(system, seen):
        table, is_here = key.partition("/")[0], key in here[child]
        if table not in tables or is_here is (source not in gone) or (table in doubted and not is_here):
            continue
        change = RETURNED if is_here else VANISHED
        one = found[child]
        one.changed[source] = change
        one.entries.add(entry)
        if (child, key) not in counted:  # every version of an entry has its source; the fact is one
            counted.add((child, key))
            one.counted.vanished += change == VANISHED
            one.counted.returned += change == RETURNED
    return found


def _sources(system: str, children: Collection[UUID]) -> Iterator[tuple[UUID, str, UUID, UUID]]:
    # Through the children's entries: asked by system, a database would look through the sources of everybody.
    theirs = Entry.objects.filter(child__in=children).values("pk")
    rows = EntrySource.objects.filter(entry__in=theirs, parted__isnull=True)
    for child, key, source, entry, told_by in rows.values_list("entry__child_id", "key", "pk", "entry_id", "system").iterator():
        if told_by == system:
            yield child, key, source, entry


def _gone_now(children: Collection[UUID]) -> set[UUID]:
    """The sources whose newest change says that they are gone."""
    theirs = Entry.objects.filter(child__in=children).values("pk")
    rows = SourceChange.objects.filter(source__entry__in=theirs).order_by("at")
    newest = dict(rows.values_list("source_id", "change"))
    return {source for source, change in newest.items() if change == VANISHED}


def _owe_a_look(found: Mapping[UUID, _Found], now: datetime) -> None:
    """One task for each child of whom something is gone that no worker has looked at; none where everything is there again."""
    waiting = set(EntryNow.objects.filter(child__in=found).gone_and_not_looked_at().values_list("child_id", flat=True).order_by())
    for child in Child.objects.filter(pk__in=waiting):
        make_task(kind=TaskKind.GONE_FROM_SOURCE, child=child, about_type=CHILD, about_id=child.pk, now=now)
    # Nobody did it and nobody owes it any more.
    Task.objects.open().filter(kind=TaskKind.GONE_FROM_SOURCE, about_id__in=found.keys() - waiting).delete()
