"""Something in a file is very hard to read: nobody reads it alone (law.md 4.2, last line)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.offer_debriefs import MARKED, offer_debriefs
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest
from access_requests.permissions import check_can_read_with, check_handles, check_open
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def share_reading(*, request: AccessRequest, second_reader: User, by: User, now: datetime) -> AccessRequest:
    """Say that it is very hard to read, and who shares the reading. Raises NotAllowed for the officer themselves.

    Whoever deals with it is asked how they are, at once and again when it has ended.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    check_can_read_with(second_reader, request, now)
    if second_reader.pk == request.officer_id:
        raise NotAllowed("same_person", _("Choose a colleague: nobody reads this alone."))
    if request.distressing and request.second_reader_id == second_reader.pk:
        return request
    request.distressing, request.second_reader = True, second_reader
    request.save(update_fields=["distressing", "second_reader"])
    facts = {"reader": str(second_reader)}
    record(Event.REQUEST_READ_BY_TWO, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    offer_debriefs(request=request, why=MARKED, now=now)
    return request
