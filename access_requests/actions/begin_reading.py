"""Everything is gathered: from now on it is read, thing by thing."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.actions.lock_request import lock_request
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.pack_permissions import check_stands
from access_requests.permissions import check_handles
from access_requests.queries.pack import to_read
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def begin_reading(*, request: AccessRequest, by: User, now: datetime) -> AccessRequest:
    """Go on to reading. Raises NotAllowed while something is still being gathered, and when there is nothing to read."""
    request = lock_request(request=request, by=by, now=now)
    check_handles(by, request, now)
    check_stands(request, State.GATHERING)
    if request.gatherings.filter(ended_at__isnull=True).exists():
        raise NotAllowed("still_gathering", _("It is still being gathered. You can start reading when that has ended."))
    if not to_read(request).exists():
        raise NotAllowed("nothing_to_read", _("Nothing was gathered. Go back to looking, or propose to answer that nothing is held."))
    request.save(update_fields=request.move_to(State.READING, by=by.who(now), now=now))
    record(Event.REQUEST_READING_BEGUN, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    return request
