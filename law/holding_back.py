"""Holding all of one thing back from somebody who asked for their file: which grounds there are, and what each asks first.

For example:

    why_not("PR_WISHES", for_themselves=True, nation="EW")   ->   a sentence: that ground is never used against the young person
    questions("TP_PRIVATE")                                  ->   what must be weighed before (DPA 2018 Sch 2 para 16(3))
    missing("TP_PRIVATE", {"weighed": "..."})                ->   the questions that are not answered yet
    wrong_answer("SH_HEALTH", answers, today)                ->   a sentence: the opinion is older than six months

Pure. What the law gives as grounds is data (exemptions.json); this is what may be done with it (law.md 3). A ground that is
another team's to decide (adoption), or says nothing against giving (a copy, a gap), is never a ground to hold a thing back.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dateutil.relativedelta import relativedelta

from law.bank_holidays import Nation
from law.exemptions import Ground, Kind, ground, grounds, not_a_reason
from law.wording import gettext_noop

OPINION_MONTHS = 6  # Sch 3 para 6(2): the six months that end with the day it is relied on
TOLD_WITHIN_DAYS = 14  # Sch 3 paras 12(2), 20(2): the Principal Reporter
YES, NO = "yes", "no"
AGAINST_A_PARENT = frozenset({"PR_WISHES", "PR_ABUSE"})
THIRD_PARTY = frozenset({"TP_PRIVATE", "TP_CHILD", "TP_SOURCE", "TP_CONTACT", "TP_CARER_HOME", "TP_REFUSED"})
OUR_OWN_READERS = frozenset({"ig_officer", "second_reviewer"})  # who reads, and who checks: nobody else need agree

NEVER: dict[str, str] = {
    "ADOPTION": gettext_noop("Adoption has its own rules. Set this aside for the adoption team. It is not held back here."),
    "DUPLICATE": gettext_noop("A copy is folded under the thing it repeats. It is not held back."),
    "NOT_FOUND": gettext_noop("What was not found is said with the search of its place. There is nothing to hold back."),
}
NOT_AGAINST_THEM = gettext_noop("This ground is only against a parent's request. It is never used against the young person.")
NOT_HERE = gettext_noop("This ground does not exist in the law of this nation. Choose another.")
UNKNOWN = gettext_noop("Choose one of the grounds the law gives. If none fits, give it, or say that parts have to be hidden.")


class Answer:
    """How a question is answered."""

    WORDS, DAY, CHOICE = "words", "day", "choice"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that has to be known before a ground may be used. `name` is kept with the answer."""

    name: str
    label: str
    how: str = Answer.WORDS
    hint: str = ""


