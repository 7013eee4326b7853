"""Which letters an officer sends by hand, and when each fits. Plain Python.

fits(LetterKind.PREVIEW, State.READING, for_other=False)   ->   True: what was found is known then
"""

from access_requests.letters.kinds import LetterKind
from access_requests.lifecycle import OPEN, State

BY_HAND: dict[LetterKind, frozenset[State]] = {
    LetterKind.LATE: OPEN,
    LetterKind.HELD_FOR_VIEW: frozenset({State.ASKED, State.IDENTITY, State.SEARCHING}),
    LetterKind.PREVIEW: frozenset({State.READING, State.SECOND_CHECK, State.READY}),
}


def fits(kind: LetterKind, standing: State, *, for_other: bool) -> bool:
    """Whether this letter makes sense where the request stands; one letter is only for those who ask for somebody else."""
    return standing in BY_HAND.get(kind, frozenset()) and (for_other or kind is not LetterKind.HELD_FOR_VIEW)
