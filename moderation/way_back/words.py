"""Whether words are in the council's system, in a sentence for the people who work with their author."""

from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from law.calendar_words import say_date
from law.working_time import LONDON, london_day
from moderation.models import WriteBack
from moderation.queries import asked_about
from moderation.way_back.places import is_set_up
from people.models import Child, User
from stories.models import Contribution


@dataclass(frozen=True, slots=True)
class WayBack:
    """Where one contribution stands. `kind`: done, careful or "" as in components/state.html. `why`: what went wrong.

    `again`: it can be tried at once. `asked`: a manager was asked to look after it, and has not said that it is done.
    """

    text: str
    kind: str
    why: str = ""
    again: bool = False
    asked: bool = False


@dataclass(frozen=True, slots=True)
class AllWaysBack:
    """Everything of one child: how many there are, how many arrived, and one sentence about the rest."""

    total: int
    arrived: int
    waits: WayBack | None


def way_back_of(contribution: Contribution, now: datetime) -> WayBack | None:
    """Where this contribution stands on its way into the council's system; None for what is not in the file."""
    row = WriteBack.objects.filter(contribution=contribution).first()
    return replace(in_words(row, now), asked=asked_about(row).exists()) if row else None


def in_words(row: WriteBack, now: datetime) -> WayBack:
    """One row as a sentence."""
    if row.state == WriteBack.State.SENT and row.sent_at:
        return WayBack(_("In the council's system since %(day)s.") % {"day": _day(row.sent_at)}, "done")
    if not is_set_up():
        return WayBack(_("Only here: this portal is not joined to the council's system yet. Nothing is lost; it goes when it is."), "plain")
    if row.state == WriteBack.State.FAILING:
        text = _("Not yet in the council's system. We try again %(when)s.") % {"when": _moment(row.try_after, now)}
        return WayBack(text, "careful", why=row.last_error, again=True)
    return WayBack(_("On its way into the council's system."), "")


def ways_back_of(child: Child, user: User, now: datetime) -> AllWaysBack | None:
    """Everything this child wrote that is in the file and that this user sees; None when nothing is. The sentence is about the worst."""
    seen = Contribution.objects.visible_to(user, now).filter(child=child.pk)
    rows = list(WriteBack.objects.filter(contribution__in=seen).order_by("made_at"))
    if not rows:
        return None
    open_rows = [row for row in rows if row.state != WriteBack.State.SENT]
    worst = next((row for row in open_rows if row.state == WriteBack.State.FAILING), open_rows[0] if open_rows else None)
    return AllWaysBack(len(rows), len(rows) - len(open_rows), in_words(worst, now) if worst else None)


def _day(at: datetime) -> str:
    return say_date(london_day(at), _)


def _moment(at: datetime, now: datetime) -> str:
    if at <= now:
        return _("in a few minutes")
    clock = at.astimezone(LONDON).strftime("%H:%M")
    if london_day(at) == london_day(now):
        return _("at %(clock)s") % {"clock": clock}
    return _("on %(day)s at %(clock)s") % {"day": _day(at), "clock": clock}
