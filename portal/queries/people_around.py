"""The people in a young person's life: workers now and before, and those whom a worker confirmed they know of.

Nobody is named here as family until a worker has confirmed that the young person knows of them. Who reads their record and
works with them now comes from the allocations that decide it; who helps them without reading it (an advocate, say), and who
did before, from their file. Each worker is told once, with the days of one source, so that no two pages disagree.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext, gettext_noop

from cms.queries import glossary
from law.working_time import london_day
from official_file.models import Connection, EntryNow, EntrySource
from official_file.one_source import DATASET, told_by_the_dataset
from official_file.plain_language.relations import AddedWord
from people.models import Child, Relationship, User
from people.roles import ROLES, display_name
from people.written_names import folded
from portal.queries.my_entries import my_entries
from portal.queries.relation_words import added_words, relation_words
from portal.queries.story_parts import periods_of
from portal.queries.when_words import one_date

ALLOCATED = {role.display_name.casefold() for role in ROLES.values()} | {"independent reviewing officer"}
HERE = "here"  # the allocations of this portal
SOURCES = {
    HERE: gettext_noop("From our list of who works with you"),
    "ssd": gettext_noop("From the council's own system"),
    "ssda903": gettext_noop("From the list the council sends to the government"),
    "case_notes": gettext_noop("From the council's notes about you"),
}
BEST_FIRST = tuple(SOURCES)  # of two sources that name one worker, the first is believed
OTHERWISE = gettext_noop("From another of the council's systems")


@dataclass(frozen=True, slots=True)
class Person:
    """One person in a list. `note`: what somebody with this role does; `source`: where it came from and when it was last true."""

    name: str
    role: str
    when: str
    note: str = ""
    source: str = ""
    id: UUID | None = None
    own_word: str = ""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who works with them now, and who did before; newest first. `allocated`: whether somebody of ours does now."""

    now: list[Person]
    before: list[Person]
    allocated: bool


@dataclass(slots=True)
class _Helped:
    """One worker as one source tells of them: each stretch with its role."""

    name: str
    source: str
    as_of: date | None
    stretches: list[tuple[date | None, date | None, str]] = field(default_factory=list)
    days_from: str = ""

    @property
    def role(self) -> str:
        """Of several, the newest."""
        return max(self.stretches, key=lambda stretch: stretch[0] or date.min)[2]

    @property
    def still(self) -> bool:
        """Whether they help now. A role that is allocated here and has no end in the file has missed its end."""
        allocated_elsewhere = self.source != HERE and self.role.casefold() in ALLOCATED
        return not allocated_elsewhere and any(end is None and start is not None for start, end, _role in self.stretches)

    @property
    def newest(self) -> date:
        """The first day of the newest stretch."""
        return max(start or date.min for start, _end, _role in self.stretches)


def workers_of(user: User, child: Child, at: datetime) -> Workers:
    """Each worker once: from the allocations, else from what is open in the file, by the best source that names them."""
    ties = Relationship.objects.filter(child=child).select_related("user").order_by("-starts")
    here = list(ties.active(at).filter(user__is_active=True))
    found: dict[str, dict[str, _Helped]] = defaultdict(dict)
    for tie in [*here, *ties.filter(ends__lte=at)]:
        ends = london_day(tie.ends) if tie.ends and tie not in here else None
        _add(found, str(tie.user), display_name(tie.role), HERE, None, (london_day(tie.starts), ends))
    for row in _told_once(my_entries(user, child, at).filter(kind="worker_period")):
        facts, source = row.entry.body["facts"], _believed(row)
        system, as_of = (source.system, source.as_of) if source else ("", None)
        if facts.get("name"):
            _add(found, facts["name"], _capital(facts.get("role") or ""), system, as_of, (row.day, row.end_day))
    once = [_with_days_of_the_dataset(min(by_source.values(), key=_rank), by_source.get(DATASET)) for by_source in found.values()]
    ordered = sorted(once, key=lambda one: one.newest, reverse=True)
    meanings = {form.casefold(): term["plain"] for term in glossary() for form in (term["term"], *term["also"])} if ordered else {}
    return Workers(
        now=[_now(one, meanings) for one in ordered if one.still],
        before=[_before(one) for one in ordered if not one.still],
        allocated=bool(here),
    )


