"""What was owed is done: by whom, with what outcome, told to the young person."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Notice, Task, User


@transaction.atomic
def finish_task(*, task: Task, outcome: str, by: User, now: datetime) -> Task:
    """Mark the task done, with the sentence the young person reads. Raises NotAllowed when somebody did it already."""
    task = Task.objects.select_for_update().get(pk=task.pk)
    if task.done_at is not None:
        raise NotAllowed("already_done", _("Somebody has already done this. Open the page again to see what they wrote."))
    task.done_at, task.done_by, task.outcome = now, by, outcome
    task.save(update_fields=["done_at", "done_by", "outcome"])
    record(Event.TASK_DONE, child=task.child_id, by=by.who(now), at=now, about_type="task", about_id=task.pk, facts={"kind": task.kind})
    if outcome and task.child.user_id:
        Notice.objects.get_or_create(
            user_id=task.child.user_id, kind="task_answered", about_id=task.pk, defaults={"about_type": "task", "at": now}
        )
    return task
