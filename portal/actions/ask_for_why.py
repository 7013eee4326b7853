"""A young person asks for "Why I am in care" to be written and read with them."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User


@transaction.atomic
def ask_for_why(*, child: Child, by: User, now: datetime) -> Task:
    """One task for their worker. Asked twice it is one, and says when it was asked."""
    task = make_task(kind=TaskKind.WRITE_WHY, child=child, about_type="child", about_id=child.pk, now=now)
    if task.made_at == now:
        record(Event.TALK_ASKED_FOR, child=child.pk, by=by.who(), at=now, about_type="child", about_id=child.pk, facts={"kind": task.kind})
    return task
