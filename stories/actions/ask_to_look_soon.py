"""The urgent route: somebody looks within one staffed hour, or at the start of the next staffed period (law.md 5.2)."""

from datetime import datetime

from django.conf import settings
from django.db import transaction

from law.bank_holidays import bank_holidays
from law.working_time import urgent_due
from official_file.projection import hours_of_council
from people.actions.make_task import make_task
from people.models import Task, TaskKind, User
from stories.models import Contribution
from stories.queries import ABOUT, first_reader


@transaction.atomic
def ask_to_look_soon(*, contribution: Contribution, by: User, now: datetime) -> Task:
    """Owe a look on the urgent clock, by the hours of the council. Asked twice it is one task. The caller writes the audit."""
    due = urgent_due(now, hours_of_council(), bank_holidays(settings.NATION))
    return make_task(
        kind=TaskKind.URGENT_WORRY,
        child=contribution.child,
        about_type=ABOUT,
        about_id=contribution.pk,
        now=now,
        due_at=due,
        for_user=first_reader(contribution, now),
    )
