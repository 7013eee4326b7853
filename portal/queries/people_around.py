"""The people in a young person's life: workers now and before, and those whom a worker confirmed they know of.

Nobody is named here as family until a worker has confirmed that the young person knows of them. Who reads their record and
works with them now comes from the allocations that decide it; who helps them without reading it (an advocate, say), and who
did before, from their file.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from cms.queries import glossary
from law.working_time import london_day
from people.models import Child, Relationship, User
from people.roles import ROLES, display_name
from portal.queries.my_entries import my_entries
from portal.queries.when_words import one_date

Days = dict[tuple[str, str], tuple[date | None, date | None]]  # (name, role): from, to
ALLOCATED = {role.display_name.casefold() for role in ROLES.values()} | {"independent reviewing officer"}


@dataclass(frozen=True, slots=True)
class Person:
    """One person in a list. `note`: what somebody with this role does, in the words of the glossary."""

    name: str
    role: str
    when: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Workers:
    """Who works with them now, and who did before; newest first. `allocated`: whether somebody of ours does now."""

    now: list[Person]
    before: list[Person]
    allocated: bool


def workers_of(user: User, child: Child, at: datetime) -> Workers:
    """Workers from the allocations, and from what is open in the file.

    A stretch without an end in the file is told as now, except of a role that is allocated here: then the file has missed its end.
    """
    ties = Relationship.objects.filter(child=child).select_related("user").order_by("-starts")
    here, gone = ties.active(at).filter(user__is_active=True), ties.filter(ends__lte=at)
    now: Days = {(str(tie.user), display_name(tie.role)): (london_day(tie.starts), None) for tie in here}
    before: Days = {(str(tie.user), display_name(tie.role)): (london_day(tie.starts), london_day(tie.ends)) for tie in gone if tie.ends}
    names = {name for name, _role in now}
    for row in my_entries(user, child, at).filter(kind="worker_period"):
        facts = row.entry.body["facts"]
        name, role = facts.get("name") or "", _capital(facts.get("role") or "")
        if name and name not in names:
            still = row.day is not None and row.end_day is None and role.casefold() not in ALLOCATED
            (now if still else before).setdefault((name, role), (row.day, row.end_day))
    return Workers(_people(now, still=True), _people(before, still=False), allocated=bool(names))


def people_i_know(child: Child) -> list[Person]:
    """Family and important people, confirmed by a worker, by name."""
    rows = child.connections.filter(known_confirmed_at__isnull=False, professional=False)
    return sorted((Person(row.names[0], row.relation, "") for row in rows if row.names), key=lambda person: person.name.casefold())


def _people(found: Days, *, still: bool) -> list[Person]:
    ordered = sorted(found.items(), key=lambda item: item[1][0] or date.min, reverse=True)
    if not still:
        return [Person(name, role, _stretch(*days)) for (name, role), days in ordered]
    meanings = {form.casefold(): term["plain"] for term in glossary() for form in (term["term"], *term["also"])} if ordered else {}
    return [Person(name, role, _since(days[0]), meanings.get(role.casefold(), "")) for (name, role), days in ordered if days[0]]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _since(start: date) -> str:
    return gettext("since %(day)s") % {"day": one_date(start)}


def _stretch(start: date | None, end: date | None) -> str:
    if start is None:
        return gettext("We do not know when")
    if end is None:
        return gettext("from %(start)s") % {"start": one_date(start)}
    return gettext("%(start)s to %(end)s") % {"start": one_date(start), "end": one_date(end)}
