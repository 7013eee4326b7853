"""Who may do something about a request. `check_x` raises NotAllowed with a sentence; `can` answers for buttons.

Whether it is possible now is the life-cycle's to say, whether one may is a role's, and whether one may see it at all is
`AccessRequest.objects.visible_to`. An officer's reach is lent for this one question, so nothing here asks who works with the child.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from access_requests.models import AccessRequest
from access_requests.queries.who import may_go_on
from law.who_may_ask import HELD_WORDS
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_role
from people.roles import Permission


def check_sees(by: User, request: AccessRequest, at: datetime) -> None:
    """Raise NotAllowed ("not_found"), as for what does not exist, for somebody who may not see this request."""
    if not AccessRequest.objects.visible_to(by, at).filter(pk=request.pk).exists():
        raise NotAllowed("not_found", _("We can't find that page."))


def check_handles(by: User, request: AccessRequest, at: datetime) -> None:
    """Raise NotAllowed for somebody who does not handle this request: an officer or access worker, of a request they may see."""
    check_sees(by, request, at)
    check_role(by, Permission.HANDLE_REQUESTS, at)


def check_open(request: AccessRequest) -> None:
    """Raise NotAllowed once it has ended: nothing about it changes any more."""
    if request.ended_at is not None:
        raise NotAllowed("ended", _("This request has ended. A new one can be made."))


def check_can_deal_with(officer: User, request: AccessRequest, at: datetime) -> None:
    """Raise NotAllowed for somebody who could not be its officer: without the role, out of reach of it, or asking for it themselves."""
    named = {request.requester_id, request.child.user_id if request.child else None}
    if officer.pk in named or not can(check_handles, officer, request, at):
        raise NotAllowed("not_that_role", _("This person cannot deal with this request. Choose another."))


def check_can_read_with(reader: User, request: AccessRequest, at: datetime) -> None:
    """Raise NotAllowed for somebody who could not share the reading: they handle or check requests, and may see this one."""
    may = any(reader.may(one, at) for one in (Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS))
    if not may or not can(check_sees, reader, request, at):
        raise NotAllowed("not_that_role", _("This person cannot read this with you. Choose another."))


def check_may_search(request: AccessRequest, at: datetime) -> None:
    """Raise NotAllowed, with the first thing that stands in the way, while nobody may look for the file yet."""
    held = may_go_on(request, at)
    if held:
        raise NotAllowed(str(held[0]), _(HELD_WORDS[held[0]]))


def check_searched(request: AccessRequest, at: datetime) -> None:
    """Raise NotAllowed while a place to search has no answer, or something stands in the way again."""
    check_may_search(request, at)
    if request.searches.left().exists():
        raise NotAllowed("not_searched", _("A place has no answer yet. Write what came of it first, even if it cannot be found."))


def can(check: Callable[..., None], *arguments: Any) -> bool:
    """Whether a check says nothing against it: for buttons. `can(check_handles, user, request, now)`."""
    try:
        check(*arguments)
    except NotAllowed:
        return False
    return True
