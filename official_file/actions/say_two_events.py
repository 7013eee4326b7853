"""A worker looked at two entries and says that they are two events, at once or after somebody had called them one."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.duplicates import Answer, check_can_answer
from official_file.keeping_closed import keep_closed
from official_file.models import PossibleDuplicate
from official_file.telling_once import tell_once
from official_file.versions import newest
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def say_two_events(*, duplicate: PossibleDuplicate, by: User, now: datetime) -> PossibleDuplicate:
    """Each is told for itself, and the question is not asked again. Raises NotAllowed when that was said already.

    Where they were told as one, the second stands again as it stood; what was closed since then is closed for both.
    """
    duplicate, _first, _second = check_can_answer(by, duplicate, now)
    if duplicate.answer == Answer.DIFFERENT:
        raise NotAllowed("already_done", _("Somebody has said this already. Open the page again to see how it stands."))
    together_since = duplicate.answered_at if duplicate.answer == Answer.SAME else None
    duplicate.answer, duplicate.answered_by, duplicate.answered_at = Answer.DIFFERENT, by, now
    duplicate.save(update_fields=["answer", "answered_by", "answered_at"])
    if together_since:
        tell_once(duplicate.child_id)
        keep_closed([(duplicate.first_id, newest(duplicate.second))], now, since=together_since)
    record(Event.ENTRIES_ARE_TWO, child=duplicate.child_id, by=by.who(now), at=now, about_type="entry", about_id=duplicate.second_id)
    return duplicate
