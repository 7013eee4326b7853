"""Reading sealed originals."""

import hashlib
from collections.abc import Iterator

from django.core.files.storage import Storage

from files.models import File
from files.storages import sealed

CHUNK_BYTES = 1 << 20
DESTROYED = "This very file was lawfully destroyed, so it is not kept again. Ask information governance."


class SealBrokenError(Exception):
    """The stored bytes are gone or are not those that were sealed. Tell the data protection officer."""


def read(file: File) -> bytes:
    """The original, whole. Raises SealBrokenError when it is not what was sealed."""
    try:
        with sealed().open(file.stored_as) as stored:
            content: bytes = stored.read()
    except OSError as error:
        raise SealBrokenError(f"File {file.id} is not in the sealed storage.") from error
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise SealBrokenError(f"File {file.id} is not what was sealed.")
    return content


def broken_seals() -> Iterator[File]:
    """Every file whose stored bytes are gone or changed, but those that were lawfully destroyed. Reads everything: for restores."""
    for file in File.objects.exclude(reading__reason=DESTROYED).iterator():
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
