"""Take the bytes of a photo or recording in, and hold them until its author sends them or throws them away."""

import hashlib
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Count, Sum

from audit.who import Who
from files.media.kinds import checked_type
from files.media.limits import MOST_HELD, MOST_HELD_BYTES
from files.media.refusals import NotTaken
from files.models import Held, SealedShut
from files.names import tidy_name
from files.storages import sealed


def hold(*, content: bytes, name: str, by: Who, now: datetime) -> Held:
    """Hold `content`, exactly as it arrived. Nothing decodes it here. Raises NotTaken for another kind, too much of it, or a shut one.

    Where the caller's own transaction is taken back later, the sweep clears the bytes away.
    """
    media_type = checked_type(content, name)
    sha256 = hashlib.sha256(content).hexdigest()
    if SealedShut.objects.filter(file__sha256=sha256).exists():
        raise NotTaken("shut")
    _check_quota(len(content), by)
    held = Held(sha256=sha256, size=len(content), content_type=media_type, original_name=tidy_name(name), at=now, by_user=by.user_id)
    sealed().save(held.stored_as, ContentFile(content))  # before the row: a large file must not hold up everybody else's writing
    try:
        with transaction.atomic():
            held.save(force_insert=True)
    except BaseException:
        sealed().delete(held.stored_as)
        raise
    return held


def _check_quota(size: int, by: Who) -> None:
    """What one person may hold, not sent yet."""
    there = Held.objects.filter(by_user=by.user_id).aggregate(count=Count("pk"), size=Sum("size"))
    if there["count"] >= MOST_HELD or (there["size"] or 0) + size > MOST_HELD_BYTES:
        raise NotTaken("too_much")
