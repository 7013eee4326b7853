"""This request is about this record: from here on everything is kept, and an answer is owed."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.take_on import take_on
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest
from access_requests.queries.candidates import candidates_for
from access_requests.who_permissions import check_may_look
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Child, User


@transaction.atomic
def match(*, request: AccessRequest, child: Child, by: User, now: datetime, more: str = "") -> AccessRequest:
    """Say whose record it is about. It is no proof of who asks: that comes after it, and may need what the file says.

    `more`: the names the officer had added when they looked. Raises NotAllowed for a record that neither fits what was said nor
    is in their reach, and when somebody matched it already.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_may_look(request, by, now)
    fits = any(one.child.pk == child.pk for one in candidates_for(request, more))
    if not fits and not Child.objects.visible_to(by, now).filter(pk=child.pk).exists():
        raise NotAllowed("does_not_fit", _("This record does not fit what was said. Look again, with a name they may have had."))
    return tie_to(request=request, child=child, event=Event.REQUEST_MATCHED, by=by, now=now)


@transaction.atomic
def tie_to(*, request: AccessRequest, child: Child, event: Event, by: User, now: datetime) -> AccessRequest:
    """Put the two together and start what follows. The caller has checked, and holds the lock of the request."""
    request.child = child
    request.save(update_fields=["child"])
    record(event, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    take_on(request=request, by=by.who(now), now=now)
    return request
