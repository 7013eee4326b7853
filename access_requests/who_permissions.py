"""Who may find out who is asking, hear what a young person thinks, and look whose record a request is about."""

from datetime import datetime

from django.utils.translation import gettext as _

from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles, check_open
from access_requests.queries.who import was_told
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import decides_for


def check_may_look(request: AccessRequest, by: User, now: datetime) -> None:
    """Raise NotAllowed for somebody who does not handle it, once it has ended, and once a record is found."""
    check_handles(by, request, now)
    check_open(request)
    if request.child_id is not None or request.standing not in (State.ASKED, State.IDENTITY):
        raise NotAllowed("matched", _("Somebody has found whose record this is about. Open the page again to see."))


def check_may_hear(by: User, request: AccessRequest, now: datetime) -> None:
    """Raise NotAllowed for a member of staff who neither works with the young person nor handles the request."""
    if request.child is None or not decides_for(by, request.child, now):
        check_handles(by, request, now)


def check_is_asked(request: AccessRequest, by: User, now: datetime) -> None:
    """Raise NotAllowed ("not_found") for anybody but the young person another asks about, once somebody has told them of it."""
    if not is_theirs(request, by, now) or not was_told(request, by):
        raise NotAllowed("not_found", _("We can't find that page."))


def is_theirs(request: AccessRequest, user: User, now: datetime) -> bool:
    """Whether this is the person the request is about, signed in."""
    return not user.is_staff and Child.objects.visible_to(user, now).filter(pk=request.child_id).exists()
