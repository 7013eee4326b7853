"""A letter for somebody outside is made from the file: who made it, and when, is written down."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from official_file.queries import entries_for
from official_file.statements import Statement, in_care_statement
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def make_statement(*, child: Child, by: User, now: datetime) -> Statement:
    """The statement that this person is or was in care. Raises NotAllowed, saying what the file lacks for it."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    made = in_care_statement(child, entries_for(by, child, now))
    record(Event.STATEMENT_MADE, child=child.pk, by=by.who(now), at=now, about_type="child", about_id=child.pk)
    return made
