"""Who may do something about a request. `check_x` raises NotAllowed with a sentence; `can` answers for buttons.

Whether it is possible now is the life-cycle's to say, whether one may is a role's, and whether one may see it at all is
`AccessRequest.objects.visible_to`. An officer's reach is lent for this one question, so nothing here asks who works with the child.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from access_requests.models import AccessRequest
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


def can(check: Callable[..., None], *arguments: Any) -> bool:
    """Whether a check says nothing against it: for buttons. `can(check_handles, user, request, now)`."""
    try:
        check(*arguments)
    except NotAllowed:
        return False
    return True
