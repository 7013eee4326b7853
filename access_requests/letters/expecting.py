"""Before it is given: what to expect (how much, from when, what is missing, what is held back). Plain Python."""

from access_requests.letters.blocks import EmptyWordsError, Paper
from access_requests.letters.facts import LetterFacts
from access_requests.letters.frame import ending, hello, how_to_follow, people_to_talk_to
from access_requests.letters.pack import how_much, missing_and_held_back
from law.wording import gettext_noop

SOON = gettext_noop("We are nearly ready. This tells you what to expect, before you open anything.")
HARD = gettext_noop("Before you read")
CAN_BE_HARD = gettext_noop("Some of it can be hard to read. People wrote about you, and not always kindly.")
NOT_ALONE = gettext_noop("Think of somebody who can be with you. We can be that person.")
YOUR_ORDER = gettext_noop("You choose where to begin, what to leave for later, and what you never want to see.")
NOT_ON = gettext_noop("Tell us of days that are bad for this, such as a birthday. We keep away from them.")
WE_CALL = gettext_noop("We talk to you before we give it to you.")


def preview(paper: Paper, facts: LetterFacts) -> None:
    """What to expect, before any page opens. Raises EmptyWordsError when what was found is not known."""
    if facts.pack is None:
        raise EmptyWordsError("What was found is missing.")
    hello(paper, facts)
    paper.paragraph(paper.say(SOON))
    how_much(paper, facts.pack, given=False)
    missing_and_held_back(paper, facts.pack)
    paper.heading(HARD)
    paper.paragraph(paper.say(CAN_BE_HARD), paper.say(NOT_ALONE))
    paper.paragraph(paper.say(YOUR_ORDER), paper.say(NOT_ON), paper.say(WE_CALL))
    how_to_follow(paper, facts)
    people_to_talk_to(paper, facts)
    ending(paper, facts)
