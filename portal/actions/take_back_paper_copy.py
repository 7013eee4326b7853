"""A young person no longer wants a printed copy they asked for."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.models import Task, TaskKind, User


@transaction.atomic
def take_back_paper_copy(*, task: Task, by: User, now: datetime) -> Task:
    """End the task; nobody prints it. Taken back twice, or after it was answered, nothing changes."""
    task = Task.objects.select_for_update().get(pk=task.pk, kind=TaskKind.PRINT_COPY, child__user=by)
    if task.done_at is None:
        task.done_at, task.done_by = now, by
        task.save(update_fields=["done_at", "done_by"])
        record(Event.PAPER_COPY_TAKEN_BACK, child=task.child_id, by=by.who(), at=now, about_type="task", about_id=task.pk)
    return task
