"""A worker writes to the young person: the letter about why they are in care, or the pen picture. An entry like any other."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.actions.open_entry import open_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry
from official_file.plain_language.when import When
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission, display_name

SYSTEM = "portal"
KINDS = ("why_letter", "pen_picture")


@transaction.atomic
def write_to_child(
    *, child: Child, kind: str, title: str, text: str, opens: bool = False, with_them: bool = False, by: User, now: datetime
) -> Entry:
    """Add it to the file, word for word; with `opens` it is opened to them as well. Raises NotAllowed for an empty letter."""
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if kind not in KINDS or not text.strip():
        raise NotAllowed("no_words", _("Write the letter first."))
    today, who = london_day(now), by.who(now)
    draft = EntryDraft(
        kind=kind,
        when=When(today),
        source=SourceRef(SYSTEM, str(uuid4()), today),
        facts={"title": title.strip()},
        text=text,
        author_name=who.name,
        author_role=display_name(who.role).lower(),
        written_on=today,
    )
    entry = append_entry(child=child, draft=draft, by=who, now=now)
    if opens:
        open_entry(entry=entry, with_them=with_them, by=by, now=now)
    return entry
