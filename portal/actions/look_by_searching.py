"""A member of staff looked for words in somebody's file: a look, written down before anything is shown. Never the words."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.models import Child, User


@transaction.atomic
def look_by_searching(*, children: Iterable[Child], by: User, now: datetime) -> int:
    """One line for each child in whose file words were looked for, or of whom something was found. Returns how many."""
    looked = list(children)
    for child in looked:
        record(Event.FILE_SEARCHED, child=child.pk, by=by.who(now), at=now)
    return len(looked)
