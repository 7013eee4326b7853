"""Somebody no longer works with children here: every tie that gave them reach ends."""

from datetime import datetime

from audit.events import Event
from audit.record import record
from people.actions.end_cover import write_end
from people.models import Cover, User


def end_ties(*, user: User, keep_role: str = "", by: User, now: datetime) -> int:
    """End allocations, cover and emergency access of this person. Returns how many children lost them.

    `keep_role`: the role they go on having; ties in it stay, and so does what was lent to it.

    A child whose only worker goes belongs to the access team from that moment, so nobody is left with no one.
    """
    ties = list(user.relationships.filter(ends__isnull=True) | user.relationships.filter(ends__gt=now))
    ties = [tie for tie in ties if tie.role != keep_role]
    for tie in ties:
        tie.ends = max(now, tie.starts)
        tie.save(update_fields=["ends"])
        record(Event.WORKER_ENDED, child=tie.child_id, by=by.who(now), at=now, facts={"worker": str(user)})
    if keep_role:
        return len(ties)
    for cover in Cover.objects.filter(covering=user, ends__gt=now).select_related("worker", "covering"):
        write_end(cover=cover, by=by, now=now)
    user.emergencies.filter(ends__gt=now).update(ends=now)
    return len(ties)
