"""Every verb about a reading locks the contribution first, so that two people cannot decide it at once."""

from datetime import datetime

from moderation.models import Reading
from moderation.queries import open_reading
from people.models import User
from stories.lifecycle import Status
from stories.models import Contribution


def lock(*, reading: Reading, by: User, now: datetime) -> Reading:
    """The reading as it is stored now, with its contribution locked. Call inside a transaction. `by` and `now` change nothing."""
    Contribution.objects.select_for_update().get(pk=reading.contribution_id)
    return Reading.objects.select_related("contribution__child", "reader").get(pk=reading.pk)


def lock_contribution(*, contribution: Contribution, by: User, now: datetime) -> Contribution:
    """The contribution as it is stored now, locked. Call inside a transaction. `by` and `now` change nothing."""
    Contribution.objects.select_for_update().get(pk=contribution.pk)
    return Contribution.objects.select_related("child", "chosen_reader", "about__payload").get(pk=contribution.pk)


def end_reading(*, contribution: Contribution, by: User, now: datetime) -> None:
    """End the reading that goes on, if one does, and let the contribution stand where it was claimed. Locked by the caller."""
    reading = open_reading(contribution)
    if reading is None:
        return
    reading.end(now=now)
    contribution.save(update_fields=contribution.move_to(Status(reading.claimed_from), by=by.who(now), now=now))
