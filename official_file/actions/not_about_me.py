""" "This is not about me": hidden at once, and information governance is told, because it may be somebody else's record."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from official_file.models import Entry, Sharing
from official_file.projection import refresh
from official_file.versions import this_and_newer
from people.actions.make_task import make_task
from people.models import Child, Task, TaskKind, User


@transaction.atomic
def not_about_me(*, child: Child, entry: Entry, words: str = "", by: User, now: datetime) -> Task:
    """Hide the entry from its subject at once and give information governance one working day (UK GDPR Art 33: 72 hours)."""
    who = by.who()
    for version in this_and_newer(entry):
        Sharing.objects.create(
            entry=version, decision=Sharing.Decision.NOT_MINE, by=by, by_name=who.name, by_role=who.role, at=now, reason=words
        )
        refresh(version)
    record(Event.ENTRY_NOT_MINE, child=child.pk, by=who, at=now, about_type="entry", about_id=entry.pk)
    return make_task(
        kind=TaskKind.NOT_ABOUT_ME, child=child, about_type="entry", about_id=entry.pk, words=words, now=now, for_role="ig_officer"
    )
