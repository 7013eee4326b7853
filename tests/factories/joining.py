"""What several systems tell, for tests: brought in as every importer does it."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import count
from typing import Any

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.comparing import NOTHING_KNOWN, Changes, changes
from official_file.importers.joining import join
from official_file.importers.known import known_from
from official_file.models import Entry, EntryNow, EntrySource, PossibleDuplicate
from official_file.plain_language.when import When
from people.models import Child
from tests.cast import NOW

BEGAN, ENDED, MARCH = date(2018, 3, 4), date(2020, 7, 1), date(2026, 3, 31)
RETURN, SYSTEM, NOTES = "ssda903", "ssd", "case_notes"
A_WEEK_AGO = NOW - timedelta(days=7)
NUMBER = count(1)
OF_A_DRAFT = ("text", "author_name", "sensitivity")


def told(system: str, kind: str = "home", start: date | None = BEGAN, end: date | None = None, key: str = "1", **more: Any) -> EntryDraft:
    """What one system says; `more` are facts, or text, author_name and sensitivity."""
    own = {name: more.pop(name) for name in OF_A_DRAFT if name in more}
    return EntryDraft(kind, When(start, end), SourceRef(system, key, MARCH), facts=more, **own)


def bring_in(child: Child, system: str, drafts: Iterable[EntryDraft]) -> tuple[Changes, int]:
    """What every importer does with what one system says of one child."""
    new = changes(drafts, known_from(system, [child.pk]).get(child.pk, NOTHING_KNOWN))
    joined = join(system=system, found={child.pk: new}, run=None, now=A_WEEK_AGO)
    append_entries(drafts=[(child, draft) for draft in new.drafts], by=NIGHTLY_IMPORT, now=A_WEEK_AGO)
    return new, joined.get(child.pk, 0)


def a_joined_home(child: Child, start: date = BEGAN) -> EntrySource:
    """A home that the return and the council's system tell; the source is that of the system."""
    key = f"placement/{next(NUMBER)}"
    bring_in(child, RETURN, [told(RETURN, start=start, place="U4", provider="PR1", key=key)])
    bring_in(child, SYSTEM, [told(SYSTEM, start=start, place="U4", end=ENDED, key=key)])
    return EntrySource.objects.get(system=SYSTEM, key=key)


def a_possible_duplicate(child: Child, kind: str = "home", start: date = BEGAN, **more: Any) -> PossibleDuplicate:
    """Two entries that nobody has looked at, three days apart."""
    first, second = (an_entry_of(child, system, kind, start + timedelta(days=days), **more) for system, days in ((RETURN, 0), (SYSTEM, 3)))
    return PossibleDuplicate.objects.create(child=child, first=first, second=second, rule="A", found_at=A_WEEK_AGO)


def an_entry_of(child: Child, system: str, kind: str, day: date, **more: Any) -> Entry:
    """One entry that one system tells."""
    key = f"{kind}/{next(NUMBER)}"
    facts = {"place": "U4"} if kind == "home" else {}
    bring_in(child, system, [told(system, kind, day, None, key, **facts, **more)])
    return EntryNow.objects.current().get(entry__sources__key=key).entry
