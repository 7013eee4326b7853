"""Putting a reading back undecided, so that somebody else can read."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock
from moderation.models import Reading
from moderation.permissions import check_can_release
from moderation.queries import is_handed_to
from people.models import Task, User
from stories.lifecycle import Status
from stories.models import Contribution
from stories.queries import ABOUT, first_reader


@transaction.atomic
def release(*, reading: Reading, by: User, now: datetime) -> Contribution:
    """End the reading and return the contribution to where it was claimed. The clock goes on. Raises NotAllowed."""
    reading = lock(reading=reading, by=by, now=now)
    contribution = reading.contribution
    check_can_release(by, reading, now)
    reading.end(now=now)
    if is_handed_to(reading.reader, contribution):
        owed = Task.objects.open().filter(about_type=ABOUT, about_id=contribution.pk, for_user=reading.reader)
        owed.update(for_user=first_reader(contribution, now))
    contribution.save(update_fields=contribution.move_to(Status(reading.claimed_from), by=by.who(now), now=now))
    record(Event.CONTRIBUTION_RELEASED, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    return contribution
