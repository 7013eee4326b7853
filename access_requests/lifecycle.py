"""The life of an access request, as a table: where it can go from each state, whose move it is, and what it is called.

Nothing else assigns `state`: `AccessRequest.move_to` is the one guarded setter. For example:

    can_move(State.READING, State.SECOND_CHECK)   ->   True
    can_move(State.READING, State.READY)          ->   False: nothing is ready before a second person has checked it
    can_move(State.SEARCHING, State.GIVEN)        ->   False

Two roads end a request with an answer, and both lead through SECOND_CHECK and READY: giving what was found, and saying that
nothing is held or that the request is refused (UK GDPR Art 12(4)). Only the person who asked can withdraw.
"""

from enum import StrEnum

from law.wording import gettext_noop


class State(StrEnum):
    """Where a request stands."""

    ASKED = "asked"
    IDENTITY = "identity"
    SEARCHING = "searching"
    GATHERING = "gathering"
    READING = "reading"
    SECOND_CHECK = "second_check"
    READY = "ready"
    GIVEN = "given"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    OTHER_ROUTE = "other_route"


class Owner(StrEnum):
    """Whose move it is."""

    REQUESTER = "requester"
    OFFICER = "officer"
    CHECKER = "checker"
    NOBODY = "nobody"


class Answer(StrEnum):
    """What a request is answered with. What an officer proposes, a second person checks before it happens."""

    GIVE = "give"
    GIVE_PART = "give_part"
    NOTHING_HELD = "nothing_held"
    REFUSE = "refuse"


TRANSITIONS: dict[State, frozenset[State]] = {
    State.ASKED: frozenset({State.IDENTITY, State.SEARCHING, State.WITHDRAWN, State.OTHER_ROUTE}),
    # Who somebody is can stay unproved: after a fair time the request is refused, and a second person looks at that too.
    State.IDENTITY: frozenset({State.SEARCHING, State.SECOND_CHECK, State.WITHDRAWN, State.OTHER_ROUTE}),
    State.SEARCHING: frozenset({State.GATHERING, State.SECOND_CHECK, State.WITHDRAWN, State.OTHER_ROUTE}),
    State.GATHERING: frozenset({State.SEARCHING, State.READING, State.WITHDRAWN}),
    State.READING: frozenset({State.GATHERING, State.SECOND_CHECK, State.WITHDRAWN}),
    # Returned, it goes back to where it was proposed from; countersigned, it is ready.
    State.SECOND_CHECK: frozenset({State.IDENTITY, State.SEARCHING, State.READING, State.READY, State.WITHDRAWN}),
    State.READY: frozenset({State.GIVEN, State.REFUSED, State.READING, State.WITHDRAWN}),
    State.GIVEN: frozenset(),
    State.REFUSED: frozenset(),
    State.WITHDRAWN: frozenset(),
    State.OTHER_ROUTE: frozenset(),
}

OWNER: dict[State, Owner] = {
    State.ASKED: Owner.OFFICER,
    State.IDENTITY: Owner.REQUESTER,
    State.SEARCHING: Owner.OFFICER,
    State.GATHERING: Owner.OFFICER,
    State.READING: Owner.OFFICER,
    State.SECOND_CHECK: Owner.CHECKER,
    State.READY: Owner.OFFICER,
    State.GIVEN: Owner.NOBODY,
    State.REFUSED: Owner.NOBODY,
    State.WITHDRAWN: Owner.NOBODY,
    State.OTHER_ROUTE: Owner.NOBODY,
}

LABELS: dict[State, str] = {
    State.ASKED: gettext_noop("Asked"),
    State.IDENTITY: gettext_noop("Checking who is asking"),
    State.SEARCHING: gettext_noop("Looking in every place"),
    State.GATHERING: gettext_noop("Putting it together"),
    State.READING: gettext_noop("Reading every page"),
    State.SECOND_CHECK: gettext_noop("A second person checks"),
    State.READY: gettext_noop("Ready"),
    State.GIVEN: gettext_noop("Given"),
    State.REFUSED: gettext_noop("Answered: not given"),
    State.WITHDRAWN: gettext_noop("Stopped by the person who asked"),
    State.OTHER_ROUTE: gettext_noop("Handled in another way"),
}

ENDED = frozenset({State.GIVEN, State.REFUSED, State.WITHDRAWN, State.OTHER_ROUTE})
OPEN = frozenset(State) - ENDED


def can_move(current: State, wanted: State) -> bool:
    """Whether the table allows this step."""
    return wanted in TRANSITIONS[current]
