"""The second person agrees: only now does the proposal happen, and only now does the young person read the answer."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock
from moderation.actions.put_in_file import put_in_file
from moderation.models import Check, Decision, Verdict
from moderation.permissions import check_can_confirm
from people.models import User
from stories.actions.owed import finish_owed, tell_author
from stories.lifecycle import Status
from stories.models import Contribution, Reply, signed
from stories.queries import ABOUT

SAYS = {Verdict.FILE_LIMITED: Event.CONTRIBUTION_FILED_LIMITED, Verdict.CANNOT_ADD: Event.CONTRIBUTION_NOT_ADDED}


@transaction.atomic
def confirm_proposal(*, decision: Decision, by: User, now: datetime) -> Contribution:
    """Confirm a proposal to limit or not to add. Raises NotAllowed: never the proposer, never somebody named in the words."""
    reading = lock(reading=decision.reading, by=by, now=now)
    check_can_confirm(by, decision, now)
    contribution, verdict = reading.contribution, Verdict(decision.verdict)
    Check.objects.create(decision=decision, answer=Check.Answer.CONFIRMED, proposed_by=decision.by, **signed(by, now))
    if verdict is Verdict.FILE_LIMITED:
        put_in_file(contribution=contribution, limited=True, by=decision.by, now=now)
    else:
        contribution.not_added_reason = decision.reason
        moved = contribution.move_to(Status.NOT_ADDED, by=decision.by.who(now), now=now)
        contribution.save(update_fields=[*moved, "not_added_reason"])
    reading.end(now=now)
    facts = {"proposed_by": decision.by_name}
    record(SAYS[verdict], child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk, facts=facts)
    Reply.objects.create(contribution=contribution, text=decision.reply, **signed(decision.by, now))
    finish_owed(contribution=contribution, by=by, now=now)
    tell_author(contribution=contribution, by=by, now=now)
    return contribution
