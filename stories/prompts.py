"""The preparation sheet: a few plain questions before a meeting. Every one may be left out.

What somebody wants to happen is kept apart from what they think or feel (R36).
"""

from dataclasses import dataclass
from uuid import UUID, uuid5

from django.utils.translation import gettext

from law.wording import gettext_noop


@dataclass(frozen=True, slots=True)
class Prompt:
    """One question: its name, its words, a line of help, and which kind of words an answer is."""

    slug: str
    question: str
    help: str
    kind: str


PROMPTS: tuple[Prompt, ...] = (
    Prompt("good", gettext_noop("What has been good?"), gettext_noop("Anything, big or small."), "think"),
    Prompt("hard", gettext_noop("What is hard?"), gettext_noop("You do not have to write about it if you do not want to."), "think"),
    Prompt("want", gettext_noop("What do I want to happen?"), gettext_noop("One thing or many."), "want"),
    Prompt(
        "who",
        gettext_noop("Who should be there, and where?"),
        gettext_noop("Also who you do not want there. You can ask for another place, or not to come."),
        "want",
    ),
    Prompt("else", gettext_noop("Anything else?"), gettext_noop("Something to ask, or something they should know."), "prepare"),
)
BY_SLUG = {prompt.slug: prompt for prompt in PROMPTS}


def question_of(slug: str) -> str:
    """The question with this name, in the language of the page; "" for words that answer none."""
    return gettext(BY_SLUG[slug].question) if slug in BY_SLUG else ""


def draft_id(meeting: UUID, slug: str, sent_before: int) -> UUID:
    """The id of the answer to this question: always the same until it is sent, so that it can never be sent twice."""
    return uuid5(meeting, f"{slug}/{sent_before}")
