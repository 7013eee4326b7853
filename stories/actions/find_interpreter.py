"""Owing it that a person understands what was said, on the urgent clock: words nobody understood may ask for help."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from law.bank_holidays import bank_holidays
from law.working_time import urgent_due
from official_file.projection import hours_of_council
from people.actions.make_task import make_task
from people.models import Task, TaskKind
from stories.models import Contribution
from stories.queries import ABOUT, first_reader


@transaction.atomic
def find_interpreter(*, contribution: Contribution, part: str, by: Who, now: datetime) -> Task:
    """Owe it that somebody understands this part: "words", or the id of a recording. Asked twice it is one task with one clock.

    Neither filing nor any other clock ends it. The task's words name the parts nobody understands yet.
    """
    about: dict[str, Any] = {"about_type": ABOUT, "about_id": contribution.pk}
    due, reader = urgent_due(now, hours_of_council(), bank_holidays(settings.NATION)), first_reader(contribution, now)
    task = make_task(kind=TaskKind.INTERPRET, child=contribution.child, now=now, due_at=due, for_user=reader, **about)
    if part in task.words.split():
        return task
    task.words = f"{task.words} {part}".strip()
    task.save(update_fields=["words"])
    record(Event.INTERPRETER_ASKED_FOR, child=contribution.child_id, by=by, at=now, **about)
    return task
