"""The law lets us keep this from its subject: on a ground, with a reason, and with a day to look again."""

from datetime import date, datetime

from dateutil.relativedelta import relativedelta
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from law.exemptions import ground as ground_of
from law.exemptions import may_worker_choose, refused_reason
from law.working_time import london_day
from official_file.actions.ask_to_confirm import ask_to_confirm
from official_file.actions.open_entry import NO_BASIS
from official_file.actions.sharing_decision import write_decision
from official_file.health_basis import NoBasisError, Opinion, check_basis
from official_file.models import Entry, Sharing
from official_file.permissions import check_can_decide
from people.errors import NotAllowed
from people.models import User

HARM_BY_HEALTH = "SH_HEALTH"


@transaction.atomic
def withhold_entry(
    *, entry: Entry, ground: str, review_on: date, reason: str, by: User, now: datetime, opinion: Opinion | None = None
) -> Sharing:
    """Withhold it: closed at once, and a second person confirms it or sends it back.

    `opinion`: for harm by health data, of the health professional who says that serious harm is likely. Raises NotAllowed for a
    ground a worker may not choose, a reason that is none in law, a review too far off, or that ground without a live opinion.
    """
    check_can_decide(by, entry, now)
    if not may_worker_choose(ground, entry.child.nation):
        raise NotAllowed("no_such_ground", _("Choose one of the grounds the law gives. If none fits, the entry can be opened or held."))
    reason = reason.strip()
    if not reason:
        raise NotAllowed("no_reason", _("Write why this ground fits. Somebody will look at it again."))
    if not_one := refused_reason(reason):
        raise NotAllowed("not_a_reason", not_one)
    today, months = london_day(now), ground_of(ground).review_months
    said = _opinion(opinion, today) if ground == HARM_BY_HEALTH else {}
    if not today < review_on <= today + relativedelta(months=months):
        sentence = _("Choose a day to look again: after today, and at most %(months)s months away for this ground.")
        raise NotAllowed("review_day", sentence % {"months": months})
    made = write_decision(
        entry=entry,
        decision=Sharing.Decision.WITHHELD,
        event=Event.ENTRY_WITHHELD,
        ground=ground,
        review_on=review_on,
        reason=reason,
        by=by,
        now=now,
        **said,
    )
    ask_to_confirm(sharing=made, by=by, now=now)
    return made


def _opinion(opinion: Opinion | None, today: date) -> dict[str, object]:
    """What the health professional said, to be kept with the decision (DPA 2018 Sch 3 para 5). Raises NotAllowed without it."""
    try:
        basis = check_basis("", opinion or Opinion("", None), today)
    except NoBasisError as missing:
        raise NotAllowed(missing.code, NO_BASIS[missing.code]) from missing
    return {"health_basis": basis, "health_opinion_by": opinion.by.strip(), "health_opinion_on": opinion.on} if opinion else {}
