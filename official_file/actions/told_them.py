"""A worker has told them the news of an everyday fact, so it need not wait until it is old enough to open by itself."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from official_file.actions.sharing_decision import write_decision
from official_file.models import Entry, Sharing
from official_file.opening_rules import Opens, rule_for
from official_file.opening_times import opens_when
from official_file.permissions import check_can_decide
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def told_them(*, entry: Entry, with_them: bool = False, by: User, now: datetime) -> Sharing:
    """Open an everyday fact because a worker told them. Raises NotAllowed for what must be read and opened instead."""
    row = check_can_decide(by, entry, now)
    if row.opens_at and row.opens_at <= now:
        raise NotAllowed("open_already", _("They can read this already."))
    body = entry.body
    routine = rule_for(body["kind"], body["facts"], body["restricted"]).opens is Opens.AFTER_A_TIME
    if not routine or row.sensitivity > 1:
        raise NotAllowed("read_it_first", _("Telling is not enough for this one. Read it with their eyes, then open it."))
    return write_decision(
        entry=entry,
        decision=Sharing.Decision.TOLD,
        event=Event.ENTRY_TOLD,
        opens_at=opens_when(row, now, with_them=with_them),
        by=by,
        now=now,
    )
