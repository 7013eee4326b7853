"""The second choice: put the words in the file and limit who sees them. A proposal, until a second person has confirmed it."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.ask_second_person import ask_second_person
from moderation.actions.decide import decide
from moderation.actions.lock import lock
from moderation.models import Decision, Reading, Verdict
from moderation.permissions import check_can_limit
from people.models import User
from stories.queries import ABOUT


@transaction.atomic
def propose_limit(*, reading: Reading, reply: str, explanation: str, by: User, now: datetime) -> Decision:
    """Ask a second person to agree that only the worker and the manager read it. The young person goes on seeing "being read"."""
    reading = lock(reading=reading, by=by, now=now)
    check_can_limit(by, reading, now)
    child, about = reading.contribution.child_id, reading.contribution_id
    decision = decide(reading=reading, verdict=Verdict.FILE_LIMITED, reply=reply, explanation=explanation, by=by, now=now)
    record(Event.CONTRIBUTION_LIMIT_PROPOSED, child=child, by=by.who(now), at=now, about_type=ABOUT, about_id=about)
    ask_second_person(decision=decision, by=by, now=now)
    return decision
