"""The part of a request's page about who is asking. Shown by templates/access_requests/part_who.html."""

from datetime import datetime

from access_requests.models import AccessRequest
from people.models import User


def part(_request: AccessRequest, _user: User, _now: datetime) -> object | None:
    """What stands in it for this member of staff; None leaves it out."""
    return None
