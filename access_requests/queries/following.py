"""Which request may be followed with a code, and by whom."""

from datetime import datetime

from access_requests.codes import STATUS, digest_of
from access_requests.models import AccessRequest
from access_requests.queries.who import is_shut_out


def can_be_followed(request: AccessRequest, now: datetime) -> bool:
    """Whether somebody may follow it with a code: not after a death, and not when what let them ask for another has ended."""
    return (request.child is None or request.child.died_on is None) and not is_shut_out(request, now)


def still_opens(request: AccessRequest, code: str, now: datetime) -> bool:
    """Whether this code, in clear, opens the request next time: not when it was used on another phone, or a newer one was given."""
    return request.status_codes.filter(digest=digest_of(STATUS, code), used_at__isnull=True, expires_at__gt=now).exists()
