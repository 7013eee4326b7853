"""Asking somebody who knows them whether it is they who ask: for people with no papers, and kinder than papers for most."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.permissions import check_handles, check_open
from audit.events import Event
from audit.record import record
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import decides_for


@transaction.atomic
def ask_to_vouch(*, request: AccessRequest, by: User, now: datetime, worker: User | None = None) -> Task:
    """Ask their worker (or this one, who works with them): do you know that it is they who ask? Asked twice it is one task.

    Raises NotAllowed before a record is found, for what others ask, and for somebody who does not work with them.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    if request.child is None or request.standing not in (State.ASKED, State.IDENTITY):
        raise NotAllowed("no_record", _("Find whose record it is first. Then you can ask somebody who knows them."))
    if request.asker != AccessRequest.Asker.SELF:
        raise NotAllowed("not_theirs", _("A worker can say who a young person is, not who somebody else is."))
    if request.answers.get("tell_worker") == "no":
        raise NotAllowed("worker_not_told", _("They asked us not to tell their worker. Choose another way, or ask them first."))
    if worker is not None and not decides_for(worker, request.child, now):
        raise NotAllowed("not_theirs", _("Choose somebody who works with them."))
    task = make_task(kind=TaskKind.VOUCH, child=request.child, about_type=ABOUT, about_id=request.pk, now=now, for_user=worker)
    asked = str(task.for_user) if task.for_user else _("the access team")
    record(
        Event.REQUEST_VOUCH_ASKED,
        child=chain_of(request),
        by=by.who(now),
        at=now,
        facts={"to": asked},
        about_type=ABOUT,
        about_id=request.pk,
    )
    return task
