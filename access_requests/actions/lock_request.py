"""Every verb about a pack locks its request first, so that two people cannot decide about it at once."""

from datetime import datetime

from access_requests.models import AccessRequest
from people.models import User


def lock_request(*, request: AccessRequest, by: User, now: datetime) -> AccessRequest:
    """The request as it is stored now, locked. Call inside a transaction. `by` and `now` change nothing."""
    AccessRequest.objects.select_for_update().get(pk=request.pk)
    return AccessRequest.objects.select_related("child", "requester", "proposed_by", "officer").get(pk=request.pk)
