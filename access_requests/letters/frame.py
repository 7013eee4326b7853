"""What many letters have in common: how they begin and end, both ways to complain, people to talk to. Plain Python."""

from datetime import date

from access_requests.letters.blocks import Paper
from access_requests.letters.facts import LetterFacts
from law.calendar_words import say_date
from law.wording import gettext_noop

HELLO_NAME = gettext_noop("Hello {name},")
HELLO = gettext_noop("Hello,")
YOUR_NUMBER = gettext_noop("Your reference is {reference}.")
YOU_IS_THEM = gettext_noop('You ask for somebody else. So "you" in this letter can also mean the person the file is about.')

FOLLOW = gettext_noop("How to follow it")
FOLLOW_SIGNED_IN = gettext_noop('Sign in, and open "Ask for my file". There you see how far we are, at any time.')
FOLLOW_CODE = gettext_noop("You can see how far we are on our page, with your reference and your code.")
FOLLOW_AT = gettext_noop("The address is {page}.")
FOLLOW_ASK = gettext_noop("Have you lost your code? Call or write to us, and we make a new one.")
WRITE_BACK = gettext_noop("You can write to us there too. Or you tell anybody who works here.")
REACH_US = gettext_noop("You reach us at {reach}.")
CHANGE_YOUR_MIND = gettext_noop("You can change your mind. You can stop this at any time, and you can ask again later.")

NOT_HAPPY = gettext_noop("If you are not happy with this")
COMPLAIN_TO_US = gettext_noop("You can complain to us. There is a form on our page. You can also write, call, or tell any of us.")
WE_SAY_SO = gettext_noop("Within 30 days we tell you that we have it. Somebody new then looks at it.")
COMPLAIN_TO_REGULATOR = gettext_noop("You can also complain to {regulator}. They check that people's data are kept by the law.")
NOT_THE_COUNCIL = gettext_noop("They are not part of the council. It costs nothing.")
REACH_REGULATOR = gettext_noop("Call {phone} or look at {web}.")
ASK_A_COURT = gettext_noop("You can also ask a court to decide. Get advice first. It can cost money.")

TALK = gettext_noop("People to talk to")
TALK_FIRST = gettext_noop("Asking about your past can be hard. You do not have to do it alone.")
TALK_LINE = gettext_noop("{name}: {reach}.")

SIGNED_BY = gettext_noop("{name}, for the people who look after files at {council}")
SIGNED = gettext_noop("The people who look after files at {council}")


def hello(paper: Paper, facts: LetterFacts) -> None:
    """How it begins: by the name they gave. Somebody who asks for another person reads whom "you" means."""
    paper.paragraph(paper.say(HELLO_NAME, name=facts.name) if facts.name else paper.say(HELLO))
    if facts.for_other:
        paper.paragraph(paper.say(YOU_IS_THEM))


def say(paper: Paper, day: date) -> str:
    """A day in words."""
    return say_date(day, paper.translate)


def how_to_follow(paper: Paper, facts: LetterFacts) -> None:
    """Where they see how far it is, and how they answer."""
    paper.heading(FOLLOW)
    at = paper.say(FOLLOW_AT, page=facts.page) if facts.page else ""
    if facts.signed_in:
        paper.paragraph(paper.say(FOLLOW_SIGNED_IN), at)
    else:
        paper.paragraph(paper.say(FOLLOW_CODE), at, paper.say(FOLLOW_ASK))
    paper.paragraph(paper.say(WRITE_BACK), paper.say(REACH_US, reach=facts.reach_us) if facts.reach_us else "")


def complaints(paper: Paper, facts: LetterFacts, *, court: bool = False, to_us: bool = True) -> None:
    """Both ways to complain: to the council (DPA 2018 s 164A, UK GDPR Art 15(1)(ea)) and to the Commissioner (Art 15(1)(f)).

    `court`: the third way, where the law wants it told (Art 12(4)). `to_us` False: they have done that already.
    """
    paper.heading(NOT_HAPPY)
    if to_us:
        paper.paragraph(paper.say(COMPLAIN_TO_US), paper.say(WE_SAY_SO))
    paper.paragraph(
        paper.say(COMPLAIN_TO_REGULATOR, regulator=facts.regulator.name),
        paper.say(NOT_THE_COUNCIL),
        paper.say(REACH_REGULATOR, phone=facts.regulator.phone, web=facts.regulator.web),
    )
    if court:
        paper.paragraph(paper.say(ASK_A_COURT))


def people_to_talk_to(paper: Paper, facts: LetterFacts) -> None:
    """Whom to talk to, by age and nation. Nothing when the council has named nobody."""
    if not facts.support:
        return
    paper.heading(TALK)
    paper.paragraph(paper.say(TALK_FIRST))
    paper.bullets(
        *(
            " ".join(part for part in (paper.say(TALK_LINE, name=one.name, reach=one.reach), one.what, one.hours) if part)
            for one in facts.support
        )
    )


def ending(paper: Paper, facts: LetterFacts) -> None:
    """Who writes, and their number, which they need when they call."""
    paper.paragraph(paper.say(YOUR_NUMBER, reference=facts.reference))
    if facts.officer:
        paper.paragraph(paper.say(SIGNED_BY, name=facts.officer, council=facts.council))
    else:
        paper.paragraph(paper.say(SIGNED, council=facts.council))
