"""Somebody with a name deals with a request: taken by themselves, or given by a colleague who handles requests too."""

from datetime import datetime

from django.db import transaction

from access_requests.actions.owe_answer import owe_answer
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest
from access_requests.permissions import check_can_deal_with, check_handles, check_open
from audit.events import Event
from audit.record import record
from people.models import User


@transaction.atomic
def name_officer(*, request: AccessRequest, officer: User, by: User, now: datetime) -> AccessRequest:
    """Name who deals with it from now on; what is owed is theirs. Raises NotAllowed for somebody who could not do it."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    check_can_deal_with(officer, request, now)
    if request.officer_id == officer.pk:
        return request
    request.officer = officer
    request.save(update_fields=["officer"])
    facts = {"officer": str(officer)}
    record(Event.REQUEST_OFFICER_NAMED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    owe_answer(request=request, by=by.who(now), now=now)
    return request
