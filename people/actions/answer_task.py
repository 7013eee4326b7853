"""A member of staff who works with the young person answers what they asked."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission

ANSWERED_HERE = frozenset(
    {
        TaskKind.TALK,
        TaskKind.OPEN_CHAPTER,
        TaskKind.WRITE_WHY,
        TaskKind.CHECK_IDENTITY,
        TaskKind.PRINT_COPY,
        TaskKind.GIVE_PAPER,
        TaskKind.PAPER_EXPIRES,
        TaskKind.PLAN_ANSWER,
    }
)


@transaction.atomic
def answer_task(*, task: Task, outcome: str, by: User, now: datetime) -> Task:
    """Finish it with a sentence for the young person. Raises NotAllowed for what is answered elsewhere, and without a sentence."""
    check_role(by, Permission.READ_CONTRIBUTIONS, now)
    check_decides_for(by, task.child, now)
    if task.kind not in ANSWERED_HERE:
        raise NotAllowed("answered_elsewhere", _("This is answered on a page of its own."))
    if not outcome.strip():
        raise NotAllowed("no_words", _("Write a sentence for them: what you did, or what happens now."))
    return finish_task(task=task, outcome=outcome.strip(), by=by, now=now)
