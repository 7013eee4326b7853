"""A child who is not theirs needs somebody now: a worker opens the record for a day, and says why."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Child, EmergencyAccess, User
from people.permissions import check_role
from people.roles import Permission

LASTS = timedelta(hours=24)


@transaction.atomic
def take_emergency_access(*, child: Child, reason: str, by: User, now: datetime) -> EmergencyAccess:
    """Reading for 24 hours. The young person sees that it was opened, by whom and in which role.

    Raises NotAllowed without a reason, and when the record is open to them already.
    """
    check_role(by, Permission.TAKE_EMERGENCY_ACCESS, now)
    reason = reason.strip()
    if not reason:
        raise NotAllowed("no_reason", _("Write why you need to see this record now. The young person can ask to read it."))
    child = Child.objects.select_for_update().get(pk=child.pk)
    if Child.objects.visible_to(by, now).filter(pk=child.pk).exists():
        raise NotAllowed("open_already", _("You can see this record already. Nothing needs opening."))
    made = EmergencyAccess.objects.create(child=child, user=by, reason=reason, starts=now, ends=now + LASTS)
    record(Event.EMERGENCY_ACCESS_TAKEN, child=child.pk, by=by.who(now), at=now, about_type="emergency", about_id=made.pk)
    return made
