"""May this member of staff decide about an entry, or check a decision? `check_...` raises a sentence, `can_...` answers for buttons."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from official_file.models import Entry, EntryNow, Sharing, SharingCheck
from official_file.models.now import State
from official_file.versions import newest
from official_file.withheld import ABOUT, decided_about, standing_withholding
from people.errors import NotAllowed
from people.models import Child, Task, TaskKind, User
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
    if row.part_of_id:
        raise NotAllowed(
            "told_by_another", _("This is told by another entry, because somebody said that both are the same. Decide about that one.")
        )
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


def check_can_check(by: User, sharing: Sharing, now: datetime) -> EntryNow:
    """How the entry stands, locked, for a second person who may confirm this withholding or send it back. Raises NotAllowed."""
    row = _standing(by, sharing, now)
    if sharing.by_id == by.pk:
        raise NotAllowed("same_person", _("You decided this, so somebody else has to look at it."))
    if SharingCheck.objects.filter(sharing=sharing).exists():
        raise NotAllowed("not_waiting", _("This does not wait for anybody any more. Open the page again to see how it stands now."))
    return row


def can_check(by: User, sharing: Sharing | None, now: datetime) -> bool:
    """Whether `check_can_check` lets them."""
    if sharing is None:
        return False
    try:
        check_can_check(by, sharing, now)
    except NotAllowed:
        return False
    return True


def check_can_look_again(by: User, task: Task, now: datetime) -> Sharing:
    """The withholding a young person asked to have looked at again, for somebody who has not decided about it. Raises NotAllowed."""
    if task.kind != TaskKind.LOOK_AGAIN or task.about_type != ABOUT or task.done_at:
        raise NotAllowed("already_done", _("Somebody has already done this. Open the page again to see what they wrote."))
    sharing = Sharing.objects.select_related("entry__child").get(pk=task.about_id)
    check_role(by, Permission.CONFIRM_DECISIONS, now)
    check_decides_for(by, sharing.entry.child, now)
    if by.pk in decided_about(sharing):
        raise NotAllowed("decided_before", _("You decided about this before, so somebody else has to look at it."))
    if not EntryNow.objects.visible_to(by, now).filter(pk=sharing.entry_id).exists():
        raise NotAllowed("not_in_reach", _("This entry is not one you can see."))
    return sharing


def can_look_again(by: User, task: Task, now: datetime) -> bool:
    """Whether `check_can_look_again` lets them."""
    try:
        check_can_look_again(by, task, now)
    except NotAllowed:
        return False
    return True


def check_keeps_meetings(by: User, child: Child, now: datetime) -> None:
    """Raise NotAllowed for anybody but those who work with this child: worker, manager, adviser, reviewing officer."""
    check_role(by, Permission.READ_CONTRIBUTIONS, now)
    check_decides_for(by, child, now)


def check_own_record(by: User, child: Child) -> None:
    """Raise NotAllowed for anybody but the person the record is about: nobody chooses for them what they read."""
    if child.user_id != by.pk or by.is_staff:
        raise NotAllowed("not_yours", _("Only the person this is about can choose this."))


def _standing(by: User, sharing: Sharing, now: datetime) -> EntryNow:
    """The entry's newest version, locked, which stands withheld by this decision. Raises NotAllowed when it does not any more."""
    check_role(by, Permission.CONFIRM_DECISIONS, now)
    check_decides_for(by, sharing.entry.child, now)
    row: EntryNow | None = EntryNow.objects.visible_to(by, now).filter(pk=newest(sharing.entry).pk).first()
    if row is None:
        raise NotAllowed("not_in_reach", _("This entry is not one you can see."))
    row = EntryNow.objects.select_for_update().get(pk=row.pk)
    standing = standing_withholding(row)
    if standing is None or standing.pk != sharing.pk:
        raise NotAllowed("not_waiting", _("This does not wait for anybody any more. Open the page again to see how it stands now."))
    return row
