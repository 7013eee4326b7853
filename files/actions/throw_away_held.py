"""Throw away a photo or recording that was not sent, without a trace."""

from datetime import datetime
from functools import partial

from django.db import transaction

from audit.who import Who
from files.actions.forget_copies import forget_copies
from files.media.refusals import NotTaken
from files.models import Making
from files.storages import sealed


@transaction.atomic
def throw_away_held(*, making: Making, by: Who, now: datetime) -> None:
    """The rows go with this transaction, the bytes once it is stored. Delete what points at the making first. Raises NotTaken once sent."""
    making = Making.objects.select_for_update(of=("self",)).select_related("held").get(pk=making.pk)
    held = making.held
    if held is None:
        raise NotTaken("sent_already")
    forget_copies(makings=[making], by=by, now=now)
    making.delete()
    name = held.stored_as
    held.delete()
    transaction.on_commit(partial(sealed().delete, name))
