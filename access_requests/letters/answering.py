"""The answers: what we give with everything the law wants told (UK GDPR Art 15(1)), what we cannot give, and that we found nothing."""

from access_requests.letters.blocks import EmptyWordsError, Paper
from access_requests.letters.facts import LetterFacts
from access_requests.letters.frame import complaints, ending, hello, people_to_talk_to, say
from access_requests.letters.pack import how_much, missing_and_held_back, where_we_looked
from law.wording import gettext_noop

THIS_IS = gettext_noop("This is our answer to what you asked. We got it on {day}.")
YOU_GET = gettext_noop("What you get")
IN_THESE_WAYS = gettext_noop("You get it in these ways:")
YOUR_PACE = gettext_noop("You do not have to read it all at once. Some of it can be hard to read.")
NEW_LATER = gettext_noop("You can ask again later. Then we start from here, and give you what is new.")
QUESTIONS = gettext_noop("You will have questions. Ask us. We can also read it with you.")

WHAT_FOR = gettext_noop("What we use it for")
PURPOSES = gettext_noop("We keep this file to look after you and keep you safe. It helps us plan with you. It shows what we did, and why.")
BY_LAW = gettext_noop("The law says that we must keep it. So we do not need your yes to keep it.")
WHAT_SORT = gettext_noop("What is in it")
SORTS = (
    gettext_noop("who you are, your family, and people who matter to you"),
    gettext_noop("where you have lived, and who looked after you"),
    gettext_noop("your health, your school and your work"),
    gettext_noop("plans, meetings, and what was decided about you, also by courts"),
    gettext_noop("what you told us, and what other people told us about you"),
)
PROTECTED = gettext_noop("Some of this is extra private by law: your health, where your family is from, what you believe, or crime.")
WHO_SEES = gettext_noop("Who can see it")
SEEN_BY = (
    gettext_noop("your workers, their managers, and those who check how we look after you"),
    gettext_noop("people who cared for you, and your schools and doctors, for what they need to know"),
    gettext_noop("courts, the police, and the people who inspect us, when the law says so"),
    gettext_noop("the company that runs our computers, which may not use it for itself"),
)
WHO_LOOKED = gettext_noop('Do you want to know who has opened your file? Ask us, or look under "Who has looked" when you sign in.')
HOW_LONG = gettext_noop("How long we keep it")
ASK_HOW_LONG = gettext_noop("We keep it for many years after you grow up, as the law says. Ask us for the day.")
WHERE_FROM = gettext_noop("Where it comes from")
FROM_PEOPLE = gettext_noop("From you, your family, your carers and our workers. Also from schools, doctors, courts and the police.")
EACH_SAYS = gettext_noop("Each page says who wrote it and where it comes from, if we know.")
RIGHTS = gettext_noop("What else you can ask for")
YOUR_RIGHTS = (
    gettext_noop("Tell us what is wrong. We put it right, or add your side."),
    gettext_noop("Ask us to rub something out. Often the law says that we must keep it. Then we tell you so."),
    gettext_noop("Ask us to use something less while we look at what you said."),
    gettext_noop("Say no to a use of it. Then we stop, or tell you why we cannot."),
)
ONE_MONTH = gettext_noop("We answer each of these within one month.")
COMPUTERS = gettext_noop("Does a computer decide about you?")
NO_COMPUTER = gettext_noop("No. People decide. A computer can point at words that may mean danger. A person always looks.")
ABROAD = gettext_noop("Does it leave the country?")
NOT_ABROAD = gettext_noop("No. We keep it in the United Kingdom.")
THE_LAW = gettext_noop("The law that lets you see it is {law}. All that it asks us to tell you is in this letter.")
ARTICLE_15 = "Article 15 of the UK GDPR"  # a place in law is named in English, whatever the language of the letter
CHILDREN_TOO = gettext_noop("Article 17 of the Convention on the Rights of the Child says it too. It is about finding things out.")

CANNOT = gettext_noop("We are sorry. We cannot give you what you asked for.")
THIS_IS_WHY = gettext_noop("This is why:")
THE_LAW_IS = gettext_noop("The law for this is: {law}.")
TWO_LOOKED = gettext_noop("Two of us looked at this, one after the other.")
IF_IT_CHANGES = gettext_noop("If something changes, ask again. We look at it anew.")

