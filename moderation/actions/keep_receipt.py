"""A package arrived: its receipt is kept."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from audit.who import Who
from moderation.models import WriteBack
from moderation.way_back.places import Receipt
from stories.queries import ABOUT


@transaction.atomic
def keep_receipt(*, write_back: WriteBack, receipt: Receipt, package_sha256: str, by: Who, now: datetime) -> WriteBack:
    """Keep what the council's system says of the package. A second receipt for the same package changes nothing."""
    row = WriteBack.objects.select_for_update().select_related("contribution").get(pk=write_back.pk)
    if row.state == WriteBack.State.SENT:
        return row
    row.state, row.sent_at, row.last_error = WriteBack.State.SENT, now, ""
    row.receipt, row.package_sha256, row.attempts = asdict(receipt), package_sha256, row.attempts + 1
    row.save()
    words = row.contribution
    facts = {"package": str(row.pk), "sha256": package_sha256}
    record(Event.WORDS_SENT_BACK, child=words.child_id, by=by, at=now, about_type=ABOUT, about_id=words.pk, facts=facts)
    return row
