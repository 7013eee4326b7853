"""A worker has looked at all that is no longer in the council's system: the task that asked for it is done."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from official_file.models import EntryNow
from people.actions.finish_task import finish_task
from people.models import Task, TaskKind, User


@transaction.atomic
def finish_gone(*, child_id: UUID, by: User, now: datetime) -> None:
    """Finish the child's task when a decision was made about each entry that is gone. Part of every decision."""
    task = Task.objects.open().filter(kind=TaskKind.GONE_FROM_SOURCE, child=child_id).first()
    if task and not EntryNow.objects.filter(child=child_id).gone_and_not_looked_at().exists():
        finish_task(task=task, outcome="", by=by, now=now)
