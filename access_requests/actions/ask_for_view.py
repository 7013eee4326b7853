"""Somebody else asked for a young person's file: somebody who knows them hears what they think, before anything goes on."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles, check_open
from access_requests.queries.who import ABOUT_VIEW, may_go_on, view_of
from access_requests.querysets import ASKED_FOR_YOURS
from access_requests.who_permissions import check_may_hear
from audit.events import Event
from audit.record import record
from audit.who import Who
from law.who_may_ask import Reason
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Notice, Task, TaskKind, User


@transaction.atomic
def ask_for_view(*, request: AccessRequest, by: User, now: datetime) -> Task:
    """Their worker is asked to talk with them; the request waits. The young person hears of it from somebody, not from a page.

    Raises NotAllowed before a record is found, for what they ask themselves, and when they have said what they think.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    if request.asker == AccessRequest.Asker.SELF:
        raise NotAllowed("for_themselves", _("They ask for themselves."))
    if request.child is None:
        raise NotAllowed("no_record", _("Find whose record it is first."))
    if view_of(request) is not None:
        raise NotAllowed("said", _("They have said what they think. You can read it here."))
    return _owe(request, request.child, by.who(now), now)


@transaction.atomic
def owe_view(*, request: AccessRequest, by: Who, now: datetime) -> Task | None:
    """The same without being asked for, as soon as a record is found, for every request that waits for it. None for others."""
    if request.child is None or Reason.VIEW not in may_go_on(request, now):
        return None
    return _owe(request, request.child, by, now)


def _owe(request: AccessRequest, child: Child, by: Who, now: datetime) -> Task:
    task = make_task(kind=TaskKind.CHILD_VIEW, child=child, about_type=ABOUT, about_id=request.pk, now=now)
    if request.standing is State.ASKED:
        request.save(update_fields=request.move_to(State.IDENTITY, by=by, now=now))
    record(Event.REQUEST_VIEW_ASKED, child=chain_of(request), by=by, at=now, about_type=ABOUT, about_id=request.pk)
    return task


@transaction.atomic
def let_them_say(*, request: AccessRequest, by: User, now: datetime) -> Notice:
    """They were told by somebody, and can answer on a page of their own. Told twice it is one notice.

    Raises NotAllowed for somebody who neither works with them nor handles it, and for a young person without an account.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_open(request)
    if request.child is None or request.asker == AccessRequest.Asker.SELF:
        raise NotAllowed("not_theirs", _("There is nothing to ask them here."))
    check_may_hear(by, request, now)
    if request.child.user is None or request.child.died_on is not None:
        raise NotAllowed("no_account", _("They have no account here. Write down what they say."))
    told, made = Notice.objects.get_or_create(
        user=request.child.user, kind=ASKED_FOR_YOURS, about_id=request.pk, defaults={"about_type": ABOUT_VIEW, "at": now}
    )
    if made:
        record(Event.REQUEST_VIEW_TOLD, child=request.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    return told
