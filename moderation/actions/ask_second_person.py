"""A proposal waits for a second person: their task takes over the clock."""

from datetime import datetime

from django.db import transaction

from moderation.models import Decision
from people.actions.make_task import make_task
from people.models import Task, TaskKind, User
from stories.actions.owed import READING, finish_owed
from stories.queries import ABOUT


@transaction.atomic
def ask_second_person(*, decision: Decision, by: User, now: datetime) -> Task:
    """Owe a confirmation, to whichever manager or reviewing officer may give it; the reader has done their part."""
    contribution = decision.contribution
    finish_owed(contribution=contribution, kinds=READING, by=by, now=now)
    return make_task(
        kind=TaskKind.CONFIRM_DECISION,
        child=contribution.child,
        about_type=ABOUT,
        about_id=contribution.pk,
        now=now,
        for_role="team_manager",
    )
