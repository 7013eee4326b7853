"""Take on a document that was sealed: look at it once without showing it to anybody, and note how it stands."""

from datetime import datetime

from django.db import transaction

from audit.who import Who
from files.models import File, FileReading
from files.queries import SHUT, is_shut
from files.reading.outside import Looked

State = FileReading.State


@transaction.atomic
def take_document(*, file: File, looked: Looked, by: Who, now: datetime) -> FileReading:
    """Note what a first look found: it waits to be read, is kept unread, or is kept closed. What was noted before stands."""
    state, reason = State.WAITING, ""
    if looked.finding:
        state = State.QUARANTINED if looked.finding.closed else State.UNREADABLE
        reason = looked.finding.sentence
    if is_shut(file):
        state, reason = State.QUARANTINED, SHUT
    facts = {"state": state, "reason": reason, "pages": looked.pages, "seconds": looked.seconds}
    reading, _made = FileReading.objects.get_or_create(file=file, defaults=facts | ({"ended_at": now} if reason else {}))
    return reading
