"""Adding to the official file: the only way an entry comes to be.

>>> append_entry(child=amara, draft=EntryDraft(kind="visit", ...), by=priya.who(), now=now)
"""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction

from audit.canonical import canonical, sha256
from audit.chains import extend
from audit.events import Event
from audit.models import ChainHead
from audit.record import record
from audit.who import Who
from official_file.drafts import EntryDraft, body_of
from official_file.kinds import check_facts
from official_file.models import Entry, EntryNow, EntryPayload, EntrySource
from official_file.projection import first_standing, hours_of_council, set_closing
from people.models import Child

BATCH = 500


@transaction.atomic
def append_entry(*, child: Child, draft: EntryDraft, by: Who, now: datetime) -> Entry:
    """Add one entry to the child's file and its audit. Raises WrongFacts when the facts do not fit the kind."""
    entry = append_entries(drafts=[(child, draft)], by=by, now=now)[0]
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
    hours = hours_of_council()
    entries: list[Entry] = []
    payloads: list[EntryPayload] = []
    sources: list[EntrySource] = []
    standings: list[EntryNow] = []
    for child, draft in drafts:
        check_facts(draft.kind, draft.facts)
        body = body_of(draft)
        raw = canonical(body)
        entry = _linked(child, heads[child.pk], sha256(raw), by, now)
        older = replaced.get(draft.supersedes) if draft.supersedes else None
        standing = first_standing(entry, body, hours, older)
        if older:
            set_closing(older, standing)
        entries.append(entry)
        payloads.append(EntryPayload(entry=entry, body=raw.decode()))
        standings.append(standing)
        source = draft.source
        sources.append(EntrySource(entry=entry, system=source.system, key=source.key, as_of=source.as_of, run_id=source.run_id))
    Entry.objects.bulk_create(entries, batch_size=BATCH)
    EntryPayload.objects.bulk_create(payloads, batch_size=BATCH)
    EntrySource.objects.bulk_create(sources, batch_size=BATCH)
    EntryNow.objects.bulk_create(standings, batch_size=BATCH)
    EntryNow.objects.bulk_update(replaced.values(), ["superseded_by", "closes_at"], batch_size=BATCH)
    ChainHead.objects.bulk_update(heads.values(), ["position", "link"], batch_size=BATCH)
    return entries


def _linked(child: Child, head: ChainHead, payload_digest: str, by: Who, now: datetime) -> Entry:
    pk = uuid4()
    made = extend(head, item=str(pk), payload_digest=payload_digest)
    return Entry(
        id=pk,
        child=child,
        position=made.position,
        previous=made.previous,
        payload_digest=payload_digest,
        link=made.link,
        recorded_at=now,
        recorded_by=by.name,
    )


def _locked_heads(children: set[UUID]) -> dict[UUID, ChainHead]:
    names = {f"file:{pk}": pk for pk in children}
    ChainHead.objects.bulk_create([ChainHead(chain=name) for name in names], ignore_conflicts=True)
    locked = ChainHead.objects.select_for_update().filter(chain__in=names).order_by("chain")
    return {names[head.chain]: head for head in locked}
