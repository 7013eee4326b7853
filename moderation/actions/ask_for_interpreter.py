""" "I do not understand these words": a person who does is found, on the urgent clock, until somebody has understood them."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from audit.events import Event
from audit.record import record
from law.bank_holidays import bank_holidays
from law.working_time import urgent_due
from moderation.actions.lock import lock_contribution
from moderation.looking_after import THE_WORDS, asked_to_interpret, check_can_interpret, parts_not_understood
from official_file.projection import hours_of_council
from people.actions.make_task import make_task
from people.models import Task, TaskKind, User
from stories.models import Contribution
from stories.queries import ABOUT, first_reader


@transaction.atomic
def ask_for_interpreter(*, contribution: Contribution, part: str = THE_WORDS, by: User, now: datetime) -> Task:
    """Owe it that somebody understands this part: "words", or the id of a recording. Asked twice it is one task with one clock.

    Neither filing nor any other clock ends it: words nobody understood may ask for help. Raises NotAllowed.
    """
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_interpret(by, contribution, part, now)
    task, about = asked_to_interpret(contribution), {"about_type": ABOUT, "about_id": contribution.pk}
    if task is None:
        due = urgent_due(now, hours_of_council(), bank_holidays(settings.NATION))
        reader = first_reader(contribution, now)
        task = make_task(kind=TaskKind.INTERPRET, child=contribution.child, now=now, due_at=due, for_user=reader, words=part, **about)
    elif part not in parts_not_understood(task):
        task.words = f"{task.words} {part}"
        task.save(update_fields=["words"])
    else:
        return task
    record(Event.INTERPRETER_ASKED_FOR, child=contribution.child_id, by=by.who(now), at=now, **about)
    return task
