"""What a young person is called: changed everywhere at once, because they said so."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.child_names import set_known_as
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def change_known_as(*, child: Child, known_as: str, on: date, by: User, now: datetime) -> Child:
    """Call them so from `on`. The name until then stays findable by staff; the young person is told.

    Raises NotAllowed for the same name.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    child = Child.objects.select_for_update(of=("self",)).select_related("user").get(pk=child.pk)
    if child.known_as == known_as:
        raise NotAllowed("called_so_already", _("They are called this already."))
    set_known_as(child, known_as, on=on, now=now)
    record(Event.KNOWN_AS_CHANGED, child=child.pk, by=by.who(now), at=now, about_type="child", about_id=child.pk)
    return child
