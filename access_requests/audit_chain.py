"""Under whose audit something about a request is written down."""

from uuid import UUID

from access_requests.models import AccessRequest

ABOUT = "access_request"


def chain_of(request: AccessRequest) -> UUID | None:
    """The audit of the person whose file it is when they asked themselves. What others ask stays in the installation's own.

    The person reads their own audit: that somebody else asks for their file they hear from somebody who talks with them, first.
    """
    return request.child_id if request.asker == AccessRequest.Asker.SELF else None
