"""What a young person reads of a paper that says who they are, and of a question whether somebody agrees to something.

    paper_lines({"type": "passport", "held_by": "us", "expires_on": "2027-05-04"})
        ->   ("We keep it for you.", "It is good until 4 May 2027.")

The number of a paper is kept nowhere here, so no sentence can hold it.
"""

from collections.abc import Mapping
from datetime import date

from law.calendar_words import say_date
from law.wording import Translate, fill, gettext_noop, identity
from official_file.plain_language.facts import text_of

Facts = Mapping[str, object]

# In the order of the page.
PAPERS: dict[str, str] = {
    "birth_certificate": gettext_noop("Your birth certificate"),
    "passport": gettext_noop("Your passport"),
    "residence": gettext_noop("Your right to live in the UK"),
    "ni_letter": gettext_noop("Your National Insurance letter"),
    "health_passport": gettext_noop("Your health passport"),
    "other": gettext_noop("Another paper of yours"),
}
WHAT_IT_IS: dict[str, str] = {
    "birth_certificate": gettext_noop("It says when and where you were born."),
    "passport": gettext_noop("You need it to travel. It also shows who you are."),
    "residence": gettext_noop("It shows that you may live here. For some people it is a card, for others it is online."),
    "ni_letter": gettext_noop("It has the number you need for work and for money from the state. It comes before you are 16."),
    "health_passport": gettext_noop("It tells about your health: your doctor, your injections, what you have had."),
}
HELD_BY: dict[str, str] = {
    "them": gettext_noop("You have it."),
    "us": gettext_noop("We keep it for you."),
    "getting": gettext_noop("We are getting it for you."),
    "not_known": gettext_noop("We do not know where it is."),
}
GOOD_UNTIL = gettext_noop("It is good until {day}.")

TOPICS: dict[str, str] = {
    "health": gettext_noop("Your doctor and your health"),
    "school": gettext_noop("Your school or college"),
    "sharing": gettext_noop("Telling others about you"),
    "photographs": gettext_noop("Photographs of you"),
}
ABOUT: dict[str, str] = {
    "health": gettext_noop("This was about your doctor and your health."),
    "school": gettext_noop("This was about your school or college."),
    "sharing": gettext_noop("This was about telling others about you."),
    "photographs": gettext_noop("This was about photographs of you."),
}
YOU_WERE_ASKED = gettext_noop("You were asked.")
SOMEBODY_WAS_ASKED = gettext_noop("{name} was asked.")
THEMSELVES = frozenset({"them", "you", "young person", "child"})
ANSWERS: dict[str, str] = {
    "yes": gettext_noop("The answer was yes."),
    "no": gettext_noop("The answer was no."),
    "": gettext_noop("Our records do not say what the answer was."),
}


def paper_heading(facts: Facts) -> str:
    """What the paper is called to them."""
    return PAPERS.get(text_of(facts, "type"), PAPERS["other"])


def paper_lines(facts: Facts, translate: Translate = identity) -> tuple[str, ...]:
    """Who has it, and until when it is good."""
    said = [translate(HELD_BY.get(text_of(facts, "held_by"), HELD_BY["not_known"]))]
    until = day_of(facts, "expires_on")
    if until:
        said.append(fill(GOOD_UNTIL, translate, day=say_date(until, translate)))
    return tuple(said)


def consent_lines(facts: Facts, translate: Translate = identity) -> tuple[str, ...]:
    """What it was about, who was asked, and the answer."""
    about, who = ABOUT.get(text_of(facts, "topic"), ABOUT["sharing"]), text_of(facts, "asked")
    asked = (
        (translate(YOU_WERE_ASKED),) if who.casefold() in THEMSELVES else (fill(SOMEBODY_WAS_ASKED, translate, name=who),) if who else ()
    )
    return (translate(about), *asked, translate(ANSWERS.get(text_of(facts, "answer"), ANSWERS[""])))


def day_of(facts: Facts, name: str) -> date | None:
    """A day among the facts; None when there is none, or it is not a day."""
    try:
        return date.fromisoformat(text_of(facts, name))
    except ValueError:
        return None
