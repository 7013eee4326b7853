"""When a request is due, in words, with how pressing it is: what the board and the page of a request show beside each other.

The words say everything; the colour that goes with `kind` only helps to find it.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext, ngettext

from access_requests.clock import clock_of
from access_requests.models import AccessRequest
from law.bank_holidays import counts_as_working_day
from law.calendar_words import say_by, say_date
from law.clock import Clock, State
from law.working_time import london_day

SOON = 5  # working days
LONGEST = 400  # days counted one by one; beyond that "more than a year"
LATE, PRESSING, RUNNING, STANDS, ENDED = "late", "soon", "running", "stands", "ended"


@dataclass(frozen=True, slots=True)
class Due:
    """`text`: the one sentence; `more`: what goes with it. `day`: the day to work to, by which a board is ordered."""

    kind: str
    text: str
    more: str = ""
    day: date | None = None


def due_of(request: AccessRequest, today: date) -> Due:
    """How it stands with the time of this request."""
    if request.ended_at:
        return Due(ENDED, gettext("Ended on %(day)s") % {"day": _say(london_day(request.ended_at))})
    clock = clock_of(request, today=today)
    if clock is None:
        return Due(PRESSING, gettext("No day can be given"), gettext("The bank holidays of that year are not here yet."))
    if clock.due is None or clock.due_cautious is None:
        return Due(STANDS, gettext("The time has not started"), gettext("It starts when we have what we asked for."))
    if clock.state is State.PAUSED:
        more = gettext("If they answer today: by %(day)s") % {"day": _say(clock.due_cautious)}
        return Due(STANDS, gettext("Stopped until they answer"), more, clock.due_cautious)
    return _running(clock, clock.due, clock.due_cautious, today, request.nation)


def _running(clock: Clock, due: date, cautious: date, today: date, nation: str) -> Due:
    if today > due:
        return Due(LATE, _late(due, today, nation), gettext("It was due on %(day)s") % {"day": _say(due)}, cautious)
    if today > cautious:
        said = gettext("Must be answered %(by_day)s") % {"by_day": _by(due, today)}
        return Due(LATE, said, gettext("The day to work to has passed."), cautious)
    left = _working_days(today, cautious, nation)
    said = ngettext("%(days)s working day left", "%(days)s working days left", left) % {"days": left}
    more = gettext("%(left)s, with two months more") % {"left": said} if clock.extended else said
    return Due(PRESSING if left <= SOON else RUNNING, _first_large(_by(cautious, today)), more, cautious)


def _late(due: date, today: date, nation: str) -> str:
    if (today - due).days > LONGEST:
        return gettext("More than a year late")
    days = _working_days(due, today, nation)
    if not days:
        return gettext("Late since the last working day")
    return ngettext("%(days)s working day late", "%(days)s working days late", days) % {"days": days}


def _working_days(start: date, end: date, nation: str) -> int:
    """How many working days come after `start`, `end` included."""
    return sum(counts_as_working_day(start + timedelta(days=step), nation) for step in range(1, (end - start).days + 1))


def _by(day: date, today: date) -> str:
    return say_by(day, today=today, translate=gettext)


def _first_large(text: str) -> str:
    return text[:1].upper() + text[1:]


def _say(day: date) -> str:
    return say_date(day, gettext)
