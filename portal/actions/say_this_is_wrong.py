"""A young person says that an entry is wrong (UK GDPR Art 16). What they say stays beside the entry, whatever is decided."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from official_file.models import Entry
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User


@transaction.atomic
def say_this_is_wrong(*, child: Child, entry: Entry, by: User, now: datetime) -> Task:
    """One task with the clock of the law: one month. Said twice it is one task. What is wrong, in their words, is a contribution."""
    task = make_task(kind=TaskKind.ENTRY_IS_WRONG, child=child, about_type="entry", about_id=entry.pk, now=now)
    if task.made_at == now:
        facts = {"kind": task.kind}
        record(Event.TALK_ASKED_FOR, child=child.pk, by=by.who(), at=now, about_type="entry", about_id=entry.pk, facts=facts)
    return task
