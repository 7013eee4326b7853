"""Ask for a file to be read once more, from its first page: after a program was installed, or when the reading was poor."""

from datetime import datetime

from django.db import transaction

from audit.who import Who
from files.models import File, FilePage, FileReading

State = FileReading.State
ENDED = (State.READ, State.UNREADABLE)


@transaction.atomic
def read_again(*, file: File, by: Who, now: datetime) -> bool:
    """Throw away what was read, and wait to be looked at and read anew. False for what is kept closed, or is being read already."""
    fresh = {"state": State.WAITING, "pages": None, "pages_read": 0, "reason": "", "tries": 0, "started_at": None, "ended_at": None}
    asked = FileReading.objects.filter(file=file, state__in=ENDED).update(**fresh)
    if asked:
        FilePage.objects.filter(file=file).delete()
    return bool(asked)
