"""Throw away everything that was made from an original to be shown."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial

from django.db import transaction

from audit.who import Who
from files.models import Making, SafeCopy
from files.safe_copies import throw_away


@transaction.atomic
def forget_copies(*, makings: Iterable[Making], by: Who, now: datetime) -> int:
    """The rows go with this transaction, their bytes once it is stored. The makings stay as they are. Returns how many there were."""
    copies = SafeCopy.objects.filter(making__in=list(makings))
    names = list(copies.values_list("stored_as", flat=True))
    copies.delete()
    transaction.on_commit(partial(throw_away, names))
    return len(names)