def people_i_know(child: Child) -> list[Person]:
    """Family and important people, confirmed by a worker, by name."""
    added = added_words()
    return sorted((_known(row, added) for row in known_to_them(child)), key=lambda person: person.name.casefold())


def known_to_them(child: Child) -> list[Connection]:
    """Those of whom a worker confirmed that they know, and who have a name."""
    return [row for row in child.connections.filter(known_confirmed_at__isnull=False, professional=False) if row.names]


def person_i_know(child: Child, connection_id: UUID) -> Connection | None:
    """One of them, or None: for somebody unconfirmed exactly as for nobody."""
    rows: list[Connection] = list(child.connections.filter(pk=connection_id, known_confirmed_at__isnull=False, professional=False))
    return rows[0] if rows and rows[0].names else None


def _known(row: Connection, added: list[AddedWord]) -> Person:
    days = (row.starts, row.ends) if row.ends else (None, None)
    when = _stretch(*days) if any(days) else ""
    return Person(
        str(row.names[0]), relation_words(row, added), when, source=_source(row.source, row.as_of), id=row.pk, own_word=row.own_word
    )


def _add(
    found: dict[str, dict[str, _Helped]],
    name: str,
    role: str,
    system: str,
    as_of: date | None,
    days: tuple[date | None, date | None],
) -> None:
    helped = found[folded(name) or name].setdefault(system, _Helped(name, system, as_of))
    helped.as_of = max(filter(None, (helped.as_of, as_of)), default=None)
    helped.stretches.append((*days, role))


def _told_once(rows: Iterable[EntryNow]) -> list[EntryNow]:
    """The workers in the file, each role by its one source (official_file/one_source.py)."""
    workers = list(rows)
    dataset = {str(row.pk) for row in workers if any(source.system == DATASET for source in row.entry.sources.all())}
    untold = told_by_the_dataset(periods_of(workers, dataset))
    return [row for row in workers if str(row.pk) not in untold]


def _believed(row: EntryNow) -> EntrySource | None:
    """The dataset where it tells this time, else the first source."""
    sources = list(row.entry.sources.all())
    return next((one for one in sources if one.system == DATASET), next(iter(sources), None))


def _with_days_of_the_dataset(one: _Helped, dataset: _Helped | None) -> _Helped:
    """Somebody who is allocated here now, since the day that the dataset says: the story says the same."""
    began = [start for start, end, _role in dataset.stretches if start and end is None] if dataset else []
    if dataset is None or one.source != HERE or not one.still or not began:
        return one
    return replace(one, stretches=[(min(began), None, one.role)], days_from=DATASET, as_of=dataset.as_of)


def _rank(one: _Helped) -> int:
    return BEST_FIRST.index(one.source) if one.source in BEST_FIRST else len(BEST_FIRST)


def _now(one: _Helped, meanings: dict[str, str]) -> Person:
    start = min(start for start, end, _role in one.stretches if end is None and start)
    when = gettext("since %(day)s") % {"day": one_date(start)}
    return Person(one.name, one.role, when, meanings.get(one.role.casefold(), ""), _source(one.days_from or one.source, one.as_of))


def _before(one: _Helped) -> Person:
    stretches = sorted({(start, end) for start, end, _role in one.stretches}, key=lambda days: days[0] or date.min)
    return Person(one.name, one.role, "; ".join(_stretch(*days) for days in stretches), source=_source(one.source, one.as_of))


def _source(system: str, as_of: date | None) -> str:
    said = gettext(SOURCES.get(system, OTHERWISE))
    return gettext("%(source)s, %(day)s.") % {"source": said, "day": one_date(as_of)} if as_of else f"{said}."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _stretch(start: date | None, end: date | None) -> str:
    if start is None:
        return gettext("until %(end)s") % {"end": one_date(end)} if end else gettext("We do not know when")
    if end is None:
        return gettext("from %(start)s") % {"start": one_date(start)}
    return gettext("%(start)s to %(end)s") % {"start": one_date(start), "end": one_date(end)}
