"""The fourth choice: cannot add, for one of three reasons only. A proposal, until a second person has confirmed it."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.ask_second_person import ask_second_person
from moderation.actions.decide import decide
from moderation.actions.lock import lock
from moderation.models import Decision, Reading, Verdict
from moderation.permissions import check_can_refuse
from people.models import User
from stories.queries import ABOUT


@transaction.atomic
def propose_not_adding(*, reading: Reading, reason: str, reply: str, explanation: str, by: User, now: datetime) -> Decision:
    """Ask a second person to agree that it cannot be added. The young person goes on seeing "being read". Raises NotAllowed."""
    reading = lock(reading=reading, by=by, now=now)
    check_can_refuse(by, reading, now)
    child, about = reading.contribution.child_id, reading.contribution_id
    decision = decide(reading=reading, verdict=Verdict.CANNOT_ADD, reason=reason, reply=reply, explanation=explanation, by=by, now=now)
    record(Event.CONTRIBUTION_DECLINE_PROPOSED, child=child, by=by.who(now), at=now, about_type=ABOUT, about_id=about)
    ask_second_person(decision=decision, by=by, now=now)
    return decision
