"""Whoever asked stops their request. Nobody else can: an officer only writes down that they said so."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.end_what_is_owed import end_what_is_owed
from access_requests.actions.take_step import take_step
from access_requests.contact_ways import WAYS
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles
from audit.events import Event
from audit.who import Who
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def withdraw_request(*, request: AccessRequest, by: User | Who, now: datetime, said: str = "") -> AccessRequest:
    """Stop it. `by` a Who: somebody without an account, whom the status page has let in. `said`: how they told an officer so.

    What was gathered stays where it is, unseen, for as long as the law asks; a new request can be made at any time. Raises
    NotAllowed for anybody but whoever asked and those who handle it, and once it has ended.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    who = by if isinstance(by, Who) else by.who(now)
    if isinstance(by, User):
        _check(request, by, said, now)
    take_step(request=request, wanted=State.WITHDRAWN, event=Event.REQUEST_WITHDRAWN, by=who, now=now)
    end_what_is_owed(request=request, by=who, now=now)
    return request


def _check(request: AccessRequest, by: User, said: str, now: datetime) -> None:
    if not by.is_staff:
        if request.requester_id != by.pk:
            raise NotAllowed("not_found", _("We can't find that page."))
        return
    check_handles(by, request, now)
    if said not in WAYS:
        raise NotAllowed("no_such_way", _("Only they can stop it. Choose how they told you."))
