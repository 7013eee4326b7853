"""Letters that ask something, or say that we wait: who they are, what they want, and what has to happen first. Plain Python."""

from access_requests.letters.blocks import EmptyWordsError, Paper
from access_requests.letters.facts import Asked, LetterFacts
from access_requests.letters.frame import CHANGE_YOUR_MIND, complaints, ending, hello, how_to_follow, people_to_talk_to, say
from law.wording import gettext_noop

WHY_WHO = gettext_noop("A file is private. So we must be sure that it goes to the right person. This is why we ask you:")
WAYS = gettext_noop("How you can show us who you are")
ONE_IS_ENOUGH = gettext_noop("One of these is enough:")
WAY_KNOWN = gettext_noop("Somebody who works with you, and knows you, tells us so. This can be an adviser or a support worker.")
WAY_PAPER = gettext_noop("You show us a paper with your name. This can be a bank letter, a bill, a licence or a passport.")
WAY_TALK = gettext_noop("We talk, and ask you things that you would know.")
NO_PAPERS = gettext_noop("You have none of these? Tell us. We find another way. You do not lose your right to ask.")
KEEP_PAPERS = gettext_noop("Please do not post your papers to us. We keep no copy of them.")
TIME_STARTS = gettext_noop("The time for our answer starts when we know who you are.")
NO_FILE_SAID = gettext_noop("This letter does not say if we have a file.")

WE_ASK = gettext_noop("We have a question about your request:")
IT_STOPS = gettext_noop("We asked on {day}. The time for our answer stands still until you tell us. It then runs on.")
IT_RUNS = gettext_noop("We asked on {day}. The time for our answer runs on while we wait.")
NOT_SURE = gettext_noop("Are you not sure? Tell us that too. Then we look for everything.")

WE_WAIT = gettext_noop("On {day} we asked you something. We have not heard from you. This is what we asked:")
WE_WAIT_WHO = gettext_noop("On {day} we asked you to show us who you are. We have not heard from you. This is what we wrote:")
NO_HURRY = gettext_noop("This is not to press you. Maybe our letter was lost. Maybe this is a bad time.")
STILL_STANDS = gettext_noop("The time for our answer still stands still.")
STILL_NOT_BEGUN = gettext_noop("The time for our answer has not started yet.")
TELL_US = gettext_noop("Tell us if you need help, more time, or a person to talk to.")

ASKED_FOR = gettext_noop("You asked for the file of somebody else. We got this on {day}.")
BEFORE = gettext_noop("Before we can answer, we have to find out:")
MAY_YOU = gettext_noop("if you may ask for this person by law")
THEY_SAY = gettext_noop("what the person says, if they are old enough to say")
WHY_FIRST = gettext_noop("A file belongs first to the person it is about. The law says that we ask them where we can.")
WE_ARE_SORRY_TO_WAIT = gettext_noop("This can take some time. We tell you when it goes on.")
ASKED_ALONE = gettext_noop("What they say to us stays with us. They may say it without you.")


def identity_asked(paper: Paper, facts: LetterFacts) -> None:
    """Who they are, in proportion (UK GDPR Art 12(6)): why it is needed, and several ways, none of which needs a passport."""
    asked = _asked(facts)
    hello(paper, facts)
    paper.paragraph(paper.say(WHY_WHO))
    paper.words(asked.words)
    paper.heading(WAYS)
    paper.paragraph(paper.say(ONE_IS_ENOUGH))
    paper.bullets(paper.say(WAY_KNOWN), paper.say(WAY_PAPER), paper.say(WAY_TALK))
    paper.paragraph(paper.say(NO_PAPERS), paper.say(KEEP_PAPERS))
    paper.paragraph(paper.say(TIME_STARTS), paper.say(NO_FILE_SAID))
    _last(paper, facts)


def question(paper: Paper, facts: LetterFacts) -> None:
    """A question of ours in our words, and what it does to the time (only one about what is wanted stops it: Art 12A(5))."""
    asked = _asked(facts)
    hello(paper, facts)
    paper.paragraph(paper.say(WE_ASK))
    paper.words(asked.words)
    paper.paragraph(paper.say(NOT_SURE))
    paper.paragraph(paper.say(IT_STOPS if asked.stops else IT_RUNS, day=say(paper, asked.on)))
    _last(paper, facts)


def reminder(paper: Paper, facts: LetterFacts) -> None:
    """What we still wait for, without pressing."""
    asked = _asked(facts)
    hello(paper, facts)
    paper.paragraph(paper.say(WE_WAIT_WHO if asked.is_identity else WE_WAIT, day=say(paper, asked.on)))
    paper.words(asked.words)
    paper.paragraph(paper.say(NO_HURRY), paper.say(TELL_US))
    paper.paragraph(paper.say(STILL_NOT_BEGUN) if asked.is_identity else paper.say(STILL_STANDS) if asked.stops else "")
    _last(paper, facts)


def held_for_view(paper: Paper, facts: LetterFacts) -> None:
    """To somebody who asks for another person: what has to be known first. Never what that person said, or whether there is a file."""
    hello(paper, facts)
    paper.paragraph(paper.say(ASKED_FOR, day=say(paper, facts.received_on)))
    paper.paragraph(paper.say(BEFORE))
    paper.bullets(paper.say(MAY_YOU), paper.say(THEY_SAY))
    paper.paragraph(paper.say(WHY_FIRST), paper.say(ASKED_ALONE))
    paper.paragraph(paper.say(WE_ARE_SORRY_TO_WAIT), paper.say(NO_FILE_SAID))
    how_to_follow(paper, facts)
    complaints(paper, facts)
    ending(paper, facts)


def _asked(facts: LetterFacts) -> Asked:
    if facts.asked is None:
        raise EmptyWordsError("The question is missing.")
    return facts.asked


def _last(paper: Paper, facts: LetterFacts) -> None:
    how_to_follow(paper, facts)
    paper.paragraph(paper.say(CHANGE_YOUR_MIND))
    people_to_talk_to(paper, facts)
    complaints(paper, facts)
    ending(paper, facts)
