"""One decision about what its subject sees, written down: the row, the standing it leads to, the audit."""

from datetime import datetime
from typing import Any

from audit.events import Event
from audit.record import record
from official_file.actions.ask_to_confirm import end_old_question
from official_file.actions.keep_gone_task import keep_gone_task
from official_file.models import Entry, Sharing
from official_file.plain_language.table import number
from official_file.projection import refresh
from people.models import User

SHOWS = frozenset({Sharing.Decision.SHARED, Sharing.Decision.WITH_SUPPORT, Sharing.Decision.TOLD})  # then they read the sentences of now


def write_decision(*, entry: Entry, decision: Sharing.Decision, event: Event, by: User, now: datetime, **rest: Any) -> Sharing:
    """Add the decision and make the standing anew. Whether it is allowed was checked by the verb that calls this.

    `rest` are the decision's other fields: opens_at, held_until, ground, review_on, reason. The audit's facts are codes,
    never words of the record.
    """
    who = by.who(now)
    if decision in SHOWS:
        rest["sentences"] = number()
    made = Sharing.objects.create(entry=entry, decision=decision, by=by, by_name=who.name, by_role=who.role, at=now, **rest)
    if decision is not Sharing.Decision.LIMITED:
        end_old_question(entry=entry, by=by, now=now)
    refresh(entry)
    keep_gone_task(child=entry.child, by=by, now=now)
    facts = {"decision": str(decision), **({"ground": made.ground} if made.ground else {})}
    record(event, child=entry.child_id, by=who, at=now, about_type="entry", about_id=entry.pk, facts=facts)
    return made
