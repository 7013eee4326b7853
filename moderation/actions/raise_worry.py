"""A worker who reads is worried, and no word had asked them to look: the urgent route opens as it would have at sending."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.actions.lock import lock_contribution
from moderation.permissions import check_can_answer
from people.errors import NotAllowed
from people.models import User
from stories.actions.ask_to_look_soon import ask_to_look_soon
from stories.flags import open_flags
from stories.models import Contribution, RiskFlag
from stories.queries import ABOUT


@transaction.atomic
def raise_worry(*, contribution: Contribution, by: User, now: datetime) -> RiskFlag:
    """Flag it and start the urgent clock, for the worker and the manager. Raises NotAllowed when it was raised before."""
    contribution = lock_contribution(contribution=contribution, by=by, now=now)
    check_can_answer(by, contribution, now)
    if open_flags(contribution).exists() or contribution.risk_flags.filter(source=RiskFlag.Source.WORKER).exists():
        raise NotAllowed("raised_before", _("Somebody has already raised this. Ask a manager to look at it now if you are still worried."))
    flag = RiskFlag.objects.create(contribution=contribution, source=RiskFlag.Source.WORKER, at=now)
    facts = {"source": str(RiskFlag.Source.WORKER)}
    about: dict[str, Any] = {"about_type": ABOUT, "about_id": contribution.pk}
    record(Event.CONTRIBUTION_FLAGGED, child=contribution.child_id, by=by.who(now), at=now, facts=facts, **about)
    ask_to_look_soon(contribution=contribution, by=by, now=now)
    return flag
