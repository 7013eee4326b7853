"""A request as whoever asked follows it, like a parcel: which stages there are, where it stands, and what comes next. Plain Python.

[(one.slug, one.standing) for one in stages(State.READING)]
->   [("asked", DONE), ("identity", DONE), ("searching", DONE), ("gathering", DONE), ("reading", NOW), ("second_check", LATER), ...]

Nothing here knows whether there is a record: before it is known who asks, two requests that stand alike look alike.
"""

from dataclasses import dataclass
from enum import StrEnum

from access_requests.lifecycle import State
from law.wording import gettext_noop


class Standing(StrEnum):
    """How far a stage is."""

    DONE = "done"
    NOW = "now"
    LATER = "later"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage. `title`: what it is; `under_way`: what we do in it, said while it goes on."""

    slug: str
    title: str
    under_way: str
    standing: Standing = Standing.LATER


STAGES: tuple[Stage, ...] = (
    Stage("asked", gettext_noop("You asked"), ""),
    Stage("identity", gettext_noop("Who is asking"), gettext_noop("We make sure who is asking. So no file goes to the wrong person.")),
    Stage("searching", gettext_noop("We look everywhere"), gettext_noop("We look in every place where something could be.")),
    Stage("gathering", gettext_noop("We put it together"), gettext_noop("We put what we find in order, by its dates.")),
    Stage("reading", gettext_noop("We read every page"), gettext_noop("One of us reads every page. This takes the most time.")),
    Stage(
        "second_check", gettext_noop("A second person checks"), gettext_noop("A second person checks that our answer is right and fair.")
    ),
    Stage("ready", gettext_noop("Our answer"), gettext_noop("It is ready. We talk to you before we give it to you.")),
)
AT: dict[State, str] = {
    State.ASKED: "identity",
    State.IDENTITY: "identity",
    State.SEARCHING: "searching",
    State.GATHERING: "gathering",
    State.READING: "reading",
    State.SECOND_CHECK: "second_check",
    State.READY: "ready",
}
ANSWERED = frozenset({State.GIVEN, State.REFUSED})
STOPPED = frozenset({State.WITHDRAWN, State.OTHER_ROUTE})
# Proposed before anything was gathered: what lies between was not needed.
BETWEEN: dict[State, tuple[str, ...]] = {
    State.IDENTITY: ("searching", "gathering", "reading"),
    State.SEARCHING: ("gathering", "reading"),
}

NEXT: dict[State, str] = {
    # The same for both: a request can go from one to the other because a record was found, and nobody may learn that from here.
    State.ASKED: gettext_noop("When we know who is asking, we look in every place."),
    State.IDENTITY: gettext_noop("When we know who is asking, we look in every place."),
    State.SEARCHING: gettext_noop("Next we put in order what we found."),
    State.GATHERING: gettext_noop("Next one of us reads every page."),
    State.READING: gettext_noop("Next a second person checks our answer."),
    State.SECOND_CHECK: gettext_noop("Next we talk to you, and you get our answer."),
    State.READY: gettext_noop("Next you get our answer."),
    State.GIVEN: gettext_noop("You have our answer. You can still ask us about it, and you can ask again later."),
    State.REFUSED: gettext_noop("You have our answer. If you are not happy with it, you can complain."),
    State.WITHDRAWN: gettext_noop("You stopped this request. You can ask again at any time."),
    State.OTHER_ROUTE: gettext_noop("We handle this in another way. One of us tells you how."),
}

WAITS_FOR_COVERING = gettext_noop(
    "Two of us have read it. Some parts have to be covered before you get it. That is not done yet, so you have to wait. We are sorry."
)


def stages(state: State, *, known: bool = False, proposed_from: State | None = None) -> tuple[Stage, ...]:
    """Every stage with its standing. `known`: somebody who asks for themselves is known, whatever the state says.

    `proposed_from`: where an answer was proposed from, as the request has it.
    """
    if state in STOPPED:
        return ()
    at = _at(state, known=known)
    skipped = BETWEEN.get(proposed_from, ()) if proposed_from and (state in ANSWERED or at > _place("reading")) else ()
    return tuple(
        Stage(one.slug, one.title, one.under_way, Standing.SKIPPED if one.slug in skipped else _standing(place, at))
        for place, one in enumerate(STAGES)
    )


def _at(state: State, *, known: bool) -> int:
    if state in ANSWERED:
        return len(STAGES)
    at = _place(AT[state])
    return max(at, _place("searching")) if known and state in (State.ASKED, State.IDENTITY) else at


def _place(slug: str) -> int:
    return next(place for place, one in enumerate(STAGES) if one.slug == slug)


def _standing(place: int, at: int) -> Standing:
    if place == at:
        return Standing.NOW
    return Standing.DONE if place < at else Standing.LATER
