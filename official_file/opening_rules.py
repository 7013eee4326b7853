"""What opens to its subject by rule, what waits for a worker, and what leaves no trace: one numbered table.

For example:

    rule_for("home", {"place": "U4"}).number                                         ->   11
    opens_on(kind="home", facts={"place": "U4"}, when=When(date(2017, 3, 4)))        ->   date(2017, 6, 2)
    opens_on(kind="legal_status", facts={"code": "L2"}, when=When(date(2017, 3, 4))) ->   None: a worker opens it

A date from here says what the rules allow; "not about me", holds, withholding and the subject's own choices stand above it.
Ask `leaves_no_trace` before anything is counted or listed, and `When.is_future` before anything is shown.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from official_file.plain_language.codes import UNKNOWN_SENSITIVITY, meaning
from official_file.plain_language.facts import CODE_LISTS, code_of, text_of
from official_file.plain_language.paper_lines import THEMSELVES
from official_file.plain_language.twelve_services import Status, is_closed
from official_file.plain_language.when import When

Facts = Mapping[str, object]

ADOPTION = "adoption"
ADOPTION_CODES = {
    "PLACE": frozenset({"A3", "A4", "A5", "A6", "U2", "U5"}),
    "LS": frozenset({"D1", "E1"}),
    "REC": frozenset({"E11", "E12"}),
    "PREV_PERM": frozenset({"P1"}),
}
DEATH_CODES = {"REC": frozenset({"E2"}), "IN_TOUCH": frozenset({"DIED"})}

WRITTEN = frozenset(
    {"visit", "letter", "review_minutes", "plan", "decision", "assessment", "note", "pen_picture", "why_letter", "document"}
)
REASONS = frozenset({"reason_for_care", "move_reason"})

# Kinds that only the national dataset (SSD) fills: with the reasons, plans and worries of years in which nobody asked them.
FROM_THE_DATASET = {
    "visit_held": 1,
    "care_plan": 1,
    "in_need": 2,
    "need_plan": 1,
    "protection_plan": 2,
    "protection_meeting": 2,
    "enquiry": 2,
    "asked_for_help": 2,
    "assessment_made": 1,
    "assessment_factors": 2,
    "before_court": 2,
    "early_help": 1,
    "education_plan": 1,
    "education_step": 1,
    "learning_need": 2,
    "disability": 2,
    "immigration": 2,
    "nationality": 1,
    "asked_about_help": 1,
    "leaving_care_rights": 1,
    "pathway_plan": 1,
}

# Kinds whose sensitivity is not that of one code.
SENSITIVITY = (
    FROM_THE_DATASET
    | {
        "came_into_care": 1,
        "unaccompanied": 1,
        "own_child": 2,
        "health_check": 2,
        "conviction": 2,
        "adoption": 2,
        "deprivation_of_liberty": 2,
        "consent": 1,
        "identity_paper": 1,
        "own_words": 0,
    }
    | dict.fromkeys(WRITTEN, 1)
)
NO_CODE_IS_FINE = frozenset({"worker_period"})
LEFT_OPEN = 2  # from this sensitivity on, only a worker opens
BEFORE_ALL_RECORDS = date(1900, 1, 1)  # words without a date are open now, whenever now is


class Opens(StrEnum):
    """How an entry comes to be open to its subject."""

    NO_TRACE = "no_trace"  # never counted, named or hinted at until a worker opens it
    AT_ONCE = "at_once"
    BY_WORKER = "by_worker"
    AFTER_A_TIME = "after_a_time"  # once old enough, or once a worker recorded "I have told them"


@dataclass(frozen=True, slots=True)
class Rule:
    """One row: the first rule that applies decides."""

    number: int
    applies: Callable[[str, Facts, str], bool]
    opens: Opens
    why: str


def _has_code_in(kind: str, facts: Facts, codes: Mapping[str, frozenset[str]]) -> bool:
    """Whether the entry's code is one of these."""
    if kind not in CODE_LISTS:
        return False
    code_list, code = code_of(kind, facts)
    return code in codes.get(code_list, frozenset())


def _is_adoption(kind: str, facts: Facts, restricted: str) -> bool:
    """Adoption material by its kind, its mark or its code."""
    return kind == ADOPTION or restricted == ADOPTION or _has_code_in(kind, facts, ADOPTION_CODES)


def _is_death(kind: str, facts: Facts, _restricted: str) -> bool:
    """A code that says the person has died."""
    return _has_code_in(kind, facts, DEATH_CODES)


