"""Entries for tests, added by the real action as a nightly import adds them."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, EntryNow
from official_file.plain_language.when import When
from people.models import Child
from tests.cast import NOW

NUMBER = count(1)
A_MONTH_AGO = NOW - timedelta(days=30)


def an_entry(
    child: Child,
    kind: str,
    day: date | None = None,
    *,
    text: str = "",
    facts: dict[str, Any] | None = None,
    at: datetime = A_MONTH_AGO,
    **more: Any,
) -> Entry:
    """One entry of the child's file. Free text has an author."""
    author = {"author_name": "Priya Shah", "author_role": "social worker", "written_on": day} if text else {}
    source = SourceRef("case_notes" if text else "ssda903", f"{kind}/{next(NUMBER)}")
    draft = EntryDraft(kind, When(day), source, facts=facts or {}, text=text, **{**author, **more})
    return append_entry(child=child, draft=draft, by=NIGHTLY_IMPORT, now=at)


def now_of(entry: Entry) -> EntryNow:
    """How the entry stands."""
    found: EntryNow = EntryNow.objects.get(pk=entry.pk)
    return found
