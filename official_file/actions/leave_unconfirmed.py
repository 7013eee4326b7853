"""A worker says that the young person does not know of somebody, or that they will ask: nobody is named, and it is not asked daily."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.models import Connection
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_decides_for, check_role
from people.roles import Permission

EVENTS = {Connection.Answer.NOT_KNOWN: Event.CONNECTION_NOT_KNOWN, Connection.Answer.LATER: Event.CONNECTION_ASK_LATER}


@transaction.atomic
def leave_unconfirmed(
    *, connection: Connection, answer: Connection.Answer, ask_again_on: date | None = None, by: User, now: datetime
) -> Connection:
    """Keep the answer NOT_KNOWN, or LATER with the day on which to ask. Raises NotAllowed when they are known, or without a day to come."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, connection.child, now)
    connection = Connection.objects.select_for_update().get(pk=connection.pk)
    if connection.known_confirmed_at:
        raise NotAllowed("known_already", _("It is written down that they know of this person. Take that back first."))
    if answer == Connection.Answer.LATER and (ask_again_on is None or ask_again_on <= london_day(now)):
        raise NotAllowed("no_day", _("Choose a day to come on which to ask again."))
    connection.answer, connection.ask_again_on = answer, ask_again_on if answer == Connection.Answer.LATER else None
    connection.save(update_fields=["answer", "ask_again_on"])
    record(EVENTS[answer], child=connection.child_id, by=by.who(now), at=now, about_type="connection", about_id=connection.pk)
    return connection
