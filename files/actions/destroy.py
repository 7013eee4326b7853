"""Destroy a sealed original whose last entry was lawfully disposed of: its bytes, and everything that was made from it.

The row of the file stays, with its digest, so that what was destroyed can be told from what was lost.
"""

from datetime import datetime
from functools import partial

from django.db import transaction

from audit.who import Who
from files.models import File, FilePage, FileReading
from files.queries import DESTROYED
from files.safe_copies import picture_name, small_name, sound_name
from files.storages import safe, sealed


@transaction.atomic
def destroy(*, file: File, by: Who, now: datetime) -> None:
    """Once this transaction is stored the bytes go, and nothing brings them back. Call from a disposal, which writes the audit."""
    pages = FilePage.objects.filter(file=file)
    made = [name(file, number) for number in pages.values_list("number", flat=True) for name in (picture_name, small_name)]
    pages.delete()
    closed = {"state": FileReading.State.QUARANTINED, "reason": DESTROYED, "pages": None, "pages_read": 0, "ended_at": now}
    FileReading.objects.update_or_create(file=file, defaults=closed)
    transaction.on_commit(partial(_delete, file.stored_as, [*made, sound_name(file)]))


def _delete(original: str, made: list[str]) -> None:
    for name in made:
        safe().delete(name)
    sealed().delete(original)
