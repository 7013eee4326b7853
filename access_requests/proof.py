"""Proof of who asks, in proportion: what is enough, what may be asked for, and how often somebody may guess. Pure.

UK GDPR Art 12(6): only where there are reasonable doubts, and only what is needed to end them. Nobody is turned away for having
no papers: whoever knows them can say so, and the file itself can ask.

    enough_by_account(changed_on=None, today=date(2026, 11, 23))   ->   True: signed in is enough
    passes([True, True, True, True, False])                        ->   True: four of five
"""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from enum import StrEnum

from law.wording import gettext_noop

SETTLED_AFTER = timedelta(days=30)  # ours: an address or a number that changed lately may be somebody else's

QUESTIONS = 5  # asked in one round
RIGHT_ENOUGH = 4  # one thing may be forgotten, or written down wrongly
MOST_ROUNDS = 2  # for one request
MOST_LOST = 3  # rounds lost about one record, by whatever number of requests
LOST_WITHIN = timedelta(days=365)


def enough_by_account(*, changed_on: date | None, today: date) -> bool:
    """Whether being signed in says who they are: yes, unless where we reach them changed in the last 30 days."""
    return changed_on is None or today - changed_on > SETTLED_AFTER


class PaperKind(StrEnum):
    """A kind of paper somebody may show. One is enough."""

    PHOTO = "photo"
    BIRTH = "birth"
    LETTER = "letter"
    CARE = "care"
    ADDRESS = "address"


PAPERS: dict[PaperKind, str] = {
    PaperKind.PHOTO: gettext_noop("Something with a photo: a passport, a driving licence, a bus pass, a proof-of-age card"),
    PaperKind.BIRTH: gettext_noop("A birth or adoption certificate, or a paper about a change of name"),
    PaperKind.LETTER: gettext_noop("A letter to them from us, a doctor, a school, a prison or the benefits office"),
    PaperKind.CARE: gettext_noop("Something from their time in care: a review, a plan, a photo with a name on it"),
    PaperKind.ADDRESS: gettext_noop("Something that shows where they live now"),
}


def may_ask_for(paper: PaperKind, asked: Collection[PaperKind]) -> bool:
    """Whether this paper may be asked for after those: never a photo and an address both, from anybody.

    Many who were in care have no fixed home, and many have no passport. One paper that fits is enough.
    """
    both = {PaperKind.PHOTO, PaperKind.ADDRESS}
    return not (paper in both and (both - {paper}) & set(asked))


class Ask(StrEnum):
    """One question from the file. Each is asked of anybody in the same words, whatever the file holds: it gives nothing away."""

    HOME = "home"
    HOME_WHEN = "home_when"
    CARER = "carer"
    WORKER = "worker"
    SCHOOL = "school"
    FAMILY = "family"
    MOVE = "move"
    EVENT = "event"


ASKS: dict[Ask, str] = {
    Ask.HOME: gettext_noop("Tell me about a place where you lived. What was it called, or which town was it in?"),
    Ask.HOME_WHEN: gettext_noop("About which year did you move there? How old were you?"),
    Ask.CARER: gettext_noop("Who looked after you there? A first name is fine."),
    Ask.WORKER: gettext_noop("Do you remember a social worker, or somebody else whose job it was to help? What were they called?"),
    Ask.SCHOOL: gettext_noop("Tell me a school you went to in those years."),
    Ask.FAMILY: gettext_noop("Who was in your family then? First names are fine, and when they were born if you know."),
    Ask.MOVE: gettext_noop("Why did you leave one of the places you lived in, as far as you were told?"),
    Ask.EVENT: gettext_noop("Tell me something from that time that somebody may have written down."),
}

NEVER_SAY = gettext_noop(
    "Ask in these words. Never say what the file holds, nor which answers were right. What they wrote when they asked does not count."
)


class RoundError(ValueError):
    """A round that does not count: the code says why."""


def check_round(asked: Sequence[str]) -> None:
    """Raise RoundError unless the round has five different questions of ours."""
    if len(asked) != QUESTIONS or len(set(asked)) != QUESTIONS or not set(asked) <= set(Ask):
        raise RoundError("asked")


def passes(answers: Sequence[bool]) -> bool:
    """Whether so many right answers are enough. `answers`: for each question, whether the file agrees."""
    return len(answers) == QUESTIONS and sum(answers) >= RIGHT_ENOUGH


def rounds_left(*, of_request: int, lost_about_record: int) -> int:
    """How many more rounds this request may have: two at most, and three lost about one record in a year shut it for all."""
    return max(0, min(MOST_ROUNDS - of_request, MOST_LOST - lost_about_record))
