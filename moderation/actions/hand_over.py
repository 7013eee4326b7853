"""Handing over by name, with a sentence: who reads next, why, and what is owed goes with it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.actions.lock import end_reading, lock_contribution
from moderation.handing_on import check_can_hand_over, check_can_hand_to, escalation_of
from moderation.models import HandOver
from people.actions.finish_task import finish_task
from people.errors import NotAllowed
from people.models import Task, TaskKind, User
from people.roles import Permission
from stories.actions.owed import READING
from stories.models import Contribution, signed
from stories.queries import ABOUT

GOES_ALONG = (*READING, TaskKind.TALK, TaskKind.OPEN_MEDIA)


@transaction.atomic
def hand_over(*, contribution: Contribution, to: User, sentence: str, by: User, now: datetime) -> HandOver:
    """Give it to a colleague who may decide it; the clock goes on. A manager who was asked and hands it to a worker has looked.

    Raises NotAllowed without a sentence, for whoever does not decide about it, and for a colleague who does not read it or whom
    it is about.
    """
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_hand_over(by, contribution, now)
    check_can_hand_to(to, by, contribution, now)
    if not sentence.strip():
        raise NotAllowed("no_words", _("Write a sentence for your colleague: why it is theirs now."))
    end_reading(contribution=contribution, by=by, now=now)
    made = HandOver.objects.create(contribution=contribution, to=to, to_name=str(to), sentence=sentence.strip(), **signed(by, now))
    asked = escalation_of(contribution)
    if asked and not to.may(Permission.CONFIRM_DECISIONS, now):
        finish_task(task=asked, outcome="", by=by, now=now)
    Task.objects.open().filter(about_type=ABOUT, about_id=contribution.pk, kind__in=GOES_ALONG).update(for_user=to, for_role="")
    child, about, facts = contribution.child_id, contribution.pk, {"to": str(to)}
    record(Event.CONTRIBUTION_HANDED_OVER, child=child, by=by.who(now), at=now, about_type=ABOUT, about_id=about, facts=facts)
    return made
