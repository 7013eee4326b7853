"""Where a reader stopped: kept as they read, or fixed where they ask for it. One place, theirs alone."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.models import Entry, EntryNow, ReaderChoice
from official_file.permissions import check_own_record
from official_file.reader_choices import FIXED
from people.errors import NotAllowed
from people.models import Child, User

PLACE = ReaderChoice.Choice.PLACE


@transaction.atomic
def keep_place(*, child: Child, entry: Entry, fixed: bool = False, by: User, now: datetime) -> ReaderChoice:
    """Remember this entry. `fixed`: they asked for it, so that reading on does not move it; only another asking does.

    Raises NotAllowed for what is not open to them.
    """
    check_own_record(by, child)
    if not EntryNow.objects.visible_to(by, now).filter(pk=entry.pk).exists():
        raise NotAllowed("not_open", _("We can't find that."))
    kept = ReaderChoice.objects.select_for_update().filter(child=child, choice=PLACE, ended_at=None).first()
    if kept is None:
        return ReaderChoice.objects.create(child=child, choice=PLACE, entry=entry, theme=FIXED if fixed else "", at=now)
    if fixed or kept.theme != FIXED:
        kept.entry, kept.theme, kept.at = entry, FIXED if fixed else "", now
        kept.save(update_fields=["entry", "theme", "at"])
    return kept


@transaction.atomic
def let_place_go(*, child: Child, by: User, now: datetime) -> int:
    """Forget the place. Returns how many were kept: 0 or 1."""
    check_own_record(by, child)
    return ReaderChoice.objects.filter(child=child, choice=PLACE, ended_at=None).update(ended_at=now)
