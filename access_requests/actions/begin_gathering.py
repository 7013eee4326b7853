"""Every place has an answer, so what was found is put together; and back again, when another place turns up."""

from datetime import datetime

from django.db import transaction

from access_requests.actions.gather import begin_gathering_run
from access_requests.actions.take_step import take_step
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles, check_searched
from people.models import User


@transaction.atomic
def begin_gathering(*, request: AccessRequest, by: User, now: datetime) -> AccessRequest:
    """SEARCHING to GATHERING, and the portal starts with what it holds itself.

    Raises NotAllowed while a place has no answer: "cannot be found" is one too.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_searched(request, now)
    take_step(request=request, wanted=State.GATHERING, by=by.who(now), now=now)
    begin_gathering_run(request=request, by=by, now=now)
    return request


@transaction.atomic
def back_to_search(*, request: AccessRequest, by: User, now: datetime) -> AccessRequest:
    """GATHERING to SEARCHING: there is another place to look. What was gathered stays. Raises NotAllowed."""
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    return take_step(request=request, wanted=State.SEARCHING, by=by.who(now), now=now)
