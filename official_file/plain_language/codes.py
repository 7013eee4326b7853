"""What each code of the national return and dataset means: official wording, plain words, sensitivity.

For example:

    meaning("PLACE", "U4").plain   ->   "You lived with foster carers. The plan was for you to stay with them."
    meaning("PLACE", "ZZ9").known  ->   False, with an honest sentence and sensitivity 2

Lists: LS, PLACE, PLACE_PROVIDER, RNE, REC, REASON_PLACE_CHANGE, CIN, REVIEW_CODE, MISSING, SDQ_REASON, IN_TOUCH, ACTIV,
ACCOM (the letter), PREV_PERM, ETHNIC, SW_REASON; of the dataset (SSD) also CP_CATEGORY, SEN_NEED, DISABILITY, AFTER_CARE,
CARE_PLAN. A code keeps the meaning it had when it was written: lines are added, not
changed (codes.json says until which year an old one was used).
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from law.wording import gettext_noop
from official_file.plain_language import words_of_codes, words_of_dataset
from official_file.plain_language.words_of_homes import HOMES

DATA = Path(__file__).with_name("codes.json")
UNKNOWN_SENSITIVITY = 2
UNKNOWN_CODE = gettext_noop("Our records use a code we do not have a meaning for. Ask us.")

PLAIN_WORDS = {
    "LS": words_of_codes.LEGAL_STATUS,
    "PLACE": {code: words.plain for code, words in HOMES.items()},
    "PLACE_PROVIDER": words_of_codes.PROVIDER,
    "RNE": words_of_codes.NEW_EPISODE,
    "REC": words_of_codes.LEFT_CARE,
    "REASON_PLACE_CHANGE": words_of_codes.MOVED,
    "CIN": words_of_codes.WHY_IN_CARE,
    "REVIEW_CODE": words_of_codes.REVIEW,
    "MISSING": words_of_codes.MISSING,
    "SDQ_REASON": words_of_codes.FEELINGS_FORM,
    "IN_TOUCH": words_of_codes.IN_TOUCH,
    "ACTIV": words_of_codes.ACTIVITY,
    "ACCOM": words_of_codes.LATER_HOME,
    "PREV_PERM": words_of_codes.EARLIER_ORDER,
    "ETHNIC": words_of_codes.BACKGROUND,
    "SW_REASON": words_of_codes.WORKER_CHANGED,
    "CP_CATEGORY": words_of_dataset.HARM,
    "SEN_NEED": words_of_dataset.LEARNING,
    "DISABILITY": words_of_dataset.DISABILITY,
    "AFTER_CARE": words_of_dataset.AFTER_CARE,
    "CARE_PLAN": words_of_dataset.CARE_PLAN,
}


@dataclass(frozen=True, slots=True)
class Meaning:
    """One code: `official` as the return's guidance words it, `plain` (an English message to translate), `sensitivity` 0, 1 or 2."""

    official: str
    plain: str
    sensitivity: int
    known: bool = True


@cache
def _table(code_list: str) -> dict[str, Meaning]:
    """One list, typed."""
    rows = json.loads(DATA.read_text(encoding="utf-8"))[code_list]
    words = PLAIN_WORDS[code_list]
    return {code: Meaning(official, words[code], sensitivity) for code, (official, sensitivity) in rows.items()}


def meaning(code_list: str, code: str) -> Meaning:
    """The meaning of `code`; an unknown code gets an honest sentence and sensitivity 2. Raises KeyError for an unknown list."""
    unknown = Meaning("", UNKNOWN_CODE, UNKNOWN_SENSITIVITY, known=False)
    return _table(code_list).get(code.strip().upper(), unknown)


def known_codes(code_list: str) -> frozenset[str]:
    """Every code of one list. Raises KeyError for an unknown list."""
    return frozenset(_table(code_list))
