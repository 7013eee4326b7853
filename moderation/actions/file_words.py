"""The first choice: put the words in the file."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from moderation.actions.add_note import add_note
from moderation.actions.decide import decide
from moderation.actions.lock import lock
from moderation.actions.put_in_file import put_in_file
from moderation.actions.reply import reply as answer
from moderation.models import Reading, Verdict
from moderation.permissions import check_can_file
from official_file.models import Entry
from people.models import User
from stories.actions.owed import finish_owed
from stories.queries import ABOUT


@transaction.atomic
def file_words(*, reading: Reading, reply: str, note: str = "", by: User, now: datetime) -> Entry:
    """File the contribution, word for word. Raises NotAllowed."""
    reading = lock(reading=reading, by=by, now=now)
    check_can_file(by, reading, now)
    contribution = reading.contribution
    decide(reading=reading, verdict=Verdict.FILE, reply=reply, by=by, now=now)
    entry = put_in_file(contribution=contribution, limited=False, by=by, now=now)
    reading.end(now=now)
    record(Event.CONTRIBUTION_FILED, child=contribution.child_id, by=by.who(now), at=now, about_type=ABOUT, about_id=contribution.pk)
    answer(contribution=contribution, text=reply, by=by, now=now)
    if note.strip():
        add_note(contribution=contribution, text=note, by=by, now=now)
    finish_owed(contribution=contribution, by=by, now=now)
    return entry
