"""The reasons and notes of one chapter, read by a worker and opened in one go."""

from collections.abc import Collection, Sequence
from datetime import datetime
from functools import partial

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.actions.open_entry import open_entry
from official_file.health_basis import Opinion
from official_file.models import Entry, EntryNow, Sharing
from people.errors import NotAllowed
from people.models import Child, User


@transaction.atomic
def open_chapter(
    *,
    child: Child,
    entries: Sequence[Entry],
    by: User,
    now: datetime,
    with_support: bool = False,
    with_them: bool = False,
    because: str = "",
    opinion: Opinion | None = None,
    themes: Collection[str] | None = None,
) -> list[Sharing]:
    """Open each of these entries of one child, all or none, each with a decision and an audit row of its own.

    Raises NotAllowed when nothing is ticked, and for what leaves no trace: that is never opened among other things.
    """
    if not entries:
        raise NotAllowed("nothing_ticked", _("Tick what you have read and want to open."))
    if any(entry.child_id != child.pk for entry in entries):
        raise NotAllowed("not_in_reach", _("This entry is not one you can see."))
    if EntryNow.objects.filter(pk__in=[entry.pk for entry in entries], no_trace=True).exists():
        raise NotAllowed("on_its_own", _("One of these has rules of its own. Open it from its own page, and tick the others."))
    open_one = partial(open_entry, with_support=with_support, with_them=with_them, because=because, opinion=opinion, themes=themes)
    return [open_one(entry=entry, by=by, now=now) for entry in entries]
