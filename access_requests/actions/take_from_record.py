"""A request was matched with the wrong person's record: it is taken from it, and everything that followed from it ends."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, IdentityStep
from access_requests.models.signed import signed
from access_requests.permissions import check_handles, check_open
from access_requests.queries.who import is_known
from access_requests.querysets import ASKED_FOR_YOURS
from audit.events import Event
from audit.record import record
from official_file.actions.hold_while_open import lift_when_ended
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Notice, Task, TaskKind, User

FOLLOWED = (TaskKind.ANSWER_REQUEST, TaskKind.VOUCH, TaskKind.CHILD_VIEW, TaskKind.SUPPORT_REQUEST)


@transaction.atomic
def take_from_record(*, request: AccessRequest, words: str, by: User, now: datetime) -> AccessRequest:
    """It waits for its record again. Whom a question or a worker of the wrong record had made known is not known any more.

    `words`: why it was another person's. Raises NotAllowed without them, for what somebody asked signed in, once it is searched for,
    and when the wrong person has said what they think: then a new request begins.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    _check(request, words)
    chain = chain_of(request)
    record(Event.REQUEST_NOT_ABOUT, child=chain, by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    for task in Task.objects.open().filter(about_type=ABOUT, about_id=request.pk, kind__in=FOLLOWED).order_by("pk"):
        finish_task(task=task, outcome="", by=by, now=now)
    lift_when_ended(about_type=ABOUT, about_id=request.pk, why=words.strip(), audited=chain, by=by.who(now), now=now)
    Notice.objects.filter(kind=ASKED_FOR_YOURS, about_id=request.pk).delete()
    if is_known(request):
        step = {"way": IdentityStep.Way.OTHER, "outcome": IdentityStep.Outcome.NOT_ENOUGH, "words": words.strip()}
        IdentityStep.objects.create(request=request, **step, **signed(by, now))
    request.child = None
    request.save(update_fields=["child"])
    return request


def _check(request: AccessRequest, words: str) -> None:
    if request.child_id is None:
        raise NotAllowed("no_record", _("Nobody has found whose record it is yet."))
    if request.requester_id is not None:
        raise NotAllowed("signed_in", _("They asked signed in, for their own file."))
    if request.standing not in (State.ASKED, State.IDENTITY):
        raise NotAllowed("too_late", _("It is searched for already. Stop this request, and begin it again."))
    if request.child_views.exists():
        raise NotAllowed("said", _("Somebody said what they think of it. Stop this request, and begin it again."))
    if not words.strip():
        raise NotAllowed("no_words", _("Write why it is another person's."))
