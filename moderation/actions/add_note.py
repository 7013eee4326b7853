"""A worker's note beside the words, never in them."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from audit.events import Event
from audit.record import record
from moderation.permissions import check_can_answer
from people.errors import NotAllowed
from people.models import User
from stories.models import Contribution, Note, signed
from stories.queries import ABOUT


@transaction.atomic
def add_note(*, contribution: Contribution, text: str, by: User, now: datetime) -> Note:
    """Add a note, which its author can read. Raises NotAllowed when it is empty, or for somebody who may not read it."""
    check_can_answer(by, contribution, now)
    if not text.strip():
        raise NotAllowed("no_note", _("Write the note first. The young person can read it."))
    note = Note.objects.create(contribution=contribution, text=text, **signed(by, now))
    record(Event.CONTRIBUTION_NOTED, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    return note
