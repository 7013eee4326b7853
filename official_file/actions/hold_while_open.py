"""A hold that something open places by itself, and lifts when it ends: nobody has to remember it, and nobody's hand can lift it."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from official_file.models import RetentionHold
from people.models import Child

ABOUT = "retention_hold"


@transaction.atomic
def hold_while_open(
    *,
    child: Child,
    ground: RetentionHold.Ground,
    about_type: str,
    about_id: UUID,
    reason: str,
    audited: UUID | None,
    by: Who,
    now: datetime,
) -> RetentionHold:
    """The standing hold for this thing, placed now if there is none. Asked again after it was lifted, the same one stands again.

    `audited`: the child in whose audit it is written, None for the installation's, where the child has not heard of the thing itself.
    """
    Child.objects.select_for_update().get(pk=child.pk)  # waits for a disposal under way, and one that comes waits for this
    first = {"ground": ground, "reason": reason, "placed_by_id": by.user_id, "placed_at": now}
    hold, made = RetentionHold.objects.select_for_update().get_or_create(
        child=child, about_type=about_type, about_id=about_id, defaults=first
    )
    if made or hold.lifted_at is not None:
        hold.lifted_at, hold.lifted_by, hold.lifted_why = None, None, ""
        hold.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
        record(Event.HOLD_PLACED, child=audited, by=by, at=now, about_type=ABOUT, about_id=hold.pk)
    return hold


@transaction.atomic
def lift_when_ended(*, about_type: str, about_id: UUID, why: str, audited: UUID | None, by: Who, now: datetime) -> int:
    """Lift what was placed for this thing. Returns how many were lifted; asked again, none. Other holds on the same record stand."""
    lifted = 0
    for hold in RetentionHold.objects.select_for_update().filter(about_type=about_type, about_id=about_id, lifted_at__isnull=True):
        hold.lifted_at, hold.lifted_by_id, hold.lifted_why = now, by.user_id, why
        hold.save(update_fields=["lifted_at", "lifted_by", "lifted_why"])
        record(Event.HOLD_LIFTED, child=audited, by=by, at=now, about_type=ABOUT, about_id=hold.pk)
        lifted += 1
    return lifted
