"""An officer takes a proposed or countersigned answer back, to go on with it: nothing was given yet."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.actions.lock_request import lock_request
from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest
from access_requests.pack_permissions import check_takes_back
from access_requests.proposals import back_to
from audit.events import Event
from audit.record import record
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User


@transaction.atomic
def take_back_proposal(*, request: AccessRequest, why: str, by: User, now: datetime) -> AccessRequest:
    """Go on reading, or looking where it was proposed from there. Raises NotAllowed without a sentence that says why."""
    request = lock_request(request=request, by=by, now=now)
    check_takes_back(by, request, now)
    if not why.strip():
        raise NotAllowed("no_sentence", _("Say why, for those who read and checked it."))
    back = State(request.proposed_from) if request.standing is State.SECOND_CHECK else State.READING
    request.save(update_fields=back_to(request, back, by.who(now), now))
    finish_check(request=request, by=by, now=now)
    facts = {"to": str(back)}
    record(
        Event.REQUEST_ANSWER_TAKEN_BACK, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk, facts=facts
    )
    return request


@transaction.atomic
def finish_check(*, request: AccessRequest, by: User, now: datetime) -> int:
    """Nobody owes a second look any more. Returns how many tasks that ended."""
    owed = Task.objects.open().filter(kind=TaskKind.CHECK_REQUEST, about_type=ABOUT, about_id=request.pk)
    return len([finish_task(task=one, outcome="", by=by, now=now) for one in owed])
