"""The task to look at what is no longer in the council's system: there while something waits to be looked at, done when nothing does."""

from datetime import datetime

from django.db import transaction

from official_file.models import EntryNow
from people.actions.finish_task import finish_task
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User

CHILD = "child"  # what the task is about: one for each child, however many rows went


@transaction.atomic
def keep_gone_task(*, child: Child, by: User, now: datetime) -> None:
    """Finish the child's task when a decision was made about each entry that is gone. Part of every decision.

    A withholding that is sent back leaves something gone that waits for a worker: then it is owed again.
    """
    task = Task.objects.open().filter(kind=TaskKind.GONE_FROM_SOURCE, child=child).first()
    waits = EntryNow.objects.filter(child=child).gone_and_not_looked_at().exists()
    if task and not waits:
        finish_task(task=task, outcome="", by=by, now=now)
    elif waits and not task:
        make_task(kind=TaskKind.GONE_FROM_SOURCE, child=child, about_type=CHILD, about_id=child.pk, now=now)
