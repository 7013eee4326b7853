"""The first-use notice was read: what is kept, who can see it, when someone reads messages, whom to call."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.models import Child, User


@transaction.atomic
def acknowledge_notice(*, child: Child, by: User, now: datetime) -> Child:
    """Store that the young person read the notice, the first time they say so."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    if child.notice_acknowledged_at is None:
        child.notice_acknowledged_at = now
        child.save(update_fields=["notice_acknowledged_at"])
        record(Event.NOTICE_ACKNOWLEDGED, child=child.pk, by=by.who(), at=now)
    return child
