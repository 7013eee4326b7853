"""A worker starts reading: one at a time, and the young person sees who."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.models import Reading
from moderation.permissions import check_can_claim
from moderation.queries import open_reading
from people.models import User
from stories.lifecycle import Status
from stories.models import Contribution
from stories.queries import ABOUT


@transaction.atomic
def claim(*, contribution: Contribution, by: User, now: datetime) -> Reading:
    """Open a reading. Claimed twice by the same person it is one reading. Raises NotAllowed when somebody else reads it."""
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    mine = open_reading(contribution)
    if mine and mine.reader_id == by.pk:
        return mine
    check_can_claim(by, contribution, now)
    reading = Reading.objects.create(contribution=contribution, reader=by, claimed_at=now, claimed_from=contribution.status)
    contribution.save(update_fields=contribution.move_to(Status.BEING_READ, by=by.who(now), now=now))
    record(Event.CONTRIBUTION_CLAIMED, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    return reading
