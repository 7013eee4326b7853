"""Destroy a sealed original whose last entry was lawfully disposed of: its bytes, and everything that was made from it.

The row of the file stays, with its digest, so that what was destroyed can be told from what was lost.
"""

from datetime import datetime
from functools import partial

from django.db import transaction

from audit.who import Who
from files.actions.forget_copies import forget_copies
from files.models import File, FilePage, FileReading, Making
from files.queries import DESTROYED
from files.safe_copies import names_of_pages, throw_away
from files.storages import sealed
from law.wording import gettext_noop

NO_MORE = gettext_noop("We do not keep this any more. The law said that it had to go.")


@transaction.atomic
def destroy(*, file: File, by: Who, now: datetime) -> None:
    """Once this transaction is stored the bytes go, and nothing brings them back. Call from a disposal, which writes the audit."""
    made = names_of_pages(file)
    FilePage.objects.filter(file=file).delete()
    makings = Making.objects.select_for_update(of=("self",)).filter(file=file)
    forget_copies(makings=makings, by=by, now=now)
    makings.update(state=Making.State.REFUSED, reason=NO_MORE, ended_at=now)
    closed = {"state": FileReading.State.QUARANTINED, "reason": DESTROYED, "pages": None, "pages_read": 0, "ended_at": now}
    FileReading.objects.update_or_create(file=file, defaults=closed)
    transaction.on_commit(partial(_delete, file.stored_as, made))


def _delete(original: str, made: list[str]) -> None:
    throw_away(made)
    sealed().delete(original)
