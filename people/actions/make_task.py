"""Owe something to a child: with a clock, and once."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from people.models import Child, Task, TaskKind, User
from people.reach import worker_of
from people.task_clocks import due_for


@transaction.atomic
def make_task(
    *,
    kind: TaskKind,
    child: Child,
    about_type: str,
    about_id: UUID,
    now: datetime,
    due_at: datetime | None = None,
    words: str = "",
    for_user: User | None = None,
    for_role: str = "",
) -> Task:
    """The open task of this kind about this thing, made now if there is none. The caller writes the audit.

    Without `for_user` or `for_role` it is the child's worker's; a child without a worker belongs to the access team.
    """
    if for_user is None and not for_role:
        for_user = worker_of(child, now)
        for_role = "" if for_user else "access_worker"
    first = {
        "child": child,
        "words": words,
        "made_at": now,
        "due_at": due_at or due_for(kind, now, child.nation),
        "for_user": for_user,
        "for_role": for_role,
    }
    # The database lets one be open for each thing: of two who ask at the same moment, the second gets the task of the first.
    task, _made = Task.objects.select_for_update().get_or_create(
        kind=kind, about_type=about_type, about_id=about_id, done_at=None, defaults=first
    )
    return task
