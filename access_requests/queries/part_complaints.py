"""The part of a request's page about complaints. Shown by templates/access_requests/part_complaints.html."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext, ngettext

from access_requests.complaint_facts import OPEN_STATES
from access_requests.models import AccessRequest, Complaint
from access_requests.queries.complaints import BoardLine, board_line
from people.models import User


@dataclass(frozen=True, slots=True)
class ComplaintsPart:
    """The complaints about one request that this reader may see."""

    summary: str
    waits: bool
    lines: list[BoardLine]


def part(request: AccessRequest, user: User, now: datetime) -> ComplaintsPart:
    """What stands in it for this member of staff."""
    seen = Complaint.objects.visible_to(user, now).filter(request=request).select_related("decider", "request")
    lines = [board_line(one, now) for one in seen]
    waiting = sum(line.one.state in OPEN_STATES for line in lines)
    said = ngettext("%(count)s waits for an answer", "%(count)s wait for an answer", waiting) % {"count": waiting}
    return ComplaintsPart(said if waiting else gettext("None waits"), bool(waiting), lines)
