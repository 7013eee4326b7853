"""Not yet: an entry waits until a day, or until something has happened, and comes back to the worker then. Nothing opens by itself."""

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

LONGEST_EVENT = 300


@transaction.atomic
def hold_entry(*, entry: Entry, reason: str, by: User, now: datetime, until: date | None = None, event: str = "") -> Sharing:
    """Hold it until that day, until `event` has happened, or until whichever comes first.

    Raises NotAllowed for neither, for a day that is not to come, without a reason, and when they can read it already.
    """
    row = check_can_decide(by, entry, now)
    event, reason = event.strip(), reason.strip()
    if row.opens_at and row.opens_at <= now:
        raise NotAllowed("open_already", _("They can read this already. What was opened stays open."))
    if until is None and not event:
        raise NotAllowed("until_when", _("Choose a day, an age, or write what has to happen."))
    if until is not None and until <= london_day(now):
        raise NotAllowed("day_to_come", _("Choose a day to come. On that day it is back on your list."))
    if len(event) > LONGEST_EVENT:
        raise NotAllowed("too_long", _("Say in one sentence what has to happen."))
    if not reason:
        raise NotAllowed("no_reason", _("Write why it waits, for whoever works with them next."))
    return write_decision(
        entry=entry,
        decision=Sharing.Decision.HELD,
        event=Event.ENTRY_HELD,
        held_until=until,
        held_event=event,
        reason=reason,
        by=by,
        now=now,
    )