# Sch 2 para 16(3)(a) to (e): all five, whoever the other person is. And para 17 before them.
_OFFICIAL = Question(
    "official",
    gettext_noop("Did this person act in their job?"),
    Answer.CHOICE,
    gettext_noop("Social worker, reviewing officer, teacher, nurse, paid carer and the like, in what they did or wrote for their work."),
)
_BALANCE = (
    _OFFICIAL,
    Question("what", gettext_noop("What kind of information is it? Do they know it already?")),
    Question("confidence", gettext_noop("Did we promise to keep it private? How?")),
    Question("asked", gettext_noop("What did we do to ask the other person?")),
    Question("able", gettext_noop("Could the other person agree? If not, why not?")),
    Question("refused", gettext_noop("Did they say no? In which words?")),
)
_HARM = (
    Question("harm", gettext_noop("Which serious harm to somebody's health is likely, and to whom?")),
    Question("prejudice", gettext_noop("How would that harm stop social work from being done?")),
    Question("evidence", gettext_noop("What shows it?")),
    Question("evidence_on", gettext_noop("From which day is that?"), Answer.DAY),
)
_PREJUDICE = Question("prejudice", gettext_noop("What would be harmed by giving it, and how likely is that?"))
_RULE = Question("rule", gettext_noop("Which rule, order or law forbids it? Name it."))
_QUESTIONS: dict[str, tuple[Question, ...]] = {
    **dict.fromkeys(THIRD_PARTY, _BALANCE),
    "TP_CARER_HOME": (*_BALANCE, Question("private", gettext_noop("Why has it nothing to do with how they cared for the child?"))),
    "SH_SELF": _HARM,
    "SH_OTHER": _HARM,
    "SH_EDU": (Question("whose_record", gettext_noop("Which school's own record is it? Our copy is not one.")), _HARM[0], *_HARM[2:]),
    "SH_HEALTH": (
        Question("opinion_by", gettext_noop("Which health professional says that serious harm is likely? Name and profession.")),
        Question("opinion_on", gettext_noop("On which day did they say so?"), Answer.DAY),
    ),
    "HEALTH_WAIT": (
        Question("asked_of", gettext_noop("Which health professional was asked? Name and profession.")),
        Question("asked_on", gettext_noop("On which day?"), Answer.DAY),
        Question("not_known", gettext_noop("How do we know that they have not seen it, and do not know it?")),
    ),
    "REPORTER_WAIT": (Question("told_on", gettext_noop("On which day was the Principal Reporter told?"), Answer.DAY),),
    "REPORTER_INFO": (_RULE,),
    "PR_WISHES": (Question("said", gettext_noop("What did the child say, or expect, about who would read this?")),),
    "PR_ABUSE": (Question("interests", gettext_noop("Why would giving it to this person not be best for the child?")),),
    "LPP": (Question("advice", gettext_noop("Which lawyer's advice is it, and for which matter?")),),
    "CRIME": (
        _PREJUDICE,
        Question("consulted", gettext_noop("Who leads the investigation, and what did they say?")),
        Question("consulted_on", gettext_noop("On which day?"), Answer.DAY),
    ),
    "JUDICIAL": (Question("proceedings", gettext_noop("Which proceedings are going on, in which court?")),),
    "COURT_PAPERS": (_RULE,),
    "PARENTAL_ORDER": (_RULE,),
    "SEN_PLAN": (_RULE,),
    "OTHER_LAW": (_RULE,),
    "IMMIGRATION": (Question("may_we", gettext_noop("What did our lawyer say: may a council use this ground here?")), _PREJUDICE),
    "REGULATORY": (Question("function", gettext_noop("Which complaint or inspection is it for?")), _PREJUDICE),
    "MGMT": (_PREJUDICE,),
    "NEGOTIATION": (Question("negotiation", gettext_noop("What is being agreed with them now?")), _PREJUDICE),
    "REFERENCE": (Question("purpose", gettext_noop("What was the reference for?")),),
    "EXAM": (Question("marks", gettext_noop("Is it the answers, or marks that are not out yet? Until which day?")),),
    "NOT_ABOUT_YOU": (Question("about", gettext_noop("Who or what is it about, and why is nothing in it about them?")),),
}
_PARTS = Question("parts", gettext_noop("Why is it not enough to hide parts of it?"))
_AGREED = Question(
    "agreed_by",
    gettext_noop("Who agreed?"),
    hint=gettext_noop("Name and role. Of a social worker or health professional also their registration number."),
)
AGREES: dict[str, str] = {
    "social_work_professional": gettext_noop("a registered social worker"),
    "service_manager": gettext_noop("a service manager"),
    "health_professional": gettext_noop("a health professional"),
    "education_lead": gettext_noop("the education lead"),
    "adoption_manager": gettext_noop("the adoption manager"),
    "ig_lead": gettext_noop("the lead of information governance"),
    "legal": gettext_noop("a lawyer of the council"),
}

