"""About me, in the young person's own words: theirs to change, shown first to each new worker."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.models import Child, User


@transaction.atomic
def write_about_me(*, child: Child, words: str, by: User, now: datetime) -> Child:
    """Keep these words as the About me page. Workers who had read the old words are asked to read the new."""
    child = Child.objects.select_for_update().get(pk=child.pk)
    if child.about_me == words:
        return child
    child.about_me, child.about_me_at = words, now
    child.save(update_fields=["about_me", "about_me_at"])
    child.relationships.filter(ends__isnull=True).update(about_me_read_at=None)
    record(Event.ABOUT_ME_WRITTEN, child=child.pk, by=by.who(), at=now)
    return child
