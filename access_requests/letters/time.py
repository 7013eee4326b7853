"""Letters about time: we need longer, and we are late. Plain Python."""

from access_requests.letters.blocks import EmptyWordsError, Paper
from access_requests.letters.facts import LetterFacts
from access_requests.letters.frame import complaints, ending, hello, how_to_follow, people_to_talk_to, say
from law.wording import gettext_noop

TWO_MONTHS = gettext_noop("We need up to two more months for our answer. The law lets us, if we tell you in time and say why.")
THIS_IS_WHY = gettext_noop("This is why:")
NEW_DAY = gettext_noop("The last day for our answer is now {day}.")
SOONER = gettext_noop("If we are ready sooner, you get it sooner.")
NOTHING_TO_DO = gettext_noop("You do not have to do anything.")

WE_SAID = gettext_noop("We said that you get our answer by {day}. You do not have it. We are sorry.")
OUR_FAULT = gettext_noop("This is our fault. You did nothing wrong.")
WE_GO_ON = gettext_noop("We go on with your request. You do not have to ask again.")
THIS_HELD_US = gettext_noop("This is what held us up:")
NAMED_TALKS = gettext_noop("{name} is dealing with it, and tells you more by {day}.")
ONE_TALKS = gettext_noop("One of us tells you more by {day}.")
LAW_SAYS = gettext_noop("By law we should have answered by that day. So you can complain, and we will not mind.")


def extended(paper: Paper, facts: LetterFacts) -> None:
    """Two further months (Art 12A(3) and (4)): why, and until when."""
    if facts.more_time is None or facts.more_time.until is None:
        raise EmptyWordsError("Why it takes longer is missing, or until when.")
    hello(paper, facts)
    paper.paragraph(paper.say(TWO_MONTHS), paper.say(THIS_IS_WHY))
    paper.words(facts.more_time.why)
    paper.paragraph(paper.say(NEW_DAY, day=say(paper, facts.more_time.until)), paper.say(SOONER), paper.say(NOTHING_TO_DO))
    how_to_follow(paper, facts)
    people_to_talk_to(paper, facts)
    complaints(paper, facts)
    ending(paper, facts)


def late(paper: Paper, facts: LetterFacts) -> None:
    """That we are late, said before they ask: that it is our fault, what held us up where it is known, and what they can do."""
    if facts.due is None:
        raise EmptyWordsError("The day that has passed is missing.")
    hello(paper, facts)
    paper.paragraph(paper.say(WE_SAID, day=say(paper, facts.due)), paper.say(OUR_FAULT))
    if facts.why:
        paper.paragraph(paper.say(THIS_HELD_US))
        paper.words(facts.why)
    by = say(paper, facts.talk_by)
    paper.paragraph(
        paper.say(WE_GO_ON), paper.say(NAMED_TALKS, name=facts.officer, day=by) if facts.officer else paper.say(ONE_TALKS, day=by)
    )
    paper.paragraph(paper.say(LAW_SAYS))
    how_to_follow(paper, facts)
    complaints(paper, facts, court=True)
    people_to_talk_to(paper, facts)
    ending(paper, facts)
