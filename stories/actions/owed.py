"""What is owed about a contribution: finishing it, and letting its author know that something happened."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from people.actions.finish_task import finish_task
from people.models import Notice, Task, TaskKind, User
from stories.flags import waits_for_outcome
from stories.models import Contribution
from stories.queries import ABOUT

READING = (TaskKind.READ_CONTRIBUTION, TaskKind.URGENT_WORRY, TaskKind.LOOK_AGAIN, TaskKind.ESCALATED)
EVERYTHING = (*READING, TaskKind.CONFIRM_DECISION, TaskKind.TALK)
TAKEN_BACK = (*EVERYTHING, TaskKind.OPEN_MEDIA, TaskKind.INTERPRET)  # what nobody can do any more once they took it back


@transaction.atomic
def finish_owed(*, contribution: Contribution, kinds: Collection[str] = EVERYTHING, by: User, now: datetime) -> int:
    """Mark what was owed about it as done, without a sentence of its own: the reply says it. Returns how many.

    Where words asked a human to look, the urgent clock runs until somebody has said what they found: nothing else ends it.
    """
    if waits_for_outcome(contribution):
        kinds = [kind for kind in kinds if kind != TaskKind.URGENT_WORRY]
    owed = list(Task.objects.open().filter(about_type=ABOUT, about_id=contribution.pk, kind__in=kinds))
    for task in owed:
        finish_task(task=task, outcome="", by=by, now=now)
    return len(owed)


@transaction.atomic
def tell_author(*, contribution: Contribution, by: User, now: datetime) -> Notice | None:
    """Leave a notice without content: something happened with what they sent. Told again, it is new again. `by` is not in it."""
    author = contribution.child.user
    if author is None or author.pk == by.pk:
        return None
    notice, _made = Notice.objects.update_or_create(
        user=author,
        kind="contribution_answered",
        about_id=contribution.pk,
        defaults={"about_type": ABOUT, "at": now, "seen_at": None},
    )
    return notice
