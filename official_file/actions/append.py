"""Adding to the official file: the only way an entry comes to be.

>>> append_entry(child=amara, draft=EntryDraft(kind="visit", ...), by=priya.who(), now=now)
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID, uuid4

from django.db import transaction

from audit.canonical import canonical, sha256
from audit.chains import extend, locked_heads, store_heads
from audit.counting import count_anew
from audit.events import Event
from audit.insert import insert_objects, insert_rows, make
from audit.models import ChainHead
from audit.record import record
from audit.who import Who
from official_file.drafts import EntryDraft, SourceRef, body_of
from official_file.keeping_closed import keep_closed
from official_file.kinds import check_facts
from official_file.models import Entry, EntryNow, EntryPayload, EntrySource, SourceSaid
from official_file.projection import first_standing, hours_of_council, set_closing
from official_file.routine import rules_by_kind
from official_file.searching import index_entries
from official_file.shared_events import share
from official_file.telling_once import follow
from official_file.theme_index import known_of, store_themes
from people.models import Child

BATCH = 500


@transaction.atomic
def append_entry(*, child: Child, draft: EntryDraft, by: Who, now: datetime) -> Entry:
    """Add one entry to the child's file and its audit. Raises WrongFacts when the facts do not fit the kind."""
    entry = append_entries(drafts=[(child, draft)], by=by, now=now)[0]
    entry.child = child
    event = Event.ENTRY_CORRECTED if draft.supersedes else Event.ENTRY_ADDED
    record(event, child=child.pk, by=by, at=now, about_type="entry", about_id=entry.pk, facts={"kind": draft.kind})
    return entry


@transaction.atomic
def append_entries(*, drafts: Sequence[tuple[Child, EntryDraft]], by: Who, now: datetime) -> list[Entry]:
    """Add many entries, of one or many children, in the order given; all or none. The caller writes the audit.

    Raises WrongFacts when facts do not fit their kind. Heads are locked in a fixed order, so that two runs cannot
    wait for each other.
    """
    heads = _locked_heads({child.pk for child, _draft in drafts})
    replaced = EntryNow.objects.in_bulk([draft.supersedes for _child, draft in drafts if draft.supersedes])
    hours, rules = hours_of_council(), rules_by_kind()
    rows = _Rows()
    for child, draft in drafts:
        check_facts(draft.kind, draft.facts)
        body = body_of(draft)
        raw = canonical(body)
        entry = _linked(child, heads[child.pk], sha256(raw), by, now)
        older = replaced.get(draft.supersedes) if draft.supersedes else None
        standing = first_standing(entry, body, hours, older, rules=rules)
        if older:
            set_closing(older, standing)
        rows.add(entry, raw.decode(), draft, standing)
        rows.themes.extend((entry.pk, theme) for theme in known_of(body).themes)
    rows.store()
    if replaced:
        EntryNow.objects.bulk_update(replaced.values(), ["superseded_by", "closes_at"], batch_size=BATCH)
        follow({pk: row.superseded_by_id for pk, row in replaced.items() if row.superseded_by_id})
    store_heads(heads.values())
    keep_closed(rows.parted, now)
    if rows.shared:
        share(rows.shared, now)
    index_entries(rows.entries, now=now)
    return rows.entries


@dataclass(slots=True)
class _Rows:
    """What one call adds, gathered so that each table is written once."""

    entries: list[Entry] = field(default_factory=list)
    payloads: list[tuple[UUID, str]] = field(default_factory=list)
    sources: list[tuple[UUID, UUID, str, str, date | None, UUID | None]] = field(default_factory=list)
    said: list[tuple[UUID, str, str]] = field(default_factory=list)
    standings: list[EntryNow] = field(default_factory=list)
    themes: list[tuple[UUID, str]] = field(default_factory=list)
    parted: list[tuple[UUID, Entry]] = field(default_factory=list)
    shared: list[tuple[str, str, Entry]] = field(default_factory=list)

    def add(self, entry: Entry, body: str, draft: EntryDraft, standing: EntryNow) -> None:
        """One entry: its link, its content, where it came from, how it stands."""
        self.entries.append(entry)
        self.payloads.append((entry.pk, body))
        own = self._add_source(entry, draft.source)
        for one in draft.further:
            same = (one.source.system, one.source.key) == (draft.source.system, draft.source.key)
            self.said.append((own if same else self._add_source(entry, one.source), one.rule, canonical(one.body).decode()))
        self.standings.append(standing)
        if draft.parted_from:
            self.parted.append((draft.parted_from, entry))
        if draft.shared_event:
            self.shared.append((draft.source.system, draft.shared_event, entry))

    def _add_source(self, entry: Entry, source: SourceRef) -> UUID:
        pk = uuid4()
        self.sources.append((pk, entry.pk, source.system, source.key, source.as_of, source.run_id))
        return pk

    def store(self) -> None:
        """Write the tables, in the order in which they point at each other."""
        insert_objects(Entry, self.entries)
        insert_rows(EntryPayload, ("entry_id", "body"), self.payloads)
        insert_rows(EntrySource, ("id", "entry_id", "system", "key", "as_of", "run_id"), self.sources)
        insert_rows(SourceSaid, ("source_id", "rule", "body"), self.said)
        insert_objects(EntryNow, self.standings)
        store_themes(self.themes)
        count_anew([EntryNow, Entry, EntryPayload, EntrySource], added=len(self.entries))


def _linked(child: Child, head: ChainHead, payload_digest: str, by: Who, now: datetime) -> Entry:
    pk = uuid4()
    made = extend(head, item=str(pk), payload_digest=payload_digest)
    values = {
        "id": pk,
        "child_id": child.pk,
        "position": made.position,
        "previous": made.previous,
        "payload_digest": payload_digest,
        "link": made.link,
        "recorded_at": now,
        "recorded_by": by.name,
    }
    return make(Entry, values)


def _locked_heads(children: set[UUID]) -> dict[UUID, ChainHead]:
    names = {f"file:{pk}": pk for pk in children}
    return {names[chain]: head for chain, head in locked_heads(names).items()}
