"""How old the newest import of each system may be before somebody should ask why."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Max

from official_file.models import ImportRun

A_YEAR_AND_A_MONTH = 400
YEARLY, MONTHLY = {"ssda903": A_YEAR_AND_A_MONTH}, {"case_notes": 35}


@dataclass(frozen=True, slots=True)
class Freshness:
    """One system: when its last import that came to its end began, and whether the next is late. None: none has come to its end."""

    system: str
    last: datetime | None
    late: bool


def days_for(system: str) -> int:
    """After how many days without an import this system's facts are stale. 0 for what comes when it comes."""
    if system == "ssd":
        return int(settings.STALE_AFTER_DAYS)
    return (YEARLY | MONTHLY).get(system, 0)


def freshness(now: datetime) -> list[Freshness]:
    """Every system that was ever imported, the stalest first."""
    ended = dict(ImportRun.objects.filter(ended_at__isnull=False).order_by().values_list("system").annotate(Max("started_at")))
    begun = ImportRun.objects.order_by().values_list("system", flat=True).distinct()
    found = [Freshness(system, ended.get(system), _is_late(system, ended.get(system), now)) for system in begun]
    return sorted(found, key=lambda one: (not one.late, one.last or now, one.system))


def _is_late(system: str, last: datetime | None, now: datetime) -> bool:
    days = days_for(system)
    return last is None or bool(days) and now - last > timedelta(days=days)
