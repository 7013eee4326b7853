"""Not yet: an entry waits until a day, and comes back to the worker then. It never opens by itself."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from law.working_time import london_day
from official_file.actions.sharing_decision import write_decision
from official_file.models import Entry, Sharing
from official_file.permissions import check_can_decide
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def hold_entry(*, entry: Entry, until: date, reason: str, by: User, now: datetime) -> Sharing:
    """Hold it until that day. Raises NotAllowed for a day that is not to come, without a reason, and when they can read it already."""
    row = check_can_decide(by, entry, now)
    if row.opens_at and row.opens_at <= now:
        raise NotAllowed("open_already", _("They can read this already. What was opened stays open."))
    if until <= london_day(now):
        raise NotAllowed("day_to_come", _("Choose a day to come. On that day it is back on your list."))
    if not reason.strip():
        raise NotAllowed("no_reason", _("Write what has to happen first, for whoever works with them next."))
    return write_decision(
        entry=entry, decision=Sharing.Decision.HELD, event=Event.ENTRY_HELD, held_until=until, reason=reason.strip(), by=by, now=now
    )
