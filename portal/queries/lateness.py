"""When something is due, in words: "by Thursday", or how late it is.

lateness(due_at, now)   ->   Lateness("two working days late", late=True)
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.utils.translation import gettext, ngettext

from law.bank_holidays import counts_as_working_day
from law.calendar_words import say_by, say_moment
from law.working_time import london_day
from portal.queries.when_words import number_in_words

LONGEST = 400  # days counted one by one; beyond that "more than a year"


@dataclass(frozen=True, slots=True)
class Lateness:
    """In words, whether it is late, and `kind` for components/state.html."""

    text: str
    late: bool

    @property
    def kind(self) -> str:
        """Careful when late."""
        return "careful" if self.late else ""


def lateness(due_at: datetime, now: datetime, *, to_the_hour: bool = False) -> Lateness:
    """When it is due, or how late it is. `to_the_hour`: an urgent thing, whose clock runs in hours."""
    if due_at <= now:
        return Lateness(_late(london_day(due_at), london_day(now)), late=True)
    if to_the_hour:
        return Lateness(gettext("due %(when)s") % {"when": say_moment(due_at, now=now, translate=gettext)}, late=False)
    return Lateness(say_by(london_day(due_at), today=london_day(now), translate=gettext), late=False)


def _late(due: date, today: date) -> str:
    if due == today:
        return gettext("late since today")
    if (today - due).days > LONGEST:
        return gettext("more than a year late")
    days = sum(counts_as_working_day(due + timedelta(days=step), settings.NATION) for step in range(1, (today - due).days + 1))
    if not days:
        return gettext("late since the last working day")
    return ngettext("%(days)s working day late", "%(days)s working days late", days) % {"days": number_in_words(days)}
