"""What an officer does about requests today, for their first page: their own, and those nobody deals with yet."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext

from access_requests.lifecycle import OPEN
from access_requests.models import AccessRequest
from access_requests.queries.next_action import NOBODYS, action_of, with_facts
from access_requests.queries.tried import tried_lately
from people.models import Child, User
from people.roles import Permission
from people.task_clocks import end_of


@dataclass(frozen=True, slots=True)
class Line:
    """One request and what comes next about it. `child` None: nobody has found the record, so it begins with whoever asks."""

    child: Child | None
    what: str
    url: str
    due_at: datetime | None


def lines_for(user: User, now: datetime) -> list[Line]:
    """A line for each request that waits for this officer, none for those that wait for somebody else or for the machine."""
    if not user.may(Permission.HANDLE_REQUESTS, now):
        return []
    seen = AccessRequest.objects.visible_to(user, now).filter(Q(officer=user) | NOBODYS, state__in=OPEN)
    found = ((one, action_of(one, now)) for one in with_facts(seen))
    due = [
        Line(one.child, _what(one, following.text), following.url, end_of(following.due) if following.due else None)
        for one, following in found
        if not following.waits
    ]
    return [*_tried(user, now), *due]


def _tried(user: User, now: datetime) -> list[Line]:
    """What somebody tried to destroy while a request keeps it (DPA 2018 s 173)."""
    said, url = gettext("has a file that is kept: somebody tried to destroy something of it"), reverse("access_requests:tried")
    return [Line(child, said, url, None) for child in tried_lately(user, now)]


def _what(one: AccessRequest, following: str) -> str:
    if one.child and one.asker == AccessRequest.Asker.SELF:
        return gettext("asked for the file: %(next)s") % {"next": following}
    if one.child:
        return gettext("somebody else asked for the file: %(next)s") % {"next": following}
    return gettext("%(name)s asked for a file: %(next)s") % {"name": one.known_as or one.reference, "next": following}
