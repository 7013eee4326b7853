"""The third choice: talk first. Nobody is asked to write it again; the words stay as they are."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.decide import decide
from moderation.actions.lock import lock
from moderation.actions.reply import reply as answer
from moderation.models import Decision, Reading, Verdict
from moderation.permissions import check_can_talk_first
from people.actions.make_task import make_task
from people.models import TaskKind, User
from people.task_clocks import due_for
from stories.actions.owed import READING, finish_owed
from stories.lifecycle import Status
from stories.models import Contribution
from stories.queries import ABOUT


@transaction.atomic
def talk_first(*, reading: Reading, reply: str, by: User, now: datetime) -> Decision:
    """Owe the young person a talk, then the words are read again and decided. Raises NotAllowed."""
    reading = lock(reading=reading, by=by, now=now)
    check_can_talk_first(by, reading, now)
    contribution = reading.contribution
    decision = decide(reading=reading, verdict=Verdict.TALK_FIRST, reply=reply, by=by, now=now)
    reading.end(now=now)
    contribution.save(update_fields=contribution.move_to(Status.LETS_TALK, by=by.who(now), now=now))
    record(Event.CONTRIBUTION_TALK_FIRST, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    finish_owed(contribution=contribution, kinds=READING, by=by, now=now)
    answer(contribution=contribution, text=reply, by=by, now=now)
    _owe_talk_then_reading(contribution, by, now)
    return decision


def _owe_talk_then_reading(contribution: Contribution, by: User, now: datetime) -> None:
    """The talk, and after it the reading: so that words are not forgotten once somebody has talked about them."""
    child, about = contribution.child, contribution.pk
    talk = make_task(kind=TaskKind.TALK, child=child, about_type=ABOUT, about_id=about, now=now, for_user=by)
    due_at = due_for(TaskKind.READ_CONTRIBUTION, talk.due_at, child.nation)
    make_task(kind=TaskKind.READ_CONTRIBUTION, child=child, about_type=ABOUT, about_id=about, now=now, due_at=due_at, for_user=by)
