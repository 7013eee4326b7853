"""A worker says whether they know that it is this young person who asks, and how they know."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.actions.accept_identity import keep_accepted
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest, IdentityStep
from access_requests.models.signed import signed
from access_requests.permissions import check_open
from audit.events import Event
from audit.record import record
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import check_decides_for


@transaction.atomic
def vouch(*, task: Task, knows: bool, words: str, by: User, now: datetime) -> IdentityStep:
    """Their answer ends the question. A yes is enough by itself (law.md 2); a no only says that another way is needed.

    Raises NotAllowed without a sentence on how they know, for somebody who does not work with the child, and when it is answered.
    """
    task = Task.objects.select_for_update().get(pk=task.pk)
    if task.kind != TaskKind.VOUCH or task.done_at is not None:
        raise NotAllowed("already_done", _("Somebody has already done this. Open the page again to see what they wrote."))
    check_decides_for(by, task.child, now)
    request = AccessRequest.objects.select_for_update().get(pk=task.about_id)
    check_open(request)
    if not words.strip():
        raise NotAllowed("no_words", _("Write how you know: where you met or spoke with them about this, and when."))
    finish_task(task=task, outcome="", by=by, now=now)
    record(Event.REQUEST_VOUCHED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    way = IdentityStep.Way.VOUCHED
    if knows:
        return keep_accepted(request=request, way=way, words=words, by=by, now=now)
    outcome = IdentityStep.Outcome.NOT_ENOUGH
    return IdentityStep.objects.create(request=request, way=way, outcome=outcome, words=words.strip(), **signed(by, now))
