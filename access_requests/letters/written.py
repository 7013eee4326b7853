"""One letter, written: its title and blocks from its kind and the facts. Plain Python, the same for every caller."""

from collections.abc import Callable

from access_requests.letters.answering import answer, nothing_held, refused
from access_requests.letters.asking import held_for_view, identity_asked, question, reminder
from access_requests.letters.beginning import acknowledged
from access_requests.letters.blocks import Block, Paper
from access_requests.letters.complaining import complaint_acknowledged, complaint_outcome
from access_requests.letters.expecting import preview
from access_requests.letters.facts import LetterFacts
from access_requests.letters.kinds import LETTERS, LetterKind
from access_requests.letters.time import extended, late
from audit.canonical import digest
from law.wording import Translate, identity

FORMAT = 1
K = LetterKind
WRITERS: dict[LetterKind, Callable[[Paper, LetterFacts], None]] = {
    K.ACKNOWLEDGED: acknowledged,
    K.IDENTITY_ASKED: identity_asked,
    K.QUESTION: question,
    K.REMINDER: reminder,
    K.EXTENDED: extended,
    K.LATE: late,
    K.HELD_FOR_VIEW: held_for_view,
    K.PREVIEW: preview,
    K.ANSWER: answer,
    K.REFUSED: refused,
    K.NOTHING_HELD: nothing_held,
    K.COMPLAINT_ACKNOWLEDGED: complaint_acknowledged,
    K.COMPLAINT_OUTCOME: complaint_outcome,
}


def written(kind: LetterKind, facts: LetterFacts, translate: Translate = identity) -> tuple[str, list[Block]]:
    """The title and the blocks of one letter. Raises EmptyWordsError when a fact that it needs is not known."""
    paper = Paper(translate)
    WRITERS[kind](paper, facts)
    return translate(LETTERS[kind].title), paper.blocks


def fingerprint_of(title: str, blocks: list[Block], language: str) -> str:
    """What shows that a letter is as it was sent: the SHA-256 of its words, in their order and their language."""
    return digest({"format": FORMAT, "title": title, "language": language, "blocks": blocks})
