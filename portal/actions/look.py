"""Looks by staff at a child's record, written down before anything is shown. The person it is about can read the list."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.models import AuditEvent
from audit.record import record
from official_file.models import Entry
from people.models import Child, User


@transaction.atomic
def look_at_file(*, child: Child, by: User, now: datetime) -> AuditEvent:
    """A page about this child was opened."""
    return record(Event.FILE_LOOKED_AT, child=child.pk, by=by.who(now), at=now)


@transaction.atomic
def look_at_entry(*, entry: Entry, by: User, now: datetime) -> AuditEvent:
    """One entry was opened."""
    return record(Event.ENTRY_LOOKED_AT, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk)


@transaction.atomic
def hand_out_original(*, entry: Entry, by: User, now: datetime) -> AuditEvent:
    """The original of an entry left the portal. Written down before its bytes do."""
    return record(Event.ORIGINAL_HANDED_OUT, child=entry.child_id, by=by.who(now), at=now, about_type="entry", about_id=entry.pk)
