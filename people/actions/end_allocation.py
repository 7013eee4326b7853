"""A worker stops working with a child. The tie stays in the history."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.day_bounds import ending
from people.errors import NotAllowed
from people.models import Relationship, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def end_allocation(*, relationship: Relationship, last: date, by: User, now: datetime) -> Relationship:
    """End the tie after that day; today means now. Raises NotAllowed for a day that is over, or a tie that has ended."""
    check_role(by, Permission.ALLOCATE, now)
    relationship = Relationship.objects.select_for_update().get(pk=relationship.pk)
    check_decides_for(by, relationship.child, now)
    if relationship.ends and relationship.ends <= now:
        raise NotAllowed("already_ended", _("This has ended already."))
    if last < london_day(now):
        raise NotAllowed("day_is_over", _("Choose today or a day to come."))
    relationship.ends = max(now, relationship.starts) if last == london_day(now) else max(ending(last), relationship.starts)
    relationship.save(update_fields=["ends"])
    record(Event.WORKER_ENDED, child=relationship.child_id, by=by.who(now), at=now, facts={"worker": str(relationship.user)})
    return relationship
