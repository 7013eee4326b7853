"""A worker writes to the young person: why they are in care, the pen picture, or another letter. An entry like any other."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.actions.open_entry import open_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.letters import LETTERS
from official_file.models import Entry
from official_file.plain_language.when import When
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission, display_name

SYSTEM = "portal"
KINDS = ("why_letter", "pen_picture", "letter")


@transaction.atomic
def write_to_child(
    *,
    child: Child,
    kind: str,
    title: str,
    text: str,
    letter_type: str = "",
    opens: bool = False,
    with_them: bool = False,
    by: User,
    now: datetime,
) -> Entry:
    """Add it to the file, word for word; with `opens` it is opened to them as well. `letter_type`: what sort of letter it is.

    Raises NotAllowed for an empty letter, and for a sort of letter that is not in the list.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if kind not in KINDS or not text.strip():
        raise NotAllowed("no_words", _("Write the letter first."))
    if kind == "letter" and letter_type not in LETTERS:
        raise NotAllowed("no_type", _("Choose what sort of letter it is."))
    today, who = london_day(now), by.who(now)
    draft = EntryDraft(
        kind=kind,
        when=When(today),
        source=SourceRef(SYSTEM, str(uuid4()), today),
        facts={"title": title.strip(), **({"type": letter_type} if letter_type else {})},
        text=text,
        author_name=who.name,
        author_role=display_name(who.role).lower(),
        written_on=today,
    )
    entry = append_entry(child=child, draft=draft, by=who, now=now)
    if opens:
        open_entry(entry=entry, with_them=with_them, by=by, now=now)
    return entry
