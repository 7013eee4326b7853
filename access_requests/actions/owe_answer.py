"""The council owes an answer to a request about a child it knows: one task, due on the day to work to."""

from datetime import datetime

from django.db import transaction

from access_requests.clock import owed_by
from access_requests.models import AccessRequest
from audit.who import Who
from people.actions.make_task import make_task
from people.models import Task, TaskKind

ABOUT = "access_request"


@transaction.atomic
def owe_answer(*, request: AccessRequest, by: Who, now: datetime) -> Task | None:
    """Make the task, or bring its day and its person up to date when the facts moved. None before a record is known, and once ended.

    `by` is who learnt of it: the caller writes the audit. While the task is open, governance officers may see the child.
    """
    if request.child is None or request.ended_at is not None:
        return None
    due = owed_by(request, now)
    task = make_task(
        kind=TaskKind.ANSWER_REQUEST,
        child=request.child,
        about_type=ABOUT,
        about_id=request.pk,
        now=now,
        due_at=due,
        for_user=request.officer,
        for_role="ig_officer",
    )
    if task.due_at != due or task.for_user_id != request.officer_id:
        late_no_more = due > now
        task.due_at, task.for_user = due, request.officer
        task.told_manager_at = None if late_no_more else task.told_manager_at
        task.save(update_fields=["due_at", "for_user", "told_manager_at"])
    return task
