"""A young person asks for "Why I am in care" to be written and read with them."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User
from portal.queries.whole_page import asked_why


@transaction.atomic
def ask_for_why(*, child: Child, by: User, now: datetime) -> Task:
    """One task for their worker, who may have promised the letter before: then it is that one. Asked twice it is asked once."""
    task = make_task(kind=TaskKind.WRITE_WHY, child=child, about_type="child", about_id=child.pk, now=now)
    if asked_why(child) is None:
        record(Event.TALK_ASKED_FOR, child=child.pk, by=by.who(), at=now, about_type="child", about_id=child.pk, facts={"kind": task.kind})
    return task
