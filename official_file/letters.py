"""Letters that people wrote to a young person, kept for good: which sorts there are, and how each is called."""

from dataclasses import dataclass

from law.wording import gettext_noop


@dataclass(frozen=True, slots=True)
class LetterSort:
    """How a sort of letter is called to the young person and to staff, and what helps to write it."""

    name: str
    to_staff: str


LETTERS: dict[str, LetterSort] = {
    "life": LetterSort(gettext_noop("About your life"), gettext_noop("A letter about their life: what happened, and why")),
    "later_life": LetterSort(gettext_noop("For when you are older"), gettext_noop("A later-life letter: for when they are grown up")),
    "review": LetterSort(gettext_noop("After a review"), gettext_noop("A letter after a review")),
    "other": LetterSort(gettext_noop("Other letters"), gettext_noop("Another letter to them")),
}
WHY = gettext_noop("Why you came into care")
KINDS = ("letter", "why_letter")
