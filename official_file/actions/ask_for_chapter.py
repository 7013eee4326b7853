"""A young person asks to read a part of their story: one task for their worker, however much it holds."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from official_file.models import Entry
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User


@transaction.atomic
def ask_for_chapter(*, child: Child, first_entry: Entry, by: User, now: datetime) -> Task:
    """Ask for the chapter that begins with this entry. Asked twice it is one task, and says when it was asked."""
    task = make_task(kind=TaskKind.OPEN_CHAPTER, child=child, about_type="entry", about_id=first_entry.pk, now=now)
    if task.made_at == now:
        record(Event.CHAPTER_ASKED_FOR, child=child.pk, by=by.who(), at=now, about_type="entry", about_id=first_entry.pk)
    return task
