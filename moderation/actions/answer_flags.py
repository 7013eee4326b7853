"""Saying what came of it, when a flag asked a human to look. One tap for a false alarm; anything else with a sentence."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock_contribution
from moderation.looking_after import check_can_answer_flags
from moderation.models import RiskOutcome
from people.actions.make_task import make_task
from people.models import TaskKind, User
from stories.actions.owed import finish_owed
from stories.flags import open_flags
from stories.lifecycle import UNDECIDED
from stories.models import Contribution, signed
from stories.queries import ABOUT


@transaction.atomic
def answer_flags(*, contribution: Contribution, outcome: str, sentence: str = "", by: User, now: datetime) -> list[RiskOutcome]:
    """Write the outcome of every open flag of it, and end the urgent clock. Reading and deciding is then owed as for any other.

    Raises NotAllowed when none is open, without the sentence it needs, or for somebody it is about.
    """
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_answer_flags(by, contribution, outcome, sentence, now)
    found = [
        RiskOutcome.objects.create(flag=flag, outcome=outcome, sentence=sentence.strip(), **signed(by, now))
        for flag in open_flags(contribution)
    ]
    about: dict[str, Any] = {"about_type": ABOUT, "about_id": contribution.pk}
    record(Event.CONTRIBUTION_FLAG_ANSWERED, child=contribution.child_id, by=by.who(now), at=now, facts={"outcome": outcome}, **about)
    if finish_owed(contribution=contribution, kinds=(TaskKind.URGENT_WORRY,), by=by, now=now) and contribution.standing in UNDECIDED:
        make_task(kind=TaskKind.READ_CONTRIBUTION, child=contribution.child, now=now, **about)
    return found
