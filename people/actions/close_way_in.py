"""A phone or a passphrase is in the wrong hands: nobody can sign in as this young person until they have a new code."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def close_way_in(*, child: Child, by: User, now: datetime) -> Child:
    """End every session of theirs, and let no passphrase and no code of before work. Nothing they wrote is lost.

    Raises NotAllowed for somebody who does not work with them, and when they cannot sign in anyway.
    """
    check_role(by, Permission.INVITE, now)
    check_decides_for(by, child, now)
    child = Child.objects.select_for_update().get(pk=child.pk)
    user = child.user
    if user is None or not user.has_usable_password():
        raise NotAllowed("no_way_in", _("They cannot sign in just now. A new code lets them in."))
    user.set_unusable_password()  # ends every session of theirs
    user.save(update_fields=["password"])
    child.join_codes.filter(used_at__isnull=True, cancelled_at__isnull=True, expires_at__gt=now).update(cancelled_at=now)
    record(Event.WAY_IN_CLOSED, child=child.pk, by=by.who(now), at=now, about_type="user", about_id=user.pk)
    return child
