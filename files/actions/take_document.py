"""Take on a document that was sealed: look at it once without showing it to anybody, and note how it stands."""

import tempfile
from datetime import datetime
from pathlib import Path

from django.db import transaction

from audit.who import Who
from files.models import File, FileReading
from files.reading import outside, sound
from files.reading.findings import FINDINGS
from files.reading.outside import LOCKED_OFFICE, Looked
from files.reading.two_kinds import is_two_kinds

State = FileReading.State


@transaction.atomic
def take_document(*, file: File, looked: Looked, by: Who, now: datetime) -> FileReading:
    """Note what a first look found: it waits to be read, is kept unread, or is kept closed. What was noted before stands."""
    state, reason = State.WAITING, ""
    if looked.finding:
        state = State.QUARANTINED if looked.finding.closed else State.UNREADABLE
        reason = looked.finding.sentence
    facts = {"state": state, "reason": reason, "pages": looked.pages, "seconds": looked.seconds}
    reading, _made = FileReading.objects.get_or_create(file=file, defaults=facts | ({"ended_at": now} if reason else {}))
    return reading


def is_taken(media_type: str) -> bool:
    """Whether documents of this kind are taken in."""
    return media_type in outside.MODULES or media_type == LOCKED_OFFICE or sound.is_sound(media_type)


def first_look(content: bytes, media_type: str) -> Looked:
    """What a document is before anybody reads it, found out in a process of its own."""
    if media_type == LOCKED_OFFICE:
        return Looked(finding=FINDINGS["locked"])
    if is_two_kinds(content, media_type):
        return Looked(finding=FINDINGS["two_kinds"])
    with tempfile.TemporaryDirectory(prefix="ownstory-look-") as folder:
        path = Path(folder, "original")
        path.write_bytes(content)
        return sound.look(path, media_type) if sound.is_sound(media_type) else outside.look(path, media_type)
