""" "Only with my worker there": a young person asks for company with one entry, and may read it alone after all (M5)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.models import Entry, EntryNow, Sharing
from official_file.models.now import State
from official_file.permissions import check_own_record
from official_file.projection import refresh
from official_file.reader_choices import company_asked_by
from people.actions.ask_to_talk import ask_to_talk
from people.errors import NotAllowed
from people.models import Child, Task, User

ABOUT = "entry"


@transaction.atomic
def ask_for_company(*, child: Child, entry: Entry, by: User, now: datetime) -> Task:
    """Close it to themselves until a worker reads with them, and tell the worker so. Raises NotAllowed for what is not open to them."""
    check_own_record(by, child)
    row = EntryNow.objects.visible_to(by, now).filter(pk=entry.pk).first()
    if row is None or row.kind == "own_words" or row.state == State.WITH_SUPPORT:
        raise NotAllowed("not_open", _("We can't find that."))
    _decide(entry, Sharing.Decision.WITH_SUPPORT, row, by, now)
    record(Event.COMPANY_ASKED_FOR, child=child.pk, by=by.who(now), at=now, about_type=ABOUT, about_id=entry.pk)
    words = gettext("I want to read this with you there.")
    return ask_to_talk(child=child, about_type=ABOUT, about_id=entry.pk, words=words, by=by, now=now)


@transaction.atomic
def read_alone_after_all(*, child: Child, entry: Entry, by: User, now: datetime) -> Sharing:
    """Take back their own wish. Raises NotAllowed for what a worker said is to be read together: only a worker opens that."""
    check_own_record(by, child)
    row = EntryNow.objects.select_for_update().filter(pk=entry.pk, child=child, superseded_by__isnull=True).first()
    if row is None or row.state != State.WITH_SUPPORT or company_asked_by(entry) != by.pk:
        raise NotAllowed("not_open", _("We can't find that."))
    made = _decide(entry, Sharing.Decision.SHARED, row, by, now)
    record(Event.COMPANY_TAKEN_BACK, child=child.pk, by=by.who(now), at=now, about_type=ABOUT, about_id=entry.pk)
    return made


def _decide(entry: Entry, decision: Sharing.Decision, row: EntryNow, by: User, now: datetime) -> Sharing:
    """Written as a decision, like "this is not about me", so that the chain of decisions tells how it stands, made anew or not."""
    who = by.who(now)
    made = Sharing.objects.create(entry=entry, decision=decision, opens_at=row.opens_at, by=by, by_name=who.name, by_role=who.role, at=now)
    refresh(entry)
    return made
