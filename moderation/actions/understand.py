"""Somebody understands what was said in a language the reader does not know: what was owed for that part ends."""

from datetime import datetime
from typing import Any

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock_contribution
from moderation.looking_after import asked_to_interpret, check_can_interpret, parts_not_understood
from people.actions.finish_task import finish_task
from people.models import Task, User
from stories.models import Contribution
from stories.queries import ABOUT


@transaction.atomic
def understand(*, contribution: Contribution, part: str, by: User, now: datetime) -> Task | None:
    """Write down that this person understands this part. The task ends with its last part. Nothing owed: nothing happens.

    Raises NotAllowed.
    """
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_interpret(by, contribution, part, now)
    task = asked_to_interpret(contribution)
    left = parts_not_understood(task)
    if task is None or part not in left:
        return None
    about: dict[str, Any] = {"about_type": ABOUT, "about_id": contribution.pk}
    record(Event.WORDS_UNDERSTOOD, child=contribution.child_id, by=by.who(now), at=now, **about)
    left.remove(part)
    task.words = " ".join(left)
    task.save(update_fields=["words"])
    return task if left else finish_task(task=task, outcome="", by=by, now=now)
