"""Entries for the tests of the young person's pages, added and opened as the real verbs add and open them."""

from datetime import date, datetime, timedelta
from itertools import count
from typing import Any

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Entry, Sharing
from official_file.plain_language.when import When
from official_file.projection import refresh
from people.models import Child, User
from tests.cast import NOW

_numbers = count()
WORDS = "My room is blue.\n\n  I can hear <trains> & \u00fcmlauts at night."
OTHERS_WORDS = "Visited. A presented well and engaged throughout."


def add(child: Child, kind: str, day: date | None, *, end: date | None = None, now: datetime = NOW, **fields: Any) -> Entry:
    """One entry of the child's file, as the nightly import adds it."""
    source = SourceRef("ssda903", f"{kind}/{next(_numbers)}")
    return append_entry(child=child, draft=EntryDraft(kind, When(day, end), source, **fields), by=NIGHTLY_IMPORT, now=now)


def home(child: Child, start: date, end: date | None = None, place: str = "U4", rne: str = "P") -> Entry:
    """A home, which opens by rule."""
    return add(child, "home", start, end=end, facts={"place": place, "provider": "PR1", "rne": rne})


def visit(child: Child, day: date, title: str = "Visit at home") -> Entry:
    """A worker's note, closed until opened."""
    facts = {"title": title, "summary": "Ben came to see you."}
    return add(child, "visit", day, facts=facts, text=OTHERS_WORDS, author_name="Ben Hughes", author_role="social worker")


def opened(entry: Entry, by: User, at: datetime = NOW - timedelta(days=1)) -> Entry:
    """The same entry, opened by a worker."""
    decision = Sharing.Decision.SHARED
    Sharing.objects.create(entry=entry, decision=decision, by=by, by_name=str(by), by_role="social_worker", at=at, opens_at=at)
    refresh(entry)
    return entry


def own_words(child: Child, by: User, words: str = WORDS, day: date = date(2026, 10, 3)) -> Entry:
    """Words of the young person in their file."""
    return opened(add(child, "own_words", day, text=words, facts={"kind": "other"}), by)
