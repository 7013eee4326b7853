"""What each code of the national return means: official wording, plain words, sensitivity.

    meaning("PLACE", "U4").plain   ->   "You lived with foster carers. The plan was for you to stay with them."
    meaning("PLACE", "ZZ9").known  ->   False, with an honest sentence and sensitivity 2

Lists: LS, PLACE, PLACE_PROVIDER, RNE, REC, REASON_PLACE_CHANGE, CIN, REVIEW_CODE, MISSING, SDQ_REASON, IN_TOUCH, ACTIV,
ACCOM (the letter), PREV_PERM, ETHNIC, SW_REASON.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code: `official` as the return's guidance words it, `plain` (an English message to translate), `sensitivity` 0, 1 or 2."""

    official: str
    plain: str
    sensitivity: int
    known: bool = True


def meaning(code_list: str, code: str) -> Meaning:
    """The meaning of `code`; an unknown code gets an honest sentence and sensitivity 2. Raises KeyError for an unknown list."""
    raise NotImplementedError


def known_codes(code_list: str) -> frozenset[str]:
    """Every code of one list. Raises KeyError for an unknown list."""
    raise NotImplementedError
