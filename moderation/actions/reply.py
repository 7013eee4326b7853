"""Answering a young person. An answer is only ever added; it needs no decision."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.conflict import is_about
from moderation.permissions import check_can_answer
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import TaskKind, User
from stories.actions.owed import finish_owed, tell_author
from stories.lifecycle import UNDECIDED
from stories.models import Contribution, Reply, signed
from stories.queries import ABOUT


@transaction.atomic
def reply(*, contribution: Contribution, text: str, by: User, now: datetime) -> Reply:
    """Add an answer and let its author know. Raises NotAllowed when it is empty, or for somebody who may not read it.

    An answer settles the urgent part: somebody has looked after them. Reading and deciding is then owed as for any other.
    An answer by the one it is about settles nothing: somebody else still looks after them.
    """
    contribution = Contribution.objects.select_for_update().get(pk=contribution.pk)
    check_can_answer(by, contribution, now)
    if not text.strip():
        raise NotAllowed("no_reply", _("Write an answer first. They read it with your decision."))
    added = Reply.objects.create(contribution=contribution, text=text, **signed(by, now))
    record(Event.CONTRIBUTION_REPLIED, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    urgent = () if is_about(by, contribution) else (TaskKind.URGENT_WORRY,)
    settled = finish_owed(contribution=contribution, kinds=urgent, by=by, now=now)
    if settled and contribution.standing in UNDECIDED:
        make_task(kind=TaskKind.READ_CONTRIBUTION, child=contribution.child, about_type=ABOUT, about_id=contribution.pk, now=now)
    tell_author(contribution=contribution, by=by, now=now)
    return added
