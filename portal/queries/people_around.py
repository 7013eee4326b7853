"""The people in a young person's life: workers now and before, and those whom a worker confirmed they know of.

Nobody is named here as family until a worker has confirmed that the young person knows of them. Workers come from one
source each: who works with them now from the allocations that decide who may read; who did before from their file.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext

from law.working_time import london_day
from people.models import Child, Relationship, User
from people.roles import display_name
from portal.queries.my_entries import my_entries
from portal.queries.when_words import one_date


@dataclass(frozen=True, slots=True)
class Person:
    """One person in a list."""

    name: str
    role: str
    when: str


def workers_now(child: Child, at: datetime) -> list[Person]:
    """Who works with them today, newest first, with the day it began."""
    ties = Relationship.objects.active(at).filter(child=child, user__is_active=True).select_related("user").order_by("-starts")
    return [Person(str(tie.user), display_name(tie.role), _since(london_day(tie.starts))) for tie in ties]


def workers_before(user: User, child: Child, at: datetime) -> list[Person]:
    """Who worked with them before, from what is open in their file and from allocations that ended, newest first."""
    ended = Relationship.objects.filter(child=child, ends__lte=at).select_related("user").order_by("-starts")
    found = {(str(tie.user), display_name(tie.role)): (london_day(tie.starts), london_day(tie.ends)) for tie in ended if tie.ends}
    now = {person.name for person in workers_now(child, at)}
    for row in my_entries(user, child, at).filter(kind="worker_period"):
        facts = row.entry.body["facts"]
        name, role = facts.get("name") or "", facts.get("role") or ""
        if name and name not in now:
            found.setdefault((name, role), (row.day, row.end_day))
    ordered = sorted(found.items(), key=lambda item: item[1][0] or date.min, reverse=True)
    return [Person(name, role, _stretch(*days)) for (name, role), days in ordered]


def people_i_know(child: Child) -> list[Person]:
    """Family and important people, confirmed by a worker, by name."""
    rows = child.connections.filter(known_confirmed_at__isnull=False, professional=False)
    return sorted((Person(row.names[0], row.relation, "") for row in rows if row.names), key=lambda person: person.name.casefold())


def _since(start: date) -> str:
    return gettext("since %(day)s") % {"day": one_date(start)}


def _stretch(start: date | None, end: date | None) -> str:
    if start is None:
        return gettext("We do not know when")
    if end is None:
        return gettext("from %(start)s") % {"start": one_date(start)}
    return gettext("%(start)s to %(end)s") % {"start": one_date(start), "end": one_date(end)}
