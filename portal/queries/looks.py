"""Who has looked at this record, in sentences grouped by day."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext

from audit.models import AuditEvent
from audit.sentences import sentence
from law.calendar_words import say_time
from law.working_time import london_day
from portal.queries.when_words import one_date


@dataclass(slots=True)
class Day:
    """One day's looks, each with its time of day."""

    day: date
    title: str
    looks: list[tuple[str, str]] = field(default_factory=list)


def by_day(events: Iterable[AuditEvent]) -> list[Day]:
    """The events under their days, in the order given; the same sentence at the same minute is said once."""
    days: list[Day] = []
    for event in events:
        day = london_day(event.at)
        if not days or days[-1].day != day:
            days.append(Day(day, one_date(day)))
        look = (say_time(localtime(event.at).time(), gettext), sentence(event))
        if look not in days[-1].looks:
            days[-1].looks.append(look)
    return days
