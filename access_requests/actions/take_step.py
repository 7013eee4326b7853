"""One step of a request's life, with its line in the audit: what every verb of the desk ends with."""

from datetime import datetime

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from audit.events import Event
from audit.record import record
from audit.who import Who


def take_step(*, request: AccessRequest, wanted: State, event: Event = Event.REQUEST_MOVED, by: Who, now: datetime) -> AccessRequest:
    """Move a locked request and write it down, inside the caller's transaction. Raises NotAllowed when the life-cycle has no such step."""
    facts = {"from": request.state, "to": str(wanted)}
    request.save(update_fields=request.move_to(wanted, by=by, now=now))
    record(event, child=chain_of(request), by=by, at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    return request
