"""A person talked with whoever asked, or tried to. The way is written down and whether they were reached, never what was said."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.contact_ways import WAYS
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles, check_open
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def record_contact(*, request: AccessRequest, way: str, reached: bool, by: User, now: datetime) -> AccessRequest:
    """Write down one talk, or one try. The first time they were reached is when the first contact was. Raises NotAllowed."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    if way not in WAYS:
        raise NotAllowed("no_such_way", _("Choose how you talked with them."))
    if reached and request.first_contact_at is None:
        request.first_contact_at = now
        request.save(update_fields=["first_contact_at"])
    facts = {"way": way, "reached": reached}
    record(Event.REQUEST_CONTACT, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    return request
