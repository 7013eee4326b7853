"""What was wrong is put right: a new version beside the old one, which is kept. Nothing in the file is rubbed out."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django.db import transaction
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from law.working_time import london_day
from official_file.actions.append import append_entry
from official_file.actions.open_entry import is_health, open_entry
from official_file.covered import passages_in_force
from official_file.drafts import EntryDraft, FurtherSource, SourceRef, draft_from
from official_file.kinds import KINDS
from official_file.models import Entry, EntrySource
from official_file.permissions import check_can_decide
from people.errors import NotAllowed
from people.models import User
from people.roles import display_name

SYSTEM = "portal"
FIRST = "first"  # as the joining calls the source an entry was made from


@dataclass(frozen=True, slots=True)
class Correction:
    """What it should say. `text` and `title` count for what somebody wrote; the days for everything. None: as it was."""

    text: str | None = None
    title: str | None = None
    start: date | None = None
    end: date | None = None


@transaction.atomic
def correct_entry(*, entry: Entry, correction: Correction, by: User, now: datetime) -> Entry:
    """Add the corrected version, and open it when the old one was open and no words of that are covered.

    Each source of the old version stands beside the new one with what it said, so that the next import finds that nothing is new
    there. Raises NotAllowed when nothing changes, and for whatever may not be opened.
    """
    row = check_can_decide(by, entry, now)
    before = draft_from(entry.body, SourceRef(SYSTEM, str(uuid4()), london_day(now)))
    draft = _corrected(before, correction, entry, by, now)
    if replace(draft, supersedes=None, further=()) == replace(before, supersedes=None, further=()):
        raise NotAllowed("nothing_changed", _("This is what it says already. Change what is wrong."))
    made = append_entry(child=entry.child, draft=draft, by=by.who(now), now=now)
    if row.opens_at and row.opens_at <= now and not passages_in_force().filter(entry=entry.pk).exists():
        known = gettext("They read it, and told us that it was wrong.") if is_health(row) or row.no_trace else ""
        open_entry(entry=made, because=known, by=by, now=now)
    return made


def _corrected(before: EntryDraft, correction: Correction, entry: Entry, by: User, now: datetime) -> EntryDraft:
    draft = replace(before, supersedes=entry.pk, further=_sources(entry))
    if KINDS[before.kind].free:
        title = before.facts.get("title") if correction.title is None else correction.title.strip()
        text = before.text if correction.text is None else correction.text
        changed: dict[str, Any] = {"text": text, "facts": {**before.facts, **({"title": title} if title else {})}}
        if text != before.text:
            who = by.who(now)
            changed |= {"author_name": who.name, "author_role": display_name(who.role).lower(), "written_on": london_day(now)}
        draft = replace(draft, **changed)
    if correction.start:
        draft = replace(draft, when=replace(before.when, start=correction.start, end=correction.end))
    return draft


def _sources(entry: Entry) -> tuple[FurtherSource, ...]:
    found = []
    for one in EntrySource.objects.filter(entry=entry, parted__isnull=True).select_related("said"):
        said = getattr(one, "said", None)
        rule, body = (said.rule, json.loads(said.body)) if said else (FIRST, entry.body)
        found.append(FurtherSource(SourceRef(one.system, one.key, one.as_of, one.run_id), rule, body))
    return tuple(found)
