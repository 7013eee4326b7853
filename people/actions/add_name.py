"""A worker writes down a name the young person has or had."""

from datetime import date, datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.child_names import check_days, check_new
from people.models import Child, ChildName, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def add_name(
    *, child: Child, name: str, kind: str, starts: date | None = None, ends: date | None = None, by: User, now: datetime
) -> ChildName:
    """Add a name over time. Raises NotAllowed when it is there already, or ends before it begins."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    check_days(starts, ends)
    child = Child.objects.select_for_update().get(pk=child.pk)
    check_new(child, name, kind)
    ChildName.objects.filter(child=child, name=name, kind=kind).delete()  # one that was said never to be theirs, and is
    made = ChildName.objects.create(child=child, name=name, kind=kind, starts=starts, ends=ends)
    record(Event.NAME_ADDED, child=child.pk, by=by.who(now), at=now, about_type="name", about_id=made.pk)
    return made
