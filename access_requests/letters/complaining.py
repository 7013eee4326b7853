"""Letters about a complaint: we have it, and how it ended. Plain Python."""

from access_requests.letters.blocks import EmptyWordsError, Paper
from access_requests.letters.facts import Complained, LetterFacts
from access_requests.letters.frame import complaints, ending, hello, people_to_talk_to, say
from law.wording import gettext_noop

WE_HAVE_IT = gettext_noop("You complained to us. We got it on {day}. Thank you for telling us.")
WE_HAVE_LOOK = gettext_noop("You asked us to look again. We got this on {day}. Thank you for telling us.")
ITS_NUMBER = gettext_noop("The number of your complaint is {reference}.")
NEXT = gettext_noop("What happens now")
NAMED_LOOKS = gettext_noop("{name} looks at it. It is not about them, and they did not decide before.")
ONE_LOOKS = gettext_noop("Somebody looks at it whom it is not about, and who did not decide before.")
WE_TELL = gettext_noop("We tell you how far we are, and what comes of it, as soon as we can.")
REQUEST_GOES_ON = gettext_noop("Your request goes on as before. To complain never makes it slower or worse.")

WE_LOOKED = gettext_noop("You complained to us on {day}. {name} has looked at it. This is what they found:")
WE_LOOKED_UNNAMED = gettext_noop("You complained to us on {day}. We have looked at it. This is what we found:")


def complaint_acknowledged(paper: Paper, facts: LetterFacts) -> None:
    """That we have the complaint (DPA 2018 s 164A: within 30 days), who looks at it, and what happens now."""
    complained = _complained(facts)
    hello(paper, facts)
    paper.paragraph(
        paper.say(WE_HAVE_LOOK if complained.about_answer else WE_HAVE_IT, day=say(paper, complained.received_on)),
        paper.say(ITS_NUMBER, reference=complained.reference),
    )
    paper.heading(NEXT)
    paper.bullets(
        paper.say(NAMED_LOOKS, name=complained.decider) if complained.decider else paper.say(ONE_LOOKS),
        paper.say(WE_TELL),
        paper.say(REQUEST_GOES_ON),
    )
    people_to_talk_to(paper, facts)
    complaints(paper, facts, to_us=False)
    ending(paper, facts)


def complaint_outcome(paper: Paper, facts: LetterFacts) -> None:
    """How it ended, in the words of who decided, and where to go next. Raises EmptyWordsError without them."""
    complained = _complained(facts)
    if not complained.outcome:
        raise EmptyWordsError("How the complaint ended is missing.")
    on = say(paper, complained.received_on)
    hello(paper, facts)
    paper.paragraph(
        paper.say(WE_LOOKED, day=on, name=complained.decider) if complained.decider else paper.say(WE_LOOKED_UNNAMED, day=on),
        f"{complained.outcome}.",
    )
    paper.words(complained.words)
    paper.paragraph(paper.say(ITS_NUMBER, reference=complained.reference))
    people_to_talk_to(paper, facts)
    complaints(paper, facts, to_us=False, court=True)
    ending(paper, facts)


def _complained(facts: LetterFacts) -> Complained:
    if facts.complaint is None:
        raise EmptyWordsError("The complaint is missing.")
    return facts.complaint
