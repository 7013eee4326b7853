"""What the portal itself holds of one person, and what the imports brought: counts and days, without adoption."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max, Min
from django.db.models.functions import Coalesce

from access_requests.queries.in_scope import in_scope
from official_file.models import ImportRun
from official_file.models.now import EntryNowQuerySet
from people.models import Child


@dataclass(frozen=True, slots=True)
class Held:
    """How many entries, and the first and last day they speak of (None when none has a day)."""

    count: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class Imported:
    """What one or more systems brought about this person; `newest`: when their last import that came to its end began."""

    held: Held
    newest: datetime | None


def held_here(child: Child) -> Held:
    """Everything in the file, from wherever."""
    return _held(in_scope(child).current())


def brought_by(child: Child, systems: tuple[str, ...]) -> Imported:
    """What the imports of these systems brought into the file."""
    rows = in_scope(child).current().filter(entry__sources__system__in=systems).distinct()
    runs = ImportRun.objects.filter(system__in=systems, ended_at__isnull=False)
    return Imported(_held(rows), runs.aggregate(newest=Max("started_at"))["newest"])


def _held(rows: EntryNowQuerySet) -> Held:
    """An entry that goes on has no last day: it covers nothing it does not say."""
    days = rows.order_by().aggregate(first=Min("day"), last=Max(Coalesce("end_day", "day")))
    return Held(rows.count(), days["first"], days["last"])
