"""A young person takes a copy of what is open to them."""

from datetime import datetime

from audit.events import Event
from audit.record import record
from people.models import Child, User
from portal.exporting.my_copy import OwnCopy, own_copy


def get_copy(*, child: Child, by: User, now: datetime) -> OwnCopy:
    """Make it, and write down that it was made, with its digest: so it can be shown later that a copy was not changed.

    It is made before anything is locked, because that may take a second; without its line in the audit nobody gets it.
    """
    made = own_copy(by, child, now)
    facts = {"sha256": made.sha256, "entries": made.entries, "words": made.words}
    record(Event.OWN_COPY_MADE, child=child.pk, by=by.who(now), at=now, facts=facts)
    return made
