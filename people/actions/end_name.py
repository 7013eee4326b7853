"""A worker writes down that a name is no longer the young person's."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.child_names import check_days
from people.errors import NotAllowed
from people.models import ChildName, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def end_name(*, name: ChildName, ends: date, by: User, now: datetime) -> ChildName:
    """From now on a name of before: originals that carry it say so. Raises NotAllowed when it has ended already."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, name.child, now)
    name = ChildName.objects.select_for_update().get(pk=name.pk)
    if name.ends or name.mistaken:
        raise NotAllowed("ended_already", _("This name has ended already. Correct the day instead."))
    check_days(name.starts, ends)
    name.ends = ends
    name.save(update_fields=["ends"])
    record(Event.NAME_ENDED, child=name.child_id, by=by.who(now), at=now, about_type="name", about_id=name.pk)
    return name
