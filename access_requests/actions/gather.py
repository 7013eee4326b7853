"""Gather the pack of a request: in the background, and again whenever something was added."""

from datetime import datetime

from django.db import transaction

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.gatherers.jobs import gather_soon
from access_requests.may_gather import check_may_gather
from access_requests.models import AccessRequest, Gathering
from audit.events import Event
from audit.record import record
from people.models import User


@transaction.atomic
def begin_gathering_run(*, request: AccessRequest, by: User, now: datetime) -> Gathering:
    """Start gathering in the background, unless that is under way. Safe to repeat: what was gathered before is not gathered twice.

    Raises NotAllowed.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_may_gather(by, request, now)
    running = request.gatherings.filter(ended_at__isnull=True).first()
    if running:
        return running
    made = Gathering.objects.create(request=request, asked_by_name=by.who(now).name, asked_at=now, moved_at=now)
    chain = chain_of(request)
    record(Event.REQUEST_GATHERING_BEGUN, child=chain, by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    gather_soon(made)
    return made