NOTHING = gettext_noop("We looked, and found nothing about you.")
NOT_YOUR_FAULT = gettext_noop("We know that this can hurt. It does not mean that you were not there, or that it did not happen.")
MAYBE = gettext_noop("Why that can be")
MAYBES = (
    gettext_noop("It may be under another name, or another day of birth. Tell us all the names you have had."),
    gettext_noop("Another council may have it. Councils change. Tell us the towns and homes you remember."),
    gettext_noop("It may have been lost, or thrown away when rules were weaker than now."),
)
TELL_MORE = gettext_noop("Whatever you remember helps. We look again when you tell us more.")


def answer(paper: Paper, facts: LetterFacts) -> None:
    """What is given, and all of Art 15(1): (a) to (h) with (ea); (f). Raises EmptyWordsError when what was found is not known."""
    if facts.pack is None:
        raise EmptyWordsError("What was found is missing.")
    _beginning(paper, facts)
    paper.heading(YOU_GET)
    how_much(paper, facts.pack, given=True)
    if facts.pack.ways:
        paper.paragraph(paper.say(IN_THESE_WAYS))
        paper.bullets(*facts.pack.ways)
    paper.paragraph(paper.say(YOUR_PACE), paper.say(QUESTIONS))
    missing_and_held_back(paper, facts.pack)
    where_we_looked(paper, facts)
    _what_the_law_wants_told(paper, facts)
    paper.paragraph(paper.say(NEW_LATER))
    people_to_talk_to(paper, facts)
    complaints(paper, facts, court=True)
    paper.paragraph(paper.say(THE_LAW, law=ARTICLE_15), paper.say(CHILDREN_TOO))
    ending(paper, facts)


def refused(paper: Paper, facts: LetterFacts) -> None:
    """Nothing is given: the reasons, both ways to complain, and a court (Art 12(4)). Raises EmptyWordsError without a reason."""
    _beginning(paper, facts)
    paper.paragraph(paper.say(CANNOT), paper.say(THIS_IS_WHY))
    paper.words(facts.why)
    paper.paragraph(paper.say(THE_LAW_IS, law=facts.law) if facts.law else "", paper.say(TWO_LOOKED), paper.say(IF_IT_CHANGES))
    people_to_talk_to(paper, facts)
    complaints(paper, facts, court=True)
    ending(paper, facts)


def nothing_held(paper: Paper, facts: LetterFacts) -> None:
    """Nothing was found: where we looked, why that can be, and what to do next."""
    _beginning(paper, facts)
    paper.paragraph(paper.say(NOTHING), paper.say(NOT_YOUR_FAULT))
    where_we_looked(paper, facts)
    paper.heading(MAYBE)
    paper.bullets(*(paper.say(line) for line in MAYBES))
    paper.paragraph(paper.say(TELL_MORE), paper.say(TWO_LOOKED))
    people_to_talk_to(paper, facts)
    complaints(paper, facts, court=True)
    ending(paper, facts)


def _beginning(paper: Paper, facts: LetterFacts) -> None:
    hello(paper, facts)
    paper.paragraph(paper.say(THIS_IS, day=say(paper, facts.received_on)))


def _what_the_law_wants_told(paper: Paper, facts: LetterFacts) -> None:
    paper.heading(WHAT_FOR)  # Art 15(1)(a)
    paper.paragraph(paper.say(PURPOSES), paper.say(BY_LAW))
    paper.heading(WHAT_SORT)  # (b)
    paper.bullets(*(paper.say(line) for line in SORTS))
    paper.paragraph(paper.say(PROTECTED))
    paper.heading(WHO_SEES)  # (c)
    paper.bullets(*(paper.say(line) for line in SEEN_BY))
    paper.paragraph(paper.say(WHO_LOOKED))
    paper.heading(HOW_LONG)  # (d)
    paper.paragraph(facts.kept or paper.say(ASK_HOW_LONG))
    paper.heading(WHERE_FROM)  # (g)
    paper.paragraph(paper.say(FROM_PEOPLE), paper.say(EACH_SAYS))
    paper.heading(RIGHTS)  # (e)
    paper.bullets(*(paper.say(line) for line in YOUR_RIGHTS))
    paper.paragraph(paper.say(ONE_MONTH))
    paper.heading(COMPUTERS)  # (h)
    paper.paragraph(paper.say(NO_COMPUTER))
    paper.heading(ABROAD)  # Art 15(2)
    paper.paragraph(facts.abroad or paper.say(NOT_ABROAD))
