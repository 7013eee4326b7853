"""A look at a contribution: written down, for the young person to see."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.permissions import check_can_read
from official_file.models import EntryNow
from people.models import User
from stories.models import Contribution
from stories.queries import ABOUT


@transaction.atomic
def look(*, contribution: Contribution, by: User, now: datetime) -> None:
    """Record that this member of staff opened it, and the entry it is about, where they may see that. Raises NotAllowed for a stranger."""
    check_can_read(by, contribution, now)
    who, child = by.who(now), contribution.child_id
    record(Event.CONTRIBUTION_LOOKED_AT, child=child, by=who, at=now, about_type=ABOUT, about_id=contribution.pk)
    if EntryNow.objects.visible_to(by, now).filter(pk=contribution.about_id).exists():
        record(Event.ENTRY_LOOKED_AT, child=child, by=who, at=now, about_type="entry", about_id=contribution.about_id)
