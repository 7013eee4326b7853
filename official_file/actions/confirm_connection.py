"""A worker confirms that the young person knows of somebody: only then is that person named, or called family."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import Connection
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def confirm_connection(*, connection: Connection, by: User, now: datetime) -> Connection:
    """Write down that they know of this person. Raises NotAllowed when it was written down before."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, connection.child, now)
    connection = Connection.objects.select_for_update().get(pk=connection.pk)
    if connection.known_confirmed_at:
        raise NotAllowed("known_already", _("It is written down already that they know of this person."))
    connection.known_confirmed_by, connection.known_confirmed_at = by, now
    connection.answer, connection.ask_again_on = Connection.Answer.NOBODY_ASKED, None
    connection.save(update_fields=["known_confirmed_by", "known_confirmed_at", "answer", "ask_again_on"])
    record(Event.CONNECTION_CONFIRMED, child=connection.child_id, by=by.who(now), at=now, about_type="connection", about_id=connection.pk)
    return connection
