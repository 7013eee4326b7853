"""Writing to the audit: one function, always inside the transaction of the change it records."""

from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import transaction

from audit.canonical import digest
from audit.chains import append_link
from audit.events import Event
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
    row = AuditEvent(
        id=uuid4(),
        chain=f"audit:{child}" if child else INSTALLATION,
        event=event.value,
        at=at,
        child=child,
        by_name=by.name,
        by_role=by.role,
        by_user=by.user_id,
        about_type=about_type,
        about_id=about_id,
        facts=facts or {},
    )
    made = append_link(row.chain, item=str(row.id), payload_digest=digest(row.payload()))
    row.position, row.previous, row.link = made.position, made.previous, made.link
    row.save()
    return row
