"""Which letters there are, what each is called, and what it has to be about. Plain Python.

LETTERS[LetterKind.LATE].title   ->   "We are late. Sorry."
"""

from dataclasses import dataclass
from enum import StrEnum

from law.wording import gettext_noop


class LetterKind(StrEnum):
    """What a letter is for."""

    ACKNOWLEDGED = "acknowledged"
    IDENTITY_ASKED = "identity_asked"
    QUESTION = "question"
    REMINDER = "reminder"
    EXTENDED = "extended"
    LATE = "late"
    HELD_FOR_VIEW = "held_for_view"
    PREVIEW = "preview"
    ANSWER = "answer"
    REFUSED = "refused"
    NOTHING_HELD = "nothing_held"
    COMPLAINT_ACKNOWLEDGED = "complaint_acknowledged"
    COMPLAINT_OUTCOME = "complaint_outcome"


@dataclass(frozen=True, slots=True)
class Letter:
    """Its title, to whoever gets it; and what staff read of it in a list. `about`: the model of what it is about besides the request."""

    title: str
    to_staff: str
    about: str = ""


K = LetterKind
LETTERS: dict[LetterKind, Letter] = {
    K.ACKNOWLEDGED: Letter(gettext_noop("We have your request"), gettext_noop("We have the request")),
    K.IDENTITY_ASKED: Letter(gettext_noop("We need to know who you are"), gettext_noop("We ask who they are"), "ClockFact"),
    K.QUESTION: Letter(gettext_noop("We have a question for you"), gettext_noop("A question"), "ClockFact"),
    K.REMINDER: Letter(gettext_noop("We are waiting to hear from you"), gettext_noop("A reminder"), "ClockFact"),
    K.EXTENDED: Letter(gettext_noop("We need more time"), gettext_noop("We need more time"), "ClockFact"),
    K.LATE: Letter(gettext_noop("We are late. Sorry."), gettext_noop("We are late")),
    K.HELD_FOR_VIEW: Letter(gettext_noop("What has to happen first"), gettext_noop("It waits until it is known who may ask")),
    K.PREVIEW: Letter(gettext_noop("What to expect"), gettext_noop("What to expect, before it is given")),
    K.ANSWER: Letter(gettext_noop("Our answer"), gettext_noop("The answer")),
    K.REFUSED: Letter(gettext_noop("Our answer: we cannot give it"), gettext_noop("The answer: not given")),
    K.NOTHING_HELD: Letter(gettext_noop("Our answer: we found nothing"), gettext_noop("The answer: nothing is held")),
    K.COMPLAINT_ACKNOWLEDGED: Letter(gettext_noop("We have your complaint"), gettext_noop("We have the complaint"), "Complaint"),
    K.COMPLAINT_OUTCOME: Letter(gettext_noop("Our answer to your complaint"), gettext_noop("The answer to a complaint"), "Complaint"),
}
# What holds something of the record or of what was decided: never before it is known who asks.
AFTER_IDENTITY = frozenset({K.PREVIEW, K.ANSWER, K.NOTHING_HELD})
TELLS_OF_PACK = frozenset({K.PREVIEW, K.ANSWER})
