"""A member of staff opens the page of a request: written down once a day for each of them."""

from datetime import datetime, timedelta

from django.db import transaction

from access_requests.actions.end_what_is_owed import end_what_is_owed
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest
from access_requests.permissions import check_sees
from audit.events import Event
from audit.queries import by_whom_since
from audit.record import record
from law.working_time import london_day
from people.day_bounds import ending
from people.models import User


@transaction.atomic
def look_at_request(*, request: AccessRequest, by: User, now: datetime) -> None:
    """Record the look, and until when its officer has read. Raises NotAllowed for a stranger.

    What is still owed of a request that somebody without an account ended is over now: it needs the name of a member of staff.
    """
    check_sees(by, request, now)
    midnight = ending(london_day(now) - timedelta(days=1))
    if by.pk not in by_whom_since(midnight, request.pk, [Event.REQUEST_LOOKED_AT]):
        record(Event.REQUEST_LOOKED_AT, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    if request.officer_id == by.pk:
        request.officer_seen_at = now
        request.save(update_fields=["officer_seen_at"])
    if request.ended_at:
        end_what_is_owed(request=request, by=by.who(now), now=now)
