"""Reading sealed originals."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.files.storage import Storage
from django.db.models import Q, QuerySet

from files.media.recipe import key_of
from files.models import File, Held, Making, SafeCopy, SealedShut
from files.storages import sealed

CHUNK_BYTES = 1 << 20
DESTROYED = "This very file was lawfully destroyed, so it is not kept again. Ask information governance."


SHUT = "This was shut for good. Nobody may open it. Ask your manager."
SHUT_ELSEWHERE = "This was shut for good where the file came from, and its bytes were not brought here."
# Whoever worked on it was killed: no photo takes this long, and no recording, on the slowest machine.
STALLED, SOUND_STALLED = timedelta(minutes=5), timedelta(minutes=45)
OF_SOUND = Q(held__content_type__startswith="audio/") | Q(file__content_type__startswith="audio/")


class ShutError(Exception):
    """The file was shut for good (SealedShut): its bytes are read by nobody here."""


class SealBrokenError(Exception):
    """The stored bytes are gone or are not those that were sealed. Tell the data protection officer."""


def read(file: File) -> bytes:
    """The original, whole. Raises SealBrokenError when it is not what was sealed, ShutError when nobody may read it."""
    check_not_shut(file)
    return _stored(file.stored_as, file.sha256, f"File {file.id}")


def read_held(held: Held) -> bytes:
    """What was not sent yet, whole. Raises SealBrokenError when it is not what arrived."""
    return _stored(held.stored_as, held.sha256, f"Held {held.id}")


def is_shut(file: File) -> bool:
    """Whether this file was shut for good."""
    return SealedShut.objects.filter(pk=file.pk).exists()


def check_not_shut(file: File) -> None:
    """Raises ShutError for a file that was shut."""
    if is_shut(file):
        raise ShutError(f"File {file.id} was shut for good.")


def left_behind(now: datetime) -> QuerySet[Making]:
    """Makings a killed worker has left."""
    working = Making.objects.filter(state=Making.State.WORKING)
    return working.filter(Q(started_at__lt=now - SOUND_STALLED) | (Q(started_at__lt=now - STALLED) & ~OF_SOUND))


def making_of(file: File, recipe: Mapping[str, Any]) -> Making | None:
    """The making of this file in this way: one that is ready before one that is not, and the newest of those. Raises NotTaken."""
    makings = Making.objects.filter(file=file, recipe_key=key_of(recipe)).order_by("-asked_at")
    return makings.filter(state=Making.State.READY).first() or makings.first()


def safe_copy(making: Making, form: str) -> SafeCopy | None:
    """One copy that may be shown, or None while there is none."""
    if making.state != Making.State.READY or SealedShut.objects.filter(pk=making.file_id).exists():
        return None
    found: SafeCopy | None = making.copies.filter(form=form).first()
    return found


def _stored(name: str, sha256: str, called: str) -> bytes:
    try:
        with sealed().open(name) as stored:
            content: bytes = stored.read()
    except OSError as error:
        raise SealBrokenError(f"{called} is not in the sealed storage.") from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise SealBrokenError(f"{called} is not what was sealed.")
    return content


def broken_seals() -> Iterator[File]:
    """Every file whose stored bytes are gone or changed, but those that are lawfully not here. Reads everything: for restores."""
    for file in File.objects.exclude(reading__reason__in=(DESTROYED, SHUT_ELSEWHERE)).iterator():
        if stored_digest(sealed(), file.stored_as) != file.sha256:
            yield file


def stored_digest(storage: Storage, name: str) -> str:
    """The SHA-256 of what is stored under `name`, read piece by piece; empty when nothing is."""
    digest = hashlib.sha256()
    try:
        with storage.open(name) as stored:
            for piece in stored.chunks(CHUNK_BYTES):
                digest.update(piece)
    except OSError:
        return ""
    return digest.hexdigest()
