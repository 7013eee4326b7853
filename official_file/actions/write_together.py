"""A worker writes about something that concerned several children: once, with a part for each, and each file holds its own."""

from datetime import datetime
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry
from official_file.plain_language.when import When
from official_file.together import Together, named_beside
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission, display_name

SYSTEM = "portal"
KINDS = ("visit", "note", "decision")


@transaction.atomic
def write_together(*, children: list[Child], said: Together, names_are_right: bool = False, by: User, now: datetime) -> list[Entry]:
    """Add each child's part to that child's file. They stay closed until a worker opens each, like every free text.

    Raises NotAllowed for fewer than two children, without words for each of them, for a day to come, and while words in one
    child's file name another of these children and nobody has said that this is right.
    """
    check_role(by, Permission.OPEN_ENTRIES, now)
    children = sorted(children, key=lambda child: child.pk)  # files are locked in one order, whoever writes
    for child in children:
        check_decides_for(by, child, now)
    if said.kind not in KINDS or len(children) < 2:
        raise NotAllowed("choose_two", _("Choose at least two children. For one child, write in that child's file."))
    if said.day > london_day(now):
        raise NotAllowed("day_past", _("Choose the day it happened, not a day to come."))
    if not said.title.strip() or any(not said.text_for(child) for child in children):
        raise NotAllowed("no_words", _("Write a heading, and words for each child."))
    if not names_are_right and any(named_beside(said, child, children) for child in children):
        raise NotAllowed("names_another", _("The words for one child name another. Take the name out, or say that it is right there."))
    event, who = str(uuid4()), by.who(now)
    today, role = london_day(now), display_name(who.role).lower()
    made = []
    for child in children:
        draft = EntryDraft(
            kind=said.kind,
            when=When(said.day),
            source=SourceRef(SYSTEM, str(uuid4()), today),
            facts={"title": said.title.strip()},
            text=said.text_for(child),
            author_name=who.name,
            author_role=role,
            written_on=today,
            shared_event=event,
        )
        made.append(append_entry(child=child, draft=draft, by=who, now=now))
    return made
