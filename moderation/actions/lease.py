"""One worker at a time sends a package."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from audit.who import Who
from moderation.models import WriteBack

LEASE = timedelta(minutes=15)  # longer than any sending takes; somebody who is stopped holds it no longer


@transaction.atomic
def lease(*, write_back: UUID, by: Who, now: datetime) -> WriteBack | None:
    """Take this package to send it now; None when it arrived meanwhile or another worker has it. `by` changes nothing."""
    due = WriteBack.objects.select_for_update().filter(pk=write_back, try_after__lte=now).exclude(state=WriteBack.State.SENT)
    if not due.exists():
        return None
    due.update(try_after=now + LEASE)
    return WriteBack.objects.select_related("contribution__child", "contribution__entry", "contribution__about").get(pk=write_back)
