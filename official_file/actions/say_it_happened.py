"""What an entry was held for has happened, and a worker says so: it opens."""

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.actions.open_entry import open_entry
from official_file.covering import Passage
from official_file.health_basis import Opinion
from official_file.held_for import event_held_for
from official_file.models import Entry, EntryNow, Sharing
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def say_it_happened(
    *,
    entry: Entry,
    by: User,
    now: datetime,
    with_support: bool = False,
    with_them: bool = False,
    because: str = "",
    opinion: Opinion | None = None,
    covered: Sequence[Passage] | None = None,
    themes: Collection[str] | None = None,
) -> Sharing:
    """Open it, by the same rules as `open_entry`. Raises NotAllowed for what is not held for something to happen."""
    row = EntryNow.objects.select_for_update().get(pk=entry.pk)
    if not event_held_for(row):
        raise NotAllowed("not_held_for_this", _("This does not wait for anything to happen. Open it, or hold it anew."))
    return open_entry(
        entry=entry,
        with_support=with_support,
        with_them=with_them,
        because=because,
        opinion=opinion,
        covered=covered,
        themes=themes,
        by=by,
        now=now,
    )
