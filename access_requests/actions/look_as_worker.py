"""A worker who was asked about a young person opens the page for it: of the request itself they see who asks, and nothing else."""

from datetime import datetime, timedelta

from django.db import transaction

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest
from audit.events import Event
from audit.queries import by_whom_since
from audit.record import record
from law.working_time import london_day
from people.day_bounds import ending
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_decides_for


@transaction.atomic
def look_as_worker(*, request: AccessRequest, by: User, now: datetime) -> None:
    """Record the look, once a day for each of them. Raises NotAllowed for somebody who does not work with the young person."""
    if request.child is None:
        raise NotAllowed("not_in_reach", "")
    check_decides_for(by, request.child, now)
    midnight = ending(london_day(now) - timedelta(days=1))
    if by.pk not in by_whom_since(midnight, request.pk, [Event.REQUEST_LOOKED_AT]):
        record(Event.REQUEST_LOOKED_AT, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
