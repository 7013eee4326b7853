"""A young person who likes paper better asks for a printed copy of what they see."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User
from portal.copies import Copy


@transaction.atomic
def ask_for_paper_copy(*, child: Child, copy: Copy, words: str, about_id: UUID, by: User, now: datetime) -> Task:
    """One task for their worker for each view, level, size and language. Asked twice it is one task.

    `words`: what was asked for, in a sentence both can read; `about_id`: the entry, or the child for any other view.
    """
    task = make_task(kind=TaskKind.PRINT_COPY, child=child, about_type=copy.key, about_id=about_id, words=words, now=now)
    if task.made_at == now:
        record(Event.PAPER_COPY_ASKED_FOR, child=child.pk, by=by.who(), at=now, about_type="task", about_id=task.pk)
    return task
