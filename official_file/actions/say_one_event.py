"""A worker looked at two entries and says that they are one event: it is told once, with the sources of both."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.duplicates import Answer, check_can_answer, check_stand_alike
from official_file.models import EntryNow, PossibleDuplicate
from official_file.telling_once import tell_once
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def say_one_event(*, duplicate: PossibleDuplicate, by: User, now: datetime) -> PossibleDuplicate:
    """Tell both as one: the first stays in the story and the second stands behind it, word for word. Nothing is merged or lost.

    Raises NotAllowed when it was answered already, and when one is kept closed and the other is not: neither may open the other.
    """
    duplicate, first, second = check_can_answer(by, duplicate, now)
    if duplicate.answer == Answer.SAME:
        raise NotAllowed("already_done", _("Somebody has said this already. Open the page again to see how it stands."))
    if first.part_of_id or second.part_of_id:
        raise NotAllowed("told_by_another", _("One of these is told by another entry already. Undo that first, or look at the other one."))
    check_stand_alike(first, second)
    if _is_open(second) and not _is_open(first):  # what they can read stays where they read it
        duplicate.first, duplicate.second = duplicate.second, duplicate.first
    duplicate.answer, duplicate.answered_by, duplicate.answered_at = Answer.SAME, by, now
    duplicate.save(update_fields=["first", "second", "answer", "answered_by", "answered_at"])
    tell_once(duplicate.child_id)
    record(Event.ENTRIES_ARE_ONE, child=duplicate.child_id, by=by.who(now), at=now, about_type="entry", about_id=duplicate.first_id)
    return duplicate


def _is_open(row: EntryNow) -> bool:
    return row.opens_at is not None
