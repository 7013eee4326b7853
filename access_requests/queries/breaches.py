"""Breaches as their pages show them: how many of the 72 hours are left, what is still to do, what was done."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F
from django.utils.translation import gettext, ngettext

from access_requests.breach_rules import WORDS, Known, hours_left, left_to_do
from access_requests.models import BreachStep, DataBreach
from law.calendar_words import say_moment
from law.other_clocks import breach_by

Kind = BreachStep.Kind
SOON = 24  # hours: from here on the board says it with care


@dataclass(frozen=True, slots=True)
class ClockWords:
    """Where its 72 hours stand. `tone`: "done", "careful" or "": the kinds of components/state.html."""

    text: str
    tone: str


@dataclass(frozen=True, slots=True)
class ShownBreach:
    """One line of the board."""

    breach: DataBreach
    clock: ClockWords
    to_do: str


def known_of(breach: DataBreach) -> Known:
    """What its steps say of it."""
    kinds = set(breach.steps.values_list("kind", flat=True))
    return Known(
        risk=breach.risk,
        contained=Kind.CONTAINED in kinds,
        commissioner=bool(
            kinds & {Kind.TOLD_COMMISSIONER, Kind.NOT_TOLD_COMMISSIONER} and (breach.told_commissioner_at or not_needed(breach))
        ),
        people=bool(kinds & {Kind.TOLD_PEOPLE, Kind.NOT_TOLD_PEOPLE}),
        learned=Kind.LEARNED in kinds,
    )


def not_needed(breach: DataBreach) -> bool:
    """Whether it stands that the Commissioner need not be told: decided after the risk was last weighed, and the risk is unlikely."""
    newest = breach.steps.filter(kind__in=(Kind.WEIGHED, Kind.NOT_TOLD_COMMISSIONER)).order_by("at").last()
    return bool(newest and newest.kind == Kind.NOT_TOLD_COMMISSIONER and breach.risk == DataBreach.Risk.UNLIKELY)


def clock_words(breach: DataBreach, now: datetime) -> ClockWords:
    """The 72 hours in a sentence: what is left, that they are over, or that the Commissioner was told, and how late."""
    if breach.told_commissioner_at:
        if breach.told_commissioner_at > breach_by(breach.noticed_at):
            return ClockWords(gettext("The Commissioner was told, after the 72 hours."), "careful")
        return ClockWords(gettext("The Commissioner was told in time."), "done")
    if not_needed(breach):
        return ClockWords(gettext("The Commissioner need not be told."), "done")
    left = hours_left(breach.noticed_at, now)
    if left <= 0:
        return ClockWords(gettext("The 72 hours are over. Tell the Commissioner now, and why it is late."), "careful")
    whole = int(left)
    said = ngettext("%(count)s hour left to tell the Commissioner", "%(count)s hours left to tell the Commissioner", whole) % {
        "count": whole
    }
    return ClockWords(said, "careful" if left <= SOON else "")


def tell_by(breach: DataBreach, now: datetime) -> str:
    """Until when the Commissioner is told, said as a moment."""
    return say_moment(breach_by(breach.noticed_at), now=min(now, breach.noticed_at), translate=gettext)


def board(now: datetime) -> tuple[list[ShownBreach], list[DataBreach]]:
    """The open ones, that whose hours end first on top, each with what comes next; and the closed ones, newest first."""
    shown = [_shown(breach, now) for breach in DataBreach.objects.filter(ended_at=None).order_by("noticed_at").prefetch_related("steps")]
    closed = list(DataBreach.objects.filter(ended_at__isnull=False).order_by(F("ended_at").desc()))
    return sorted(shown, key=lambda one: one.clock.tone == "done"), closed


def open_clocks(now: datetime) -> list[ShownBreach]:
    """The open ones about which the Commissioner may still have to be told: for the desk."""
    return [one for one in board(now)[0] if one.clock.tone != "done"]


def to_do(breach: DataBreach) -> list[str]:
    """What is still to be done, in words, in order."""
    return [gettext(WORDS[one]) for one in left_to_do(known_of(breach))]


def _shown(breach: DataBreach, now: datetime) -> ShownBreach:
    steps = to_do(breach)
    return ShownBreach(breach, clock_words(breach, now), steps[0] if steps else gettext("Everything is done. It can be closed."))
