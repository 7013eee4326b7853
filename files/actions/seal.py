"""Keep an original for good, under the hash of its bytes."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from audit.who import Who
from files.content_types import content_type_of
from files.jobs import scan_soon
from files.models import File
from files.names import tidy_name
from files.queries import stored_digest
from files.storages import sealed


@transaction.atomic
def seal(*, content: bytes, name: str, by: Who, now: datetime) -> File:
    """Seal `content` and return its File; the same bytes again return the File there is, whatever they are called.

    The bytes are stored before the row is written, so a row always has its bytes; bytes whose row was never written
    (the power failed in between) are harmless and are taken up by the next seal of the same content.
    """
    sha256 = hashlib.sha256(content).hexdigest()
    known = File.objects.filter(sha256=sha256).first()
    if known:
        return known
    facts = {
        "size": len(content),
        "content_type": content_type_of(content, name),
        "original_name": tidy_name(name),
        "sealed_at": now,
        "sealed_by": by.name,
    }
    _store(content, File(sha256=sha256).stored_as, sha256)
    file, made = File.objects.get_or_create(sha256=sha256, defaults=facts)
    if made:
        transaction.on_commit(lambda: scan_soon(file))
    return file


def _store(content: bytes, name: str, sha256: str) -> None:
    """Write the bytes unless they are there already. Only bytes no row points at are ever replaced."""
    storage = sealed()
    if storage.exists(name):
        if stored_digest(storage, name) == sha256:
            return
        storage.delete(name)  # cut short when the power failed: no File has this hash, the caller looked
    saved_as = storage.save(name, ContentFile(content))
    if saved_as != name:  # somebody sealed the same bytes in the same moment; theirs stand under the name
        storage.delete(saved_as)
