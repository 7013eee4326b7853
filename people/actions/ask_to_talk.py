"""A young person asks to talk about something: a task with a clock for their worker."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User


@transaction.atomic
def ask_to_talk(*, child: Child, about_type: str, about_id: UUID, words: str = "", by: User, now: datetime) -> Task:
    """Ask the child's worker to talk about a thing. Asked twice it is one task; the words of the first stay."""
    task = make_task(kind=TaskKind.TALK, child=child, about_type=about_type, about_id=about_id, words=words, now=now)
    if task.made_at == now:
        record(Event.TALK_ASKED_FOR, child=child.pk, by=by.who(), at=now, about_type=about_type, about_id=about_id)
    return task
