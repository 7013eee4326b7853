"""Writing a decision down, with the words the young person will read. The verbs beside this file say what follows from it."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from moderation.models import PROPOSALS, Decision, Reading, Verdict
from people.errors import NotAllowed
from people.models import User
from stories.models import NotAddedReason, signed


@transaction.atomic
def decide(*, reading: Reading, verdict: Verdict, reply: str, reason: str = "", explanation: str = "", by: User, now: datetime) -> Decision:
    """Add the decision. Raises NotAllowed without a reply, or a proposal without an explanation for the second person."""
    if not reply.strip():
        raise NotAllowed("no_reply", _("Write an answer first. They read it with your decision."))
    if verdict in PROPOSALS and not explanation.strip():
        raise NotAllowed("no_explanation", _("Say why, for the second person who looks at this."))
    if verdict == Verdict.CANNOT_ADD and reason not in NotAddedReason.values:
        raise NotAllowed("no_reason", _("Choose one of the three reasons. There are no others."))
    return Decision.objects.create(
        reading=reading,
        contribution=reading.contribution,
        verdict=verdict,
        reason=reason,
        explanation=explanation,
        reply=reply,
        **signed(by, now),
    )
