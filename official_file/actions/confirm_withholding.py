"""The second person agrees: it stays closed, and its subject is told as its ground says."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from audit.events import Event
from audit.record import record
from official_file.actions.ask_to_confirm import end_old_question
from official_file.models import Sharing, SharingCheck
from official_file.permissions import check_can_check
from people.models import User


@transaction.atomic
def confirm_withholding(*, sharing: Sharing, reason: str = "", by: User, now: datetime) -> SharingCheck:
    """Confirm it. Raises NotAllowed for who withheld it, and for who does not make second decisions about this child."""
    row = check_can_check(by, sharing, now)
    return write_check(sharing=sharing, entry_id=row.pk, agrees=True, reason=reason, by=by, now=now)


def write_check(*, sharing: Sharing, entry_id: UUID, agrees: bool, reason: str, by: User, now: datetime) -> SharingCheck:
    """Add the answer and its audit, and end the question. Whether it is allowed was checked by the verb that calls this."""
    who = by.who(now)
    made = SharingCheck.objects.create(
        sharing=sharing, agrees=agrees, reason=reason.strip(), decided_by=sharing.by, by=by, by_name=who.name, by_role=who.role, at=now
    )
    event = Event.WITHHOLDING_CONFIRMED if agrees else Event.WITHHOLDING_RETURNED
    record(event, child=sharing.entry.child_id, by=who, at=now, about_type="entry", about_id=entry_id, facts={"ground": sharing.ground})
    end_old_question(entry=sharing.entry, by=by, now=now)
    return made
