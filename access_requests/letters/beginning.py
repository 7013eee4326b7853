"""The first letter: we have it, and this is what happens now. It says nothing of any record. Plain Python."""

from access_requests.letters.blocks import Paper
from access_requests.letters.facts import LetterFacts
from access_requests.letters.frame import CHANGE_YOUR_MIND, YOUR_NUMBER, complaints, ending, hello, how_to_follow, people_to_talk_to, say
from law.wording import gettext_noop

ASKED_OWN = gettext_noop("You asked to see your file. We got this on {day}.")
ASKED_OTHER = gettext_noop("You asked to see the file of somebody else. We got this on {day}.")
ASKED_RIGHT = gettext_noop("You asked us to put something right. We got this on {day}.")
KEEP_NUMBER = gettext_noop("Keep it. You need it when you call or write to us.")
NO_ANSWER_YET = gettext_noop("This letter does not say if we have a file. It says that we are looking.")

NEXT = gettext_noop("What happens now")
FIRST_WHO = gettext_noop("We find out who is asking, so that no file goes to the wrong person. You do not need a passport.")
FIRST_MAY = gettext_noop("We find out if you may ask for this person, and what they say themselves.")
WE_TALK_NAMED = gettext_noop("{name} talks to you by {day}, in the way you chose.")
WE_TALK = gettext_noop("One of us talks to you by {day}, in the way you chose.")
WE_LOOK = gettext_noop("We look in every place where something could be. We tell you where we looked.")
WE_READ = gettext_noop("One of us reads every page. A second person checks our answer.")
WE_ANSWER = gettext_noop("You get our answer in the way you chose.")
NOTHING_LOST = gettext_noop("What we find for you is kept safe. Nobody may change it or throw it away.")

WHEN = gettext_noop("When you get an answer")
NOT_YET_KNOWN = gettext_noop("We cannot say the last day yet. We tell you as soon as we can.")
IF_WE_ASK = gettext_noop("If we must first ask who you are, the time starts when we know.")
WE_SAY_LATE = gettext_noop("If we are late, we tell you before you have to ask.")


def acknowledged(paper: Paper, facts: LetterFacts) -> None:
    """That we have it (M12): its number, what happens now, by when, people to talk to. The same whether or not there is a record."""
    asked = ASKED_RIGHT if facts.to_put_right else ASKED_OTHER if facts.for_other else ASKED_OWN
    hello(paper, facts)
    paper.paragraph(paper.say(asked, day=say(paper, facts.received_on)))
    paper.paragraph(paper.say(YOUR_NUMBER, reference=facts.reference), paper.say(KEEP_NUMBER))
    if not facts.identity_known:
        paper.paragraph(paper.say(NO_ANSWER_YET))
    _next(paper, facts)
    paper.heading(WHEN)
    paper.paragraph(*(facts.clock or (paper.say(NOT_YET_KNOWN),)), paper.say(IF_WE_ASK) if facts.due and not facts.identity_known else "")
    paper.paragraph(paper.say(WE_SAY_LATE))
    how_to_follow(paper, facts)
    paper.paragraph(paper.say(CHANGE_YOUR_MIND))
    people_to_talk_to(paper, facts)
    complaints(paper, facts)
    ending(paper, facts)


def _next(paper: Paper, facts: LetterFacts) -> None:
    by = say(paper, facts.talk_by)
    paper.heading(NEXT)
    paper.bullets(
        paper.say(WE_TALK_NAMED, name=facts.officer, day=by) if facts.officer else paper.say(WE_TALK, day=by),
        "" if facts.identity_known else paper.say(FIRST_WHO),
        paper.say(FIRST_MAY) if facts.for_other else "",
        paper.say(WE_LOOK),
        paper.say(WE_READ),
        paper.say(WE_ANSWER),
    )
    paper.paragraph(paper.say(NOTHING_LOST))
