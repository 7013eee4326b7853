"""Two entries that may be one event: where they stand today, and who may say what they are."""

from collections.abc import Collection, Iterable
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from official_file.models import Entry, EntryNow, PossibleDuplicate
from official_file.models.now import State
from official_file.versions import newest
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission

Answer = PossibleDuplicate.Answer
DECIDED = frozenset({State.HELD, State.WITHHELD, State.NOT_MINE})
ASKED_ABOUT = _("They say of one of these that it is not about them. Information governance settles that first.")
NOT_ALIKE = _("One of these is kept closed and the other is not. Decide about both in the same way first. Then say that they are the same.")


def check_can_answer(by: User, duplicate: PossibleDuplicate, now: datetime) -> tuple[PossibleDuplicate, EntryNow, EntryNow]:
    """The question and how both entries stand today, locked, for somebody who may answer it. Raises NotAllowed.

    Nobody answers about what they may not see, nor about what was lawfully destroyed.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, duplicate.child, now)
    duplicate = PossibleDuplicate.objects.select_for_update().get(pk=duplicate.pk)
    first, second = (_row(by, entry, now) for entry in (duplicate.first, duplicate.second))
    if State.DISPOSED in (first.state, second.state):
        raise NotAllowed("gone", _("What one of these said has been lawfully destroyed."))
    if State.NOT_MINE in (first.state, second.state):
        raise NotAllowed("asked_about", ASKED_ABOUT)
    return duplicate, first, second


def check_stand_alike(first: EntryNow, second: EntryNow) -> None:
    """Raise NotAllowed when one is kept closed by a decision, or leaves no trace, and the other not: joined, one would open the other."""
    if any(_closed(row) for row in (first, second)) and _closed(first) != _closed(second):
        raise NotAllowed("not_alike", NOT_ALIKE)


def questions_for(user: User, child: Child, at: datetime) -> list[PossibleDuplicate]:
    """What nobody has answered yet about this child, for somebody who may see both entries; the oldest first."""
    return _seen(PossibleDuplicate.objects.filter(child=child, answer=Answer.OPEN), user, child, at)


def answered_for(user: User, child: Child, at: datetime) -> list[PossibleDuplicate]:
    """What was said to be one event, for somebody who may see both; the newest first."""
    same = PossibleDuplicate.objects.filter(child=child, answer=Answer.SAME).order_by("-answered_at")
    return _seen(same.select_related("answered_by"), user, child, at)


def sees(user: User, duplicate: PossibleDuplicate, at: datetime) -> bool:
    """Whether this reader may see both entries."""
    return bool(_seen([duplicate], user, duplicate.child, at))


def newest_ids(entries: Collection[UUID]) -> dict[UUID, UUID]:
    """Each entry's newest version, for many in a few questions."""
    found = {pk: pk for pk in entries}
    while newer := dict(
        EntryNow.objects.filter(pk__in=set(found.values()), superseded_by__isnull=False).order_by().values_list("pk", "superseded_by_id")
    ):
        found = {pk: newer.get(last, last) for pk, last in found.items()}
    return found


def _seen(duplicates: Iterable[PossibleDuplicate], user: User, child: Child, at: datetime) -> list[PossibleDuplicate]:
    """Those of which both entries are in this reader's reach, and still say something."""
    asked = list(duplicates)
    newest = newest_ids({pk for one in asked for pk in (one.first_id, one.second_id)})
    rows = EntryNow.objects.visible_to(user, at).filter(child=child, pk__in=newest.values()).exclude(state=State.DISPOSED)
    visible = set(rows.order_by().values_list("pk", flat=True))
    return [one for one in asked if {newest[one.first_id], newest[one.second_id]} <= visible]


def _row(by: User, entry: Entry, now: datetime) -> EntryNow:
    pk = newest(entry).pk
    row: EntryNow | None = EntryNow.objects.visible_to(by, now).filter(pk=pk).first()
    if row is None:
        raise NotAllowed("not_in_reach", _("This entry is not one you can see."))
    return EntryNow.objects.select_for_update().get(pk=pk)


def _closed(row: EntryNow) -> tuple[str, bool, str] | None:
    """By what it is kept closed: the decision, that it leaves no trace, or that it is limited. None when by nothing."""
    state = str(row.state) if row.state in DECIDED else ""
    return (state, row.no_trace, row.limited) if state or row.no_trace or row.limited else None
