"""Seal a photo or recording at the moment it is sent: what was only held becomes an original, kept for good."""

from datetime import datetime
from functools import partial

from django.db import transaction

from audit.who import Who
from files.actions.seal import seal
from files.media.refusals import NotTaken
from files.models import File, Making
from files.queries import read_held
from files.storages import sealed

State = Making.State


@transaction.atomic
def seal_held(*, making: Making, by: Who, now: datetime) -> File:
    """The File of what was held; what was made of it, or is being made, stays. Again, it returns the same File.

    Raises NotTaken with its reason for what was refused, and SealBrokenError when the bytes are not those that arrived.
    """
    making = Making.objects.select_for_update(of=("self",)).select_related("held", "file").get(pk=making.pk)
    held = making.original
    if isinstance(held, File):
        return held
    if making.state == State.REFUSED:
        raise NotTaken.because(making.reason)
    file = seal(content=read_held(held), name=held.original_name, by=by, now=now)
    making.held, making.file = None, file
    making.save(update_fields=["held", "file"])
    name = held.stored_as
    held.delete()
    transaction.on_commit(partial(sealed().delete, name))
    return file
