"""The lines of what the national dataset of children's services (SSD) tells: visits, plans, meetings, talks, what was asked.

For example:

    lines_of("visit_held", {"purpose": "care", "alone": 1})   ->   ("You could talk with the worker on your own.",)

Nothing is said about a no that only means that nobody ticked a box. A word of the source is said only when it is words: a code
never stands bare.
"""

import re
from collections.abc import Callable, Mapping

from law.wording import Translate, fill, gettext_noop, identity
from official_file.plain_language.codes import UNKNOWN_CODE, meaning
from official_file.plain_language.facts import is_no, is_yes, text_of
from official_file.plain_language.paper_lines import consent_lines, paper_lines
from official_file.plain_language.services_lines import service_lines

Facts = Mapping[str, object]

VISIT_FOR_NEED = gettext_noop("It was part of the help for you and your family.")
VISIT_FOR_SAFETY = gettext_noop("It was part of a plan to keep you safe.")
NOT_SEEN = gettext_noop("The worker did not see you that time.")
ALONE = gettext_noop("You could talk with the worker on your own.")
BEDROOM = gettext_noop("The worker saw where you sleep.")

FIRST_MEETING = gettext_noop("It was the first of these meetings.")
LATER_MEETING = gettext_noop("They looked at the plan again.")
PLAN_MADE = gettext_noop("They decided on a plan to keep you safe.")
NO_PLAN = gettext_noop("They decided that no plan was needed.")
PLAN_GOES_ON = gettext_noop("They decided to go on with the plan.")
PLAN_ENDS = gettext_noop("They decided that the plan could end.")
TOOK_PART = gettext_noop("You took part, or they were told what you think.")

NOTHING_MORE = gettext_noop("They decided to do no more at that time.")
SEEN_FOR_THIS = gettext_noop("A worker saw you for this.")
NOT_SEEN_FOR_THIS = gettext_noop("Our records say that nobody saw you for this.")
HELP_FROM = gettext_noop("The help came from {name}.")
OTHER_COUNCIL = gettext_noop("Another council made this plan.")
ANSWER_YES = gettext_noop("The answer was yes.")
ANSWER_NO = gettext_noop("The answer was no.")
CALLED = gettext_noop("Our records call it: {name}.")
RECORDS_SAY = gettext_noop("Our records say: {name}.")
OFFENCE = gettext_noop("Our records call it: {name}.")

TALKED = gettext_noop("Someone talked with you when you came back.")
TALK_NOT_WANTED = gettext_noop("You were offered a talk when you came back, and did not want it then.")
TALK_OFFERED = gettext_noop("You were offered a talk when you came back.")
NO_TALK = gettext_noop("Our records say that nobody offered you a talk when you came back.")

# (fact, what yes says, what no says)
ASKED = (
    (
        "worries_explained",
        gettext_noop("You said that your worker explained the worries to you."),
        gettext_noop("You said that your worker did not explain the worries to you."),
    ),
    (
        "story_helped",
        gettext_noop("You said that the story your worker told helped you understand."),
        gettext_noop("You said that the story your worker told did not help you understand."),
    ),
    ("agreed", gettext_noop("You said that you agree with your worker."), gettext_noop("You said that you do not agree with your worker.")),
    ("plan_safe", gettext_noop("You said that the plan makes you safer."), gettext_noop("You said that the plan does not make you safer.")),
    (
        "tablet_helped",
        gettext_noop("You said that the tablet helped you say what you think."),
        gettext_noop("You said that the tablet did not help you say what you think."),
    ),
)
WORDS = re.compile(r"[^\W\d_]{2,}(?:[ '’(),./-]+[^\W\d_]+)*\)?")
ALL_CAPITALS_OR_SHORT = 5  # letters: "UASC", "GBR" and "N4" are codes and no words


def lines_of(kind: str, facts: Facts, translate: Translate = identity) -> tuple[str, ...]:
    """The sentences of one entry, in reading order; none for a kind that has no lines."""
    return LINES[kind](facts, translate) if kind in LINES else ()


def is_words(text: str) -> bool:
    """Whether a source wrote words that anybody can read, rather than a code."""
    return bool(WORDS.fullmatch(text)) and not (text.isupper() and len(text) <= ALL_CAPITALS_OR_SHORT) and len(text) > 2


