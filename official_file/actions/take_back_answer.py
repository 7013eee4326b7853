"""A worker takes back what they wrote about somebody: the question is open again, and nobody is named until it is answered."""

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
def take_back_answer(*, connection: Connection, by: User, now: datetime) -> Connection:
    """As if nobody had answered. What was opened meanwhile stays open. Raises NotAllowed when there is no answer to take back."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, connection.child, now)
    connection = Connection.objects.select_for_update().get(pk=connection.pk)
    if not (connection.known_confirmed_at or connection.answer):
        raise NotAllowed("no_answer", _("Nobody has answered about this person."))
    connection.known_confirmed_by = connection.known_confirmed_at = connection.ask_again_on = None
    connection.answer = Connection.Answer.NOBODY_ASKED
    connection.save(update_fields=["known_confirmed_by", "known_confirmed_at", "answer", "ask_again_on"])
    record(Event.CONNECTION_TAKEN_BACK, child=connection.child_id, by=by.who(now), at=now, about_type="connection", about_id=connection.pk)
    return connection
