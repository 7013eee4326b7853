"""A young person says that an entry is wrong, or that they disagree (UK GDPR Art 16). It stays beside the entry, whatever is decided."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from official_file.models import Entry, Rectification
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User

ABOUT = "rectification"


@transaction.atomic
def say_this_is_wrong(
    *, child: Child, entry: Entry, kind: str = Rectification.Kind.WRONG, for_user: User | None = None, by: User, now: datetime
) -> Task:
    """One task with the clock of the law: one month. Said twice it is one task. What is wrong, in their words, is a contribution.

    Whoever first says only that it is wrong and then that they disagree has said both: each is kept, and one answer is for both.
    """
    task = make_task(kind=TaskKind.ENTRY_IS_WRONG, child=child, about_type="entry", about_id=entry.pk, for_user=for_user, now=now)
    # The task is locked, so of two who say it at one moment the second finds what the first said.
    if Rectification.objects.filter(entry=entry, kind=kind, decided_at__isnull=True, asked_at__gte=task.made_at).exists():
        return task
    said = Rectification.objects.create(
        child=child, entry=entry, kind=kind, asked_on=london_day(now), asked_at=now, look_again_on=london_day(task.due_at)
    )
    record(Event.RECTIFICATION_ASKED, child=child.pk, by=by.who(), at=now, about_type=ABOUT, about_id=said.pk, facts={"kind": kind})
    return task
