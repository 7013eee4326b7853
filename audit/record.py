"""Writing to the audit: one function (and one for many children at once), always inside the transaction of the change it records."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from audit.canonical import digest
from audit.chains import append_link, extend, locked_heads, store_heads
from audit.events import Event
from audit.insert import insert_objects
from audit.models import AuditEvent
from audit.who import Who

INSTALLATION = "audit:installation"


@transaction.atomic
def record(
    event: Event,
    *,
    child: UUID | None,
    by: Who,
    at: datetime,
    about_type: str = "",
    about_id: UUID | None = None,
    facts: dict[str, Any] | None = None,
) -> AuditEvent:
    """Add one event to the child's audit chain, or to the installation's when `child` is None.

    `facts` are placeholders for the event's sentence: never text of a record. If the row cannot be written the
    caller's change is undone with it, because both stand in one transaction.
    """
    row = _row(event, child=child, by=by, at=at, facts=facts)
    row.about_type, row.about_id = about_type, about_id
    made = append_link(row.chain, item=str(row.id), payload_digest=digest(row.payload()))
    row.position, row.previous, row.link = made.position, made.previous, made.link
    row.save()
    return row


@transaction.atomic
def record_many(event: Event, *, facts_of: Mapping[UUID, dict[str, Any]], by: Who, at: datetime) -> list[AuditEvent]:
    """Add the same event to the audit of many children, each with its own facts: what `record` does, in few statements."""
    rows = [_row(event, child=child, by=by, at=at, facts=facts) for child, facts in facts_of.items()]
    heads = locked_heads({row.chain for row in rows})
    for row in rows:
        made = extend(heads[row.chain], item=str(row.id), payload_digest=digest(row.payload()))
        row.position, row.previous, row.link = made.position, made.previous, made.link
    insert_objects(AuditEvent, rows)
    store_heads(heads.values())
    return rows


def _row(event: Event, *, child: UUID | None, by: Who, at: datetime, facts: dict[str, Any] | None) -> AuditEvent:
    return AuditEvent(
        id=uuid4(),
        chain=f"audit:{child}" if child else INSTALLATION,
        event=event.value,
        at=at,
        child=child,
        by_name=by.name,
        by_role=by.role,
        by_user=by.user_id,
        facts=facts or {},
    )
