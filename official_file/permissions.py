"""May this member of staff decide about this entry? `check_...` raises a sentence, `can_...` answers for buttons."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from official_file.models import Entry, EntryNow
from official_file.models.now import State
from people.errors import NotAllowed
from people.models import User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


def check_can_decide(by: User, entry: Entry, now: datetime) -> EntryNow:
    """How the entry stands, locked, for somebody who may open, hold or withhold it. Raises NotAllowed, saying what to do next."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, entry.child, now)
    row: EntryNow | None = EntryNow.objects.visible_to(by, now).filter(pk=entry.pk).first()
    if row is None:
        raise NotAllowed("not_in_reach", _("This entry is not one you can see."))
    row = EntryNow.objects.select_for_update().get(pk=entry.pk)
    if row.state == State.DISPOSED:
        raise NotAllowed("gone", _("What this entry said has been lawfully destroyed."))
    if row.state == State.NOT_MINE:
        raise NotAllowed("asked_about", _("They say this is not about them. Information governance settles that first."))
    if row.superseded_by_id:
        raise NotAllowed("newer_version", _("There is a newer version of this. Decide about that one."))
    return row


def can_decide(by: User, entry: Entry, now: datetime) -> bool:
    """Whether `check_can_decide` lets them."""
    try:
        check_can_decide(by, entry, now)
    except NotAllowed:
        return False
    return True
