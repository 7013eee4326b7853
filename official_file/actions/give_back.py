"""Not withheld any more: the decision that puts an entry back on the list of what waits for a worker."""

from datetime import datetime

from official_file.models import EntryNow, Sharing
from official_file.projection import refresh
from people.models import User


def give_back(*, row: EntryNow, reason: str, by: User, now: datetime) -> Sharing:
    """Add the decision and make the standing anew. The verb that calls this checked it, and writes the audit."""
    who = by.who(now)
    made = Sharing.objects.create(
        entry=row.entry, decision=Sharing.Decision.RETURNED, reason=reason.strip(), by=by, by_name=who.name, by_role=who.role, at=now
    )
    refresh(row.entry)
    return made
