""" "Not now": one entry leaves its reader's lists until they take it back, or until the time they named is over. Theirs alone."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.models import Entry, EntryNow, ReaderChoice
from official_file.permissions import check_own_record
from people.errors import NotAllowed
from people.models import Child, User

NOT_NOW = ReaderChoice.Choice.NOT_NOW
LONGEST = timedelta(days=366)


@transaction.atomic
def set_aside(*, child: Child, entry: Entry, until: datetime | None = None, by: User, now: datetime) -> ReaderChoice:
    """Leave the entry out of everything they read. `until` None: until they take it back. Asked twice, the newer time counts.

    Raises NotAllowed for what is not open to them, and for a time that is over or more than a year away.
    """
    check_own_record(by, child)
    if until is not None and not now < until <= now + LONGEST:
        raise NotAllowed("not_a_time", _("Choose a time from tomorrow to one year from now."))
    if not EntryNow.objects.open_to_subject(by, now).filter(pk=entry.pk).exists():
        raise NotAllowed("not_open", _("We can't find that."))
    standing: dict[str, Any] = {"child": child, "choice": NOT_NOW, "entry": entry, "ended_at": None}
    made, _is_new = ReaderChoice.objects.update_or_create(**standing, defaults={"until": until, "at": now})
    return made


@transaction.atomic
def take_back(*, child: Child, entry: Entry, by: User, now: datetime) -> int:
    """They want to read it after all. Returns how many choices ended: 0 when none stood."""
    check_own_record(by, child)
    return ReaderChoice.objects.filter(child=child, choice=NOT_NOW, entry=entry, ended_at=None).update(ended_at=now)
