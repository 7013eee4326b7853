"""An officer begins to look for the file: once it is clear whose record it is, and that whoever asks may ask."""

from datetime import datetime

from django.db import transaction

from access_requests.actions.take_step import take_step
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles, check_may_search
from people.models import User


@transaction.atomic
def begin_search(*, request: AccessRequest, by: User, now: datetime) -> AccessRequest:
    """ASKED or IDENTITY to SEARCHING. Raises NotAllowed with the first thing that stands in the way."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_may_search(request, now)
    return take_step(request=request, wanted=State.SEARCHING, by=by.who(now), now=now)