def _visit(facts: Facts, translate: Translate) -> tuple[str, ...]:
    purpose = {"need": VISIT_FOR_NEED, "protection": VISIT_FOR_SAFETY}.get(text_of(facts, "purpose"), "")
    said = (
        purpose,
        NOT_SEEN if is_no(facts, "seen") else "",
        ALONE if is_yes(facts, "alone") else "",
        BEDROOM if is_yes(facts, "bedroom") else "",
    )
    return tuple(translate(message) for message in said if message)


def _care_plan(facts: Facts, translate: Translate) -> tuple[str, ...]:
    goals = [goal for goal in text_of(facts, "goals").split(",") if goal.strip()]
    return tuple(dict.fromkeys(translate(meaning("CARE_PLAN", goal).plain) for goal in goals))


def _meeting(facts: Facts, translate: Translate) -> tuple[str, ...]:
    first = text_of(facts, "step") == "first"
    said = [FIRST_MEETING if first else LATER_MEETING]
    if is_yes(facts, "plan"):
        said.append(PLAN_MADE if first else PLAN_GOES_ON)
    elif is_no(facts, "plan"):
        said.append(NO_PLAN if first else PLAN_ENDS)
    if is_yes(facts, "took_part"):
        said.append(TOOK_PART)
    return tuple(translate(message) for message in said)


def _nothing_more(facts: Facts, translate: Translate) -> tuple[str, ...]:
    return (translate(NOTHING_MORE),) if is_yes(facts, "nothing_more") else ()


def _assessment(facts: Facts, translate: Translate) -> tuple[str, ...]:
    seen = (SEEN_FOR_THIS,) if is_yes(facts, "seen") else (NOT_SEEN_FOR_THIS,) if is_no(facts, "seen") else ()
    return (*(translate(message) for message in seen), *_nothing_more(facts, translate))


def _early_help(facts: Facts, translate: Translate) -> tuple[str, ...]:
    return _named(HELP_FROM, text_of(facts, "organisation"), translate)


def _protection_plan(facts: Facts, translate: Translate) -> tuple[str, ...]:
    latest = text_of(facts, "latest")
    now = (translate(meaning("CP_CATEGORY", latest).plain),) if latest and latest != text_of(facts, "code") else ()
    return (*now, *((translate(OTHER_COUNCIL),) if is_yes(facts, "other_council") else ()))


def _education_step(facts: Facts, translate: Translate) -> tuple[str, ...]:
    answer = {"yes": ANSWER_YES, "no": ANSWER_NO}.get(text_of(facts, "outcome"))
    return (translate(answer),) if answer else ()


def _immigration(facts: Facts, translate: Translate) -> tuple[str, ...]:
    return _named(CALLED, text_of(facts, "status"), translate) or (translate(UNKNOWN_CODE),)


def _nationality(facts: Facts, translate: Translate) -> tuple[str, ...]:
    return _named(RECORDS_SAY, text_of(facts, "words"), translate) or (translate(UNKNOWN_CODE),)


def _conviction(facts: Facts, translate: Translate) -> tuple[str, ...]:
    return _named(OFFENCE, text_of(facts, "offence"), translate)


def _asked(facts: Facts, translate: Translate) -> tuple[str, ...]:
    said = (yes if is_yes(facts, name) else no if is_no(facts, name) else "" for name, yes, no in ASKED)
    return tuple(translate(message) for message in said if message)


def _talk(facts: Facts, translate: Translate) -> tuple[str, ...]:
    if is_yes(facts, "talk_accepted"):
        return (translate(TALKED),)
    if is_yes(facts, "talk_offered"):
        return (translate(TALK_NOT_WANTED if is_no(facts, "talk_accepted") else TALK_OFFERED),)
    return (translate(NO_TALK),) if is_no(facts, "talk_offered") else ()


def _named(message: str, name: str, translate: Translate) -> tuple[str, ...]:
    return (fill(message, translate, name=name),) if is_words(name) else ()


LINES: Mapping[str, Callable[[Facts, Translate], tuple[str, ...]]] = {
    "visit_held": _visit,
    "care_plan": _care_plan,
    "protection_plan": _protection_plan,
    "protection_meeting": _meeting,
    "enquiry": _nothing_more,
    "in_need": _nothing_more,
    "assessment_made": _assessment,
    "early_help": _early_help,
    "education_step": _education_step,
    "immigration": _immigration,
    "nationality": _nationality,
    "conviction": _conviction,
    "asked_about_help": _asked,
    "missing_episode": _talk,
    "service": service_lines,
    "consent": consent_lines,
    "identity_paper": paper_lines,
}
ONLY_LINES = frozenset({"care_plan", "asked_about_help", "service"})  # without a line there is nothing to say
