"""One entry of the record as staff read it: what it says, who wrote it and when, where it came from, how it stands towards its subject.

Who, role and day of writing are always there or plainly missing (need R13); every source has the day on which it last said so (M15).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext, gettext_noop

from official_file.models import EntryNow
from people.models import Child
from portal.queries.staff_lines import StaffLine, staff_line
from portal.queries.when_words import one_date
from stories.media import ShownMedia

SYSTEMS: dict[str, str] = {
    "ssda903": gettext_noop("yearly return"),
    "ssd": gettext_noop("case system"),
    "case_notes": gettext_noop("case notes"),
    "documents": gettext_noop("document"),
    "services": gettext_noop("list of services"),
    "portal": gettext_noop("written here"),
    "contribution": gettext_noop("sent by them"),
}


@dataclass(frozen=True, slots=True)
class RecordLine:
    """A line of the record. `who` says who wrote it and when, or what is missing; `sources`: quiet labels, each with its day."""

    line: StaffLine
    when: str
    who: str
    sources: list[str]


def record_line(row: EntryNow, *, child: Child, at: datetime, media: Sequence[ShownMedia] = ()) -> RecordLine:
    """The entry as a line. `media`: the photos and recordings in it."""
    line = staff_line(row, child=child, at=at, media=media)
    sources = [source_label(one.system, one.as_of) for one in row.entry.sources.all()]
    return RecordLine(line, _short_when(line), who_wrote(row, line), sources)


def who_wrote(row: EntryNow, line: StaffLine) -> str:
    """Who wrote it, in which role, on which day; or which of it is missing."""
    if line.own:
        return gettext("Their own words.")
    if not line.free:
        return gettext("From a list that does not say who wrote it.")
    body = row.entry.body
    name, role = row.entry.author.get("name", ""), row.entry.author.get("role", "")
    written = date.fromisoformat(body["written_on"]) if body.get("written_on") else None
    person = _person(name, role)
    if written:
        return gettext("%(person)s, %(day)s.") % {"person": person, "day": one_date(written)}
    return gettext("%(person)s. The day it was written is missing.") % {"person": person}


def source_label(system: str, as_of: date | None) -> str:
    """Where it came from, and when that was last true there."""
    name = gettext(SYSTEMS.get(system, gettext_noop("another system")))
    return gettext("%(source)s, %(day)s") % {"source": name, "day": one_date(as_of)} if as_of else name


def _person(name: str, role: str) -> str:
    if name and role:
        return gettext("%(name)s, %(role)s") % {"name": name, "role": role}
    if name:
        return gettext("%(name)s, role missing") % {"name": name}
    return gettext("%(role)s, name missing") % {"role": role} if role else gettext("Who wrote it is missing")


def _short_when(line: StaffLine) -> str:
    """The day without its year, which stands above it; a stretch or a season as it is said."""
    whole = one_date(line.day) if line.day else ""
    return whole.removesuffix(f" {line.day.year}") if line.day and line.when == whole else line.when