IN_THEIR_JOB = gettext_noop(
    "Names and words of people doing their job are given (Data Protection Act 2018, Schedule 2, paragraph 17). "
    "If giving them would lead to serious harm, use that ground, with what shows it."
)
COURT_ITSELF = gettext_noop(
    "Paragraphs 3, 9 and 18 of Schedule 3 are only for what a court itself keeps. Name the court's rule or order about our copy."
)
OPINION_TOO_OLD = gettext_noop("The opinion must be from the last six months. Ask the health professional again.")
DAY_AHEAD = gettext_noop("That day has not come yet. Check the date.")
FROM_A_COURT = re.compile(r"\b(?:sch(?:edule)?\.? ?3\b.{0,20})?\bparas?(?:graphs?)?\.? ?(?:3|9|18)\b", flags=re.IGNORECASE)


def why_not(code: str, *, for_themselves: bool, nation: str) -> str | None:
    """Why this ground cannot be used on this request, as a sentence; None when it can. `for_themselves`: also by somebody on their behalf.

    `for_themselves` is false only for somebody with parental responsibility, or whom a court appointed (Sch 3 paras 10 and 21).
    Raises ValueError for a nation.
    """
    if code not in grounds():
        return UNKNOWN
    if code in NEVER:
        return NEVER[code]
    if code in AGAINST_A_PARENT and for_themselves:
        return NOT_AGAINST_THEM
    return None if Nation(nation) in ground(code).nations else NOT_HERE


def usable(*, for_themselves: bool, nation: str) -> list[Ground]:
    """The grounds there are for this request, in the order of the file."""
    return [one for code, one in grounds().items() if why_not(code, for_themselves=for_themselves, nation=nation) is None]


def questions(code: str) -> tuple[Question, ...]:
    """What has to be answered before this ground may be used. Raises KeyError for a code that does not exist.

    Whoever decides alone of our own readers needs nobody's agreement; all others say who agreed. All of one thing is held back
    only when hiding parts of it is not enough, except where the law asks for a wait, or it is not about them at all.
    """
    one = ground(code)
    more = () if set(one.approve) <= OUR_OWN_READERS or code == "SH_HEALTH" else (_AGREED,)
    parts = () if one.kind in (Kind.HOLD, Kind.NOT_IN_SCOPE) else (_PARTS,)
    return (*_QUESTIONS.get(code, ()), *more, *parts)


def missing(code: str, answers: Mapping[str, str]) -> list[Question]:
    """The questions of this ground that have no answer."""
    return [one for one in questions(code) if not answers.get(one.name, "").strip()]


def wrong_answer(code: str, answers: Mapping[str, str], today: date) -> tuple[str, str] | None:
    """The first answer that rules the ground out, and the sentence that says why: (name of the question, sentence).

    Call it when nothing is `missing`. Days are ISO ("2026-11-18"). Raises ValueError for a day that is none.
    """
    if answers.get("official") == YES:
        return "official", IN_THEIR_JOB
    for one in questions(code):
        said = answers[one.name]
        if one.how == Answer.DAY and date.fromisoformat(said) > today:
            return one.name, DAY_AHEAD
        if one.name == "opinion_on" and not is_live(date.fromisoformat(said), today):
            return one.name, OPINION_TOO_OLD
        if one.name == "rule" and FROM_A_COURT.search(said):
            return one.name, COURT_ITSELF
        if one.how == Answer.WORDS and (sentence := is_none_in_law(code, said)):
            return one.name, sentence
    return None


def is_none_in_law(code: str, words: str) -> str | None:
    """The sentence that answers words which are no reason in law, or None. What is best for a child counts against a parent alone."""
    found = not_a_reason(words)
    return None if found is None or (code in AGAINST_A_PARENT and found.code in _THEIRS) else found.sentence


def is_live(opinion_on: date, today: date) -> bool:
    """Whether a health professional's opinion may be relied on today: it is from the six months that end today, or from today."""
    return today - relativedelta(months=OPINION_MONTHS) < opinion_on <= today


_THEIRS = frozenset({"best_interests", "told_us_themselves", "too_young"})
