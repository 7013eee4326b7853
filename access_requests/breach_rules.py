"""What a personal data breach still needs, as rules: UK GDPR Art 33 and 34. Plain Python, asked by the page and by the verb.

    left_to_do(Known(risk="high", contained=True))   ->   (Needed.TELL_COMMISSIONER, Needed.TELL_PEOPLE, Needed.LEARN)

Which risk decides whom to tell: the Commissioner is told unless a risk to people is unlikely (Art 33(1)); the people are told
where it is high (Art 34(1)), unless one of the reasons of Art 34(3) holds, and then that reason is written down. Everything is
documented, whoever is told (Art 33(5)).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from law.other_clocks import breach_by
from law.wording import gettext_noop


class Needed(StrEnum):
    """One thing that is still to be done."""

    CONTAIN = "contain"
    WEIGH = "weigh"
    TELL_COMMISSIONER = "tell_commissioner"
    TELL_PEOPLE = "tell_people"
    LEARN = "learn"


WORDS: dict[Needed, str] = {
    Needed.CONTAIN: gettext_noop("Stop it, or bring back what left, and write what you did."),
    Needed.WEIGH: gettext_noop("Weigh the risk to people, and write why you think so."),
    Needed.TELL_COMMISSIONER: gettext_noop("Tell the Commissioner, or write why that is not needed."),
    Needed.TELL_PEOPLE: gettext_noop("Tell the people it touches, or write which reason of Art 34(3) holds."),
    Needed.LEARN: gettext_noop("Write what changes, so that it does not happen again."),
}

NOT_UNLIKELY = gettext_noop("A risk to people is not unlikely, so the Commissioner has to be told (UK GDPR Art 33(1)).")
WEIGH_FIRST = gettext_noop("Weigh the risk first: it decides who has to be told.")
STILL_OPEN = gettext_noop("Something is still to be done before this can be closed.")


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a breach. `commissioner` and `people`: told, or decided with a reason that they need not be."""

    risk: str = ""
    contained: bool = False
    commissioner: bool = False
    people: bool = False
    learned: bool = False


def left_to_do(known: Known) -> tuple[Needed, ...]:
    """What is still needed, in the order to do it."""
    needed = (
        (Needed.CONTAIN, not known.contained),
        (Needed.WEIGH, not known.risk),
        (Needed.TELL_COMMISSIONER, not known.commissioner),
        (Needed.TELL_PEOPLE, known.risk == "high" and not known.people),
        (Needed.LEARN, not known.learned),
    )
    return tuple(one for one, is_needed in needed if is_needed)


def why_not(kind: str, known: Known) -> str:
    """Why a step cannot be taken, as a message; "" when it can. `kind` is one of BreachStep.Kind."""
    if kind in ("told_commissioner", "not_told_commissioner", "told_people", "not_told_people") and not known.risk:
        return "" if kind.startswith("told_") else WEIGH_FIRST
    if kind == "not_told_commissioner" and known.risk != "unlikely":
        return NOT_UNLIKELY
    if kind == "ended" and left_to_do(known):
        return STILL_OPEN
    return ""


def hours_left(noticed: datetime, now: datetime) -> float:
    """How many of the 72 hours are left to tell the Commissioner; less than 0 when they are over (Art 33(1))."""
    return (breach_by(noticed) - now).total_seconds() / 3600
