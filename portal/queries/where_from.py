"""Where an entry comes from, for staff: every source, why it stands here, what it says otherwise, and what is told with it."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext, gettext_lazy

from law.calendar_words import say_date
from official_file.models import EntryNow
from official_file.sources import Source, staff_sources, told_with
from people.models import Child
from portal.queries.entry_page import WRITTEN_HERE
from portal.queries.staff_lines import StaffLine, staff_line, with_days

NAMES = {
    "from": gettext_lazy("the first day"),
    "to": gettext_lazy("the last day"),
    "precision": gettext_lazy("how exactly the day is known"),
    "text": gettext_lazy("the words"),
    "author": gettext_lazy("who wrote it"),
    "written_on": gettext_lazy("when it was written"),
    "place": gettext_lazy("the kind of home"),
    "provider": gettext_lazy("who runs the home"),
    "rne": gettext_lazy("why it began"),
    "code": gettext_lazy("the code"),
    "title": gettext_lazy("the heading"),
    "summary": gettext_lazy("the summary"),
    "name": gettext_lazy("the name"),
    "role": gettext_lazy("the role"),
    "key": gettext_lazy("its number there"),
    "worker_key": gettext_lazy("the worker's number"),
    "reason": gettext_lazy("why the worker changed"),
}


SYSTEMS = {
    "ssda903": gettext_lazy("From the yearly return"),
    "ssd": gettext_lazy("From the council's system"),
    "case_notes": gettext_lazy("From the case notes"),
    "documents": gettext_lazy("From a document"),
    "services": gettext_lazy("From a service's own table"),
    "portal": gettext_lazy("Written here"),
    "contribution": gettext_lazy("From the young person"),
}


def from_where(system: str, as_of: date | None) -> str:
    """One source in a sentence for staff, with the day it was last true."""
    said = str(SYSTEMS.get(system, gettext_lazy("From another of the council's systems")))
    if as_of is None or system in WRITTEN_HERE:
        return f"{said}."
    return gettext("%(source)s, last true %(day)s.") % {"source": said, "day": say_date(as_of, gettext)}


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One source in sentences. `may_part`: another source tells the entry as well, so that this one can be taken out."""

    id: UUID
    text: str
    why: str
    differs: str
    may_part: bool


@dataclass(frozen=True, slots=True)
class WhereFrom:
    """All sources of one entry, and the entries that it tells as the same event."""

    sources: list[SourceLine]
    behind: list[StaffLine]


def where_from(row: EntryNow, child: Child, at: datetime) -> WhereFrom:
    """What stands under "Where it comes from"."""
    found = staff_sources(row, gettext)
    behind = with_days(EntryNow.objects.filter(pk__in=[one.pk for one in told_with(row)]).select_related("entry__payload"))
    return WhereFrom(
        sources=[_line(one, may_part=len(found) > 1) for one in found],
        behind=[staff_line(one, child=child, at=at) for one in behind.prefetch_related("entry__sources", "entry__plain_versions")],
    )


def _line(source: Source, *, may_part: bool) -> SourceLine:
    said = gettext("It is here because of this rule: %(rule)s") % {"rule": source.rule} if source.rule else ""
    names = ", ".join(str(NAMES.get(name, name.replace("_", " "))) for name in source.differs)
    differs = gettext("It says otherwise, or leaves out: %(what)s.") % {"what": names} if names else ""
    if source.lists is not None:
        differs = " ".join((gettext("It only lists the visit, and has no words about it."), *source.lists))
    return SourceLine(source.id, from_where(source.system, source.as_of), said, differs, may_part)
