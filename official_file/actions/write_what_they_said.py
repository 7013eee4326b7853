"""A worker writes down what the young person said, so that it stands in the file as theirs to have said (R34, M13)."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.actions.open_entry import open_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry
from official_file.plain_language.when import When
from official_file.voices import Voice
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission, display_name

SYSTEM = "portal"


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, on which day, under which heading. `together`: they wrote it down with the worker."""

    day: date
    title: str
    text: str
    together: bool = False


@transaction.atomic
def write_what_they_said(*, child: Child, said: Said, opens: bool = False, with_them: bool = False, by: User, now: datetime) -> Entry:
    """Add it to the file, word for word, marked as said to a worker or as written together; with `opens` it is opened to them.

    It is the worker's note of their words and never stands as their own. Raises NotAllowed without words or a heading, and for
    a day to come.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if not said.title.strip() or not said.text.strip():
        raise NotAllowed("no_words", _("Write a heading, and what they said."))
    today, who = london_day(now), by.who(now)
    if said.day > today:
        raise NotAllowed("day_past", _("Choose the day they said it, not a day to come."))
    draft = EntryDraft(
        kind="note",
        when=When(said.day),
        source=SourceRef(SYSTEM, str(uuid4()), today),
        facts={"title": said.title.strip(), "voice": str(Voice.SAID_TOGETHER if said.together else Voice.SAID)},
        text=said.text.replace("\r\n", "\n"),
        author_name=who.name,
        author_role=display_name(who.role).lower(),
        written_on=today,
    )
    entry = append_entry(child=child, draft=draft, by=who, now=now)
    if opens:
        open_entry(entry=entry, with_them=with_them, by=by, now=now)
    return entry
