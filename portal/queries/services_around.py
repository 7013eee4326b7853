"""The twelve services around a young person, as they read it, and as their worker does: there, none recorded, or not known.

Of the services that are most often about a parent the young person reads the same whether something is recorded or not, until a
worker has opened it: neither a line nor a missing line may tell.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.urls import reverse
from django.utils.translation import gettext

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.models import EntryNow
from official_file.models.now import State
from official_file.plain_language.facts import text_of
from official_file.plain_language.services_lines import service_lines
from official_file.plain_language.twelve_services import SERVICES, Service, Status
from official_file.queries import entries_for
from people.models import Child, User
from portal.queries.my_entries import my_entries
from portal.queries.staff_lines import Standing, standing_of

OPENED = (State.SHARED, State.WITH_SUPPORT)


@dataclass(frozen=True, slots=True)
class MyService:
    """One service to the young person: sentences where there is one, else whether there is none or nobody knows."""

    name: str
    lines: tuple[str, ...]
    status: str
    url: str


@dataclass(slots=True)
class MyServices:
    """Those that are there, that were there before, that are not, and those nobody knows of. `ask`: there are some to ask about.

    What to ask about is not named: the words alone frighten, and a list that grows shorter would tell.
    """

    there: list[MyService]
    before: list[MyService]
    none: list[MyService]
    not_known: list[str]
    ask: bool = False


@dataclass(frozen=True, slots=True)
class StaffService:
    """One service to a worker, one for each row of the file; `why`: why it opens as it does."""

    name: str
    status: str
    who: str
    contact: str
    days: str
    confirmed: str
    as_of: date | None
    standing: Standing | None
    url: str
    why: str


def my_services(user: User, child: Child, at: datetime) -> MyServices:
    """What the young person reads."""
    rows = _by_service(my_entries(user, child, at).filter(kind="service"))
    found = MyServices([], [], [], [])
    for service in SERVICES:
        told = [row for row in rows.get(service.key, []) if not service.closed or row.state in OPENED]
        there = [row for row in told if _status(row) == Status.RECORDED]
        if there:
            for row in there:
                ended = row.end_day is not None and row.end_day < london_day(at)
                (found.before if ended else found.there).append(_mine(service, row))
        elif service.closed and not told:
            found.ask = True
        elif told and _status(told[0]) == Status.NONE_RECORDED:
            found.none.append(_mine(service, told[0]))
        else:
            found.not_known.append(gettext(service.name))
    return found


def services_of(user: User, child: Child, at: datetime) -> list[StaffService]:
    """All twelve, each with what is recorded of it, as a member of staff may read it."""
    rows = _by_service(entries_for(user, child, at).filter(kind="service"))
    return [told for service in SERVICES for told in (_for_staff(service, rows.get(service.key, []), at))]


def _by_service(rows: Iterable[EntryNow]) -> dict[str, list[EntryNow]]:
    found: dict[str, list[EntryNow]] = defaultdict(list)
    for row in rows:
        found[text_of(row.entry.facts, "service")].append(row)
    return found


def _status(row: EntryNow) -> str:
    return text_of(row.entry.facts, "status")


def _mine(service: Service, row: EntryNow) -> MyService:
    facts = row.entry.facts
    url = reverse("portal:entry", args=[row.pk]) if _status(row) == Status.RECORDED else ""
    return MyService(gettext(service.name), service_lines(facts, gettext)[1:], _checked(facts), url)


def _checked(facts: dict[str, object]) -> str:
    day = _day(facts, "confirmed_on")
    return gettext("We last checked this on %(day)s.") % {"day": say_date(day, gettext)} if day else ""


def _for_staff(service: Service, rows: list[EntryNow], at: datetime) -> list[StaffService]:
    if not rows:
        return [StaffService(gettext(service.staff_name), Status.NOT_KNOWN, "", "", "", "", None, None, "", gettext(service.why))]
    return [_row_for_staff(service, row, at) for row in rows]


def _row_for_staff(service: Service, row: EntryNow, at: datetime) -> StaffService:
    facts = row.entry.facts
    since, until, confirmed = (_day(facts, name) for name in ("since", "until", "confirmed_on"))
    days = [gettext("since %(day)s") % {"day": say_date(since, gettext)}] if since else []
    days += [gettext("until %(end)s") % {"end": say_date(until, gettext)}] if until else []
    recorded = _status(row) == Status.RECORDED
    return StaffService(
        name=gettext(service.staff_name),
        status=_status(row),
        who=text_of(facts, "name"),
        contact=text_of(facts, "contact"),
        days=" ".join(days),
        confirmed=say_date(confirmed, gettext) if confirmed else "",
        as_of=max((source.as_of for source in row.entry.sources.all() if source.as_of), default=None),
        standing=standing_of(row, at) if recorded else None,
        url=reverse("portal:staff_entry", args=[row.pk]) if recorded else "",
        why=gettext(service.why),
    )


def _day(facts: dict[str, object], name: str) -> date | None:
    try:
        return date.fromisoformat(text_of(facts, name))
    except ValueError:
        return None
