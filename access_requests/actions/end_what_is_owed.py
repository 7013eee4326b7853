"""A request has ended, in whatever way: what was owed for it is over, its hold is lifted, and its readers are asked how they are."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from access_requests.actions.offer_debriefs import ENDED, offer_debriefs
from access_requests.actions.preserve import let_go
from access_requests.audit_chain import ABOUT
from access_requests.models import AccessRequest
from access_requests.searching_permissions import ABOUT as PLACE
from audit.who import Who
from people.actions.finish_task import finish_task
from people.models import Task, TaskKind, User

# A complaint is not over with the request, and so is not what it owes.
OVER = (
    TaskKind.ANSWER_REQUEST,
    TaskKind.CHECK_REQUEST,
    TaskKind.VOUCH,
    TaskKind.CHILD_VIEW,
    TaskKind.SEARCH_SOURCE,
    TaskKind.SUPPORT_REQUEST,
)


@transaction.atomic
def end_what_is_owed(*, request: AccessRequest, by: Who, now: datetime) -> int:
    """Close what is open about a request that has ended. Returns how many tasks that were. Nobody but its subject reads why."""
    its = Q(about_type=ABOUT, about_id=request.pk) | Q(about_type=PLACE, about_id__in=request.searches.values("pk"))
    tasks = list(Task.objects.open().filter(its, kind__in=OVER).order_by("pk"))
    closer = _closer(request, by)
    if closer:
        for task in tasks:
            finish_task(task=task, outcome="", by=closer, now=now)
    let_go(request=request, by=by, now=now)
    if request.distressing:
        offer_debriefs(request=request, why=ENDED, now=now)
    return len(tasks)


def _closer(request: AccessRequest, by: Who) -> User | None:
    """Whose name stands under it: whoever ended it, or the officer when that was somebody without an account."""
    ended_it = User.objects.filter(pk=by.user_id).first() if by.user_id else None
    return ended_it or request.officer
