"""What was found, in words: how many pages, from which years, what is missing, what is held back. Plain Python."""

from access_requests.letters.blocks import Paper
from access_requests.letters.facts import LetterFacts, Pack
from law.wording import gettext_noop

YOU_GET_ONE = gettext_noop("You get one page.")
YOU_GET = gettext_noop("You get {pages} pages.")
YOU_WILL_GET_ONE = gettext_noop("You will get one page.")
YOU_WILL_GET = gettext_noop("You will get {pages} pages.")
ONE_YEAR = gettext_noop("They are from {year}.")
YEARS = gettext_noop("They are from the years {first} to {last}.")
NO_YEARS = gettext_noop("We do not know which years they are from.")
UNDATED_ONE = gettext_noop("One of them has no date on it.")
UNDATED = gettext_noop("Of these things, {count} have no date on them.")

MISSING = gettext_noop("What is missing")
NOTHING_MISSING = gettext_noop("We do not know of anything that is missing.")
MISSING_LINES = gettext_noop("These things should be there, and are not:")

HELD_BACK = gettext_noop("What we hold back")
NOTHING_HELD_BACK = gettext_noop("We hold nothing back.")
HOLD_ONE = gettext_noop("One thing, or a part of it: {why}")
HOLD_SOME = gettext_noop("{count} things, or parts of them: {why}")
NUMBERS = (
    gettext_noop("Two"), gettext_noop("Three"), gettext_noop("Four"), gettext_noop("Five"), gettext_noop("Six"), gettext_noop("Seven"),
    gettext_noop("Eight"), gettext_noop("Nine"),
)  # fmt: skip
LOOK_AGAIN = gettext_noop("You can ask us to look at any of this again. Somebody new does that.")
OWN_RULES = gettext_noop("Some things have their own rules. Ask us about them.")

LOOKED = gettext_noop("Where we looked")
PLACE = gettext_noop("{name}: {came_of_it}")


def how_much(paper: Paper, pack: Pack, *, given: bool) -> None:
    """How many pages they get (or, while it is not `given`, will get), and from when."""
    if pack.first_year is None or pack.last_year is None:
        years = paper.say(NO_YEARS) if pack.pages else ""
    elif pack.first_year == pack.last_year:
        years = paper.say(ONE_YEAR, year=pack.first_year)
    else:
        years = paper.say(YEARS, first=pack.first_year, last=pack.last_year)
    undated = "" if not pack.undated or pack.first_year is None else paper.say(UNDATED_ONE) if pack.undated == 1 else ""
    if pack.undated > 1 and pack.first_year is not None:
        undated = paper.say(UNDATED, count=pack.undated)
    one, some = (YOU_GET_ONE, YOU_GET) if given else (YOU_WILL_GET_ONE, YOU_WILL_GET)
    paper.paragraph(paper.say(one) if pack.pages == 1 else paper.say(some, pages=pack.pages), years, undated)


def missing_and_held_back(paper: Paper, pack: Pack) -> None:
    """What should be there and is not (M8), and what is held back, each with its reason. Other regimes leave no number."""
    paper.heading(MISSING)
    if pack.missing:
        paper.paragraph(paper.say(MISSING_LINES))
        paper.bullets(*pack.missing)
    else:
        paper.paragraph(paper.say(NOTHING_MISSING))
    paper.heading(HELD_BACK)
    if pack.held_back:
        paper.bullets(
            *(
                paper.say(HOLD_ONE, why=one.why) if one.count == 1 else paper.say(HOLD_SOME, count=_number(paper, one.count), why=one.why)
                for one in pack.held_back
            )
        )
        paper.paragraph(paper.say(LOOK_AGAIN))
    else:
        paper.paragraph(paper.say(NOTHING_HELD_BACK))
    paper.paragraph(paper.say(OWN_RULES))


def where_we_looked(paper: Paper, facts: LetterFacts) -> None:
    """Each place, and what came of it (F2)."""
    if not facts.searched:
        return
    paper.heading(LOOKED)
    paper.bullets(*(paper.say(PLACE, name=one.name, came_of_it=one.came_of_it) for one in facts.searched))


def _number(paper: Paper, count: int) -> str:
    """A number that begins a line: under ten as a word."""
    return paper.say(NUMBERS[count - 2]) if 2 <= count < 2 + len(NUMBERS) else str(count)
