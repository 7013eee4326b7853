"""Questions the audit answers."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from audit.canonical import digest
from audit.chains import first_broken
from audit.events import Event
from audit.models import AuditEvent, ChainHead

LOOKS = (
    Event.FILE_LOOKED_AT,
    Event.FILE_SEARCHED,
    Event.ENTRY_LOOKED_AT,
    Event.ORIGINAL_HANDED_OUT,
    Event.CONTRIBUTION_LOOKED_AT,
    Event.EMERGENCY_ACCESS_TAKEN,
    Event.RECORD_SEARCHED_FOR,
    Event.REQUEST_PLACE_LOOKED,
)


def looks_at(child: UUID) -> QuerySet[AuditEvent]:
    """Every look at this child's record, newest first. Their own reading is not counted as somebody looking."""
    return AuditEvent.objects.filter(child=child, event__in=[event.value for event in LOOKS]).exclude(by_role="young_person")


def history_of(child: UUID) -> QuerySet[AuditEvent]:
    """Everything that happened to this child's record, newest first."""
    return AuditEvent.objects.filter(child=child)


def by_whom(about_id: UUID, events: Collection[Event]) -> set[UUID]:
    """The ids of those who did one of these things to something: what the audit says, whatever has changed since."""
    rows = AuditEvent.objects.filter(about_id=about_id, event__in=[event.value for event in events], by_user__isnull=False)
    return {user for user in rows.values_list("by_user", flat=True) if user}


def by_whom_since(start: datetime, about_id: UUID, events: Collection[Event]) -> set[UUID]:
    """Those of `by_whom` who did it since that moment."""
    rows = AuditEvent.objects.filter(about_id=about_id, at__gte=start, event__in=[event.value for event in events], by_user__isnull=False)
    return {user for user in rows.values_list("by_user", flat=True) if user}


def last_time(event: Event, *, about_id: UUID, by_user: UUID, kind: str) -> datetime | None:
    """When somebody last did this to something, as the audit says; `kind` is one of its facts. None for never."""
    rows = AuditEvent.objects.filter(event=event.value, about_id=about_id, by_user=by_user, facts__kind=kind)
    return rows.order_by("-at").values_list("at", flat=True).first()


def first_broken_link(chain: str) -> tuple[int, str] | None:
    """None when the audit chain is whole, else (position, why) of the first break."""
    rows = AuditEvent.objects.filter(chain=chain).order_by("position")
    items = [(row.position, row.previous, row.link, str(row.id), digest(row.payload())) for row in rows.iterator()]
    broken = first_broken(items)
    if broken:
        return broken
    head = ChainHead.objects.filter(chain=chain).first()
    if (head.position if head else 0) != len(items):
        return len(items) + 1, "The last item is missing."
    return None
