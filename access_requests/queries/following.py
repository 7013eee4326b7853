"""Which request may be followed with a code, and by whom."""

from datetime import datetime

from access_requests.models import AccessRequest
from access_requests.queries.who import is_shut_out


def can_be_followed(request: AccessRequest, now: datetime) -> bool:
    """Whether somebody may follow it with a code: not after a death, and not when what let them ask for another has ended."""
    return (request.child is None or request.child.died_on is None) and not is_shut_out(request, now)
