"""The second person does not agree: the proposal goes back to its reader with a sentence. Nobody else hears of it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock
from moderation.models import Check, Decision
from moderation.permissions import check_can_confirm
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import TaskKind, User
from stories.actions.owed import finish_owed
from stories.models import signed
from stories.queries import ABOUT


@transaction.atomic
def return_proposal(*, decision: Decision, sentence: str, by: User, now: datetime) -> Check:
    """Send a proposal back; its reader decides again. Raises NotAllowed without a sentence, and for those who may not confirm."""
    reading = lock(reading=decision.reading, by=by, now=now)
    check_can_confirm(by, decision, now)
    if not sentence.strip():
        raise NotAllowed("no_sentence", _("Say why you send it back, so that they know what to do instead."))
    contribution, answer = reading.contribution, Check.Answer.RETURNED
    check = Check.objects.create(decision=decision, answer=answer, sentence=sentence, proposed_by=decision.by, **signed(by, now))
    record(
        Event.CONTRIBUTION_PROPOSAL_RETURNED,
        child=contribution.child_id,
        by=by.who(now),
        at=now,
        about_type=ABOUT,
        about_id=contribution.pk,
    )
    finish_owed(contribution=contribution, kinds=(TaskKind.CONFIRM_DECISION,), by=by, now=now)
    make_task(
        kind=TaskKind.READ_CONTRIBUTION,
        child=contribution.child,
        about_type=ABOUT,
        about_id=contribution.pk,
        now=now,
        for_user=reading.reader,
    )
    return check
