"""Somebody writes after they were answered: the officer owes them a reply, and until then may see the record again.

An answer brings questions. With the request everything owed for it has ended, and with that the officers' reach.
"""

from datetime import datetime

from django.db import transaction

from access_requests.actions.owe_answer import ABOUT
from access_requests.models import AccessRequest
from audit.who import Who
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.models import Task, TaskKind, User
from people.task_clocks import due_for


@transaction.atomic
def owe_reply(*, request: AccessRequest, by: Who, now: datetime) -> Task | None:
    """Make the task, due as soon as a first talk is. `by` is who wrote: the caller writes the audit.

    None while the request is open, and where no record is known.
    """
    if request.child is None or request.ended_at is None:
        return None
    return make_task(
        kind=TaskKind.ANSWER_REQUEST,
        child=request.child,
        about_type=ABOUT,
        about_id=request.pk,
        now=now,
        due_at=due_for(TaskKind.SUPPORT_REQUEST, now, request.nation),
        for_user=request.officer,
        for_role="ig_officer",
    )


@transaction.atomic
def end_reply(*, request: AccessRequest, by: User, now: datetime) -> None:
    """They were written to: nothing is owed any more. Nothing happens while the request is open."""
    if request.ended_at is None:
        return
    for task in Task.objects.open().filter(kind=TaskKind.ANSWER_REQUEST, about_type=ABOUT, about_id=request.pk):
        finish_task(task=task, outcome="", by=by, now=now)