def _is_no_service(kind: str, facts: Facts, _restricted: str) -> bool:
    """A service of which none is recorded, or of which nobody knows."""
    return kind == "service" and text_of(facts, "status") != Status.RECORDED


RULES = (
    Rule(1, _is_death, Opens.NO_TRACE, "Never shown: a death closes the account, or is a mistake that a worker must see."),
    Rule(2, _is_adoption, Opens.NO_TRACE, "Adoption has its own rules: no trace until a worker opens it (DPA 2018 Sch 4 para 3)."),
    Rule(3, lambda kind, facts, restricted: kind == "own_words", Opens.AT_ONCE, "Their own words are theirs."),
    Rule(4, lambda kind, facts, restricted: kind in WRITTEN, Opens.BY_WORKER, "Free text: a named worker has read and opened it."),
    Rule(5, lambda kind, facts, restricted: kind == "health_check", Opens.BY_WORKER, "Health data: a named worker opens it."),
    Rule(6, lambda kind, facts, restricted: kind in REASONS, Opens.BY_WORKER, "Reasons: a worker opens them, chapter by chapter."),
    Rule(
        7,
        lambda kind, facts, restricted: sensitivity_of(kind, facts) >= LEFT_OPEN,
        Opens.BY_WORKER,
        "Sensitive: a worker makes sure that they know, and opens it.",
    ),
    Rule(8, lambda kind, facts, restricted: bool(restricted), Opens.BY_WORKER, "Restricted: a worker opens it."),
    Rule(9, lambda kind, facts, restricted: kind in FROM_THE_DATASET, Opens.BY_WORKER, "Help before and beside care: a worker opens it."),
    Rule(10, _is_no_service, Opens.AT_ONCE, "That there is no such service makes no sentence: one page says it, where it may be said."),
    Rule(11, lambda kind, facts, restricted: True, Opens.AFTER_A_TIME, "Routine: 90 days old, or a worker has told them."),
)


def rule_for(kind: str, facts: Facts, restricted: str = "") -> Rule:
    """The first rule that applies."""
    return next(rule for rule in RULES if rule.applies(kind, facts, restricted))


def sensitivity_of(kind: str, facts: Facts) -> int:
    """0 show, 1 show with a gentle lead-in, 2 wait until a named worker has opened it. Unknown kinds and codes are 2."""
    if kind == "service":
        return 2 if is_closed(facts) else 0
    if kind == "consent" and (text_of(facts, "asked") or "you").casefold() not in THEMSELVES:
        return 2  # it names somebody, or says who somebody is to them
    if kind in SENSITIVITY:
        return SENSITIVITY[kind]
    if kind not in CODE_LISTS:
        return UNKNOWN_SENSITIVITY
    code_list, code = code_of(kind, facts)
    if not code and kind in NO_CODE_IS_FINE:
        return 0
    # "Not good enough" about a place someone lived is said with a gentle lead-in.
    at_least = 1 if text_of(facts, "suitable") == "2" else 0
    return max(meaning(code_list, code).sensitivity, at_least)


def is_never_shown(kind: str, facts: Facts) -> bool:
    """Whether nobody opens it, whatever they write: a code that says the reader has died."""
    return _is_death(kind, facts, "")


def leaves_no_trace(kind: str, facts: Facts, restricted: str = "") -> bool:
    """Whether the entry must not be counted, named or hinted at anywhere until a worker opens it (adoption; a death)."""
    return rule_for(kind, facts, restricted).opens is Opens.NO_TRACE


def opens_on(*, kind: str, facts: Facts, when: When, restricted: str = "", told_on: date | None = None, days: int = 90) -> date | None:
    """The day the entry opens by rule, or None when only a worker opens it. `told_on`: a worker recorded "I have told them".

    `days` is the council's setting. The days run from the last known day, so that an ending is news again: somebody who is away
    for a night must not read that they are not going back. Unknown dates wait to be told.
    """
    rule = rule_for(kind, facts, restricted)
    if rule.opens is Opens.AT_ONCE:
        # What makes no sentence is never new: it was open before anybody could count it.
        return BEFORE_ALL_RECORDS if kind == "service" else when.start or BEFORE_ALL_RECORDS
    if rule.opens is not Opens.AFTER_A_TIME:
        return None
    happened = when.latest(kind)
    by_age = happened + timedelta(days=days) if happened is not None and when.is_known else None
    return min((day for day in (by_age, told_on) if day is not None), default=None)
