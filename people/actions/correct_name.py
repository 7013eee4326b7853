"""A worker puts a name right: its spelling, its kind, its days; or says that it was never theirs."""

from datetime import date, datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.child_names import check_days, check_new
from people.models import ChildName, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def correct_name(*, name: ChildName, to: str, kind: str, starts: date | None, ends: date | None, by: User, now: datetime) -> ChildName:
    """Say it as it is. The wrong one is kept out of sight: it still finds them, and no import brings it back.

    `to` empty: it was never theirs. Raises NotAllowed when the right one is written down already, or ends before it begins.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, name.child, now)
    check_days(starts, ends)
    name = ChildName.objects.select_for_update().get(pk=name.pk)
    right = name
    if to != name.name:
        name.mistaken = True
        name.save(update_fields=["mistaken"])
        right = ChildName(child=name.child) if to else name
    if to:
        if (to, kind) != (name.name, name.kind):
            check_new(name.child, to, kind)
        right.name, right.kind, right.starts, right.ends, right.mistaken = to, kind, starts, ends, False
        right.save()
    record(Event.NAME_CORRECTED, child=name.child_id, by=by.who(now), at=now, about_type="name", about_id=right.pk)
    return right
