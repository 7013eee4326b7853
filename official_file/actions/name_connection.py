"""The young person says what they call somebody: in their own words, which no list has to hold."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import Connection
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def name_connection(*, connection: Connection, own_word: str, by: User, now: datetime) -> Connection:
    """Keep their word; empty takes it back. Raises NotAllowed for anybody but the young person, and for somebody they are not shown."""
    connection = Connection.objects.select_for_update().get(pk=connection.pk)
    if connection.child.user_id != by.pk or connection.known_confirmed_at is None or connection.professional:
        raise NotAllowed("not_shown", _("We can't find that person."))
    connection.own_word = own_word
    connection.save(update_fields=["own_word"])
    record(Event.CONNECTION_NAMED, child=connection.child_id, by=by.who(now), at=now, about_type="connection", about_id=connection.pk)
    return connection
