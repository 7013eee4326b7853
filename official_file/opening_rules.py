"""What opens to its subject by rule, what waits for a worker, and what leaves no trace: one numbered table.

    opens_on(kind="home", facts={"place": "U4"}, when=When(date(2017, 3, 4)))   ->   date(2017, 6, 2)

The rules, in the order in which they are asked:

1. What has to do with adoption, and a death, leaves no trace until a worker who may has opened it.
2. What a person wrote, health checks, and everything of sensitivity 2 open only when a named worker has read and opened them.
3. Reasons (for coming into care, for a move) open only when a worker opens them, chapter by chapter.
4. Every other code of sensitivity 0 or 1 opens by itself, a number of days after it happened, or once a worker told them.
5. Nothing with a date still to come opens before that date.
"""

from collections.abc import Mapping
from datetime import date, timedelta

from official_file.kinds import KINDS
from official_file.plain_language.codes import meaning
from official_file.plain_language.when import When

# kind -> (fact, code list) whose meanings carry a sensitivity
CODED: dict[str, tuple[tuple[str, str], ...]] = {
    "home": (("place", "PLACE"), ("provider", "PLACE_PROVIDER")),
    "legal_status": (("code", "LS"),),
    "reason_for_care": (("code", "CIN"),),
    "move_reason": (("code", "REASON_PLACE_CHANGE"),),
    "left_care": (("code", "REC"),),
    "review_held": (("code", "REVIEW_CODE"),),
    "ethnic_background": (("code", "ETHNIC"),),
    "leaving_care_touch": (("code", "IN_TOUCH"),),
    "leaving_care_activity": (("code", "ACTIV"),),
    "leaving_care_home": (("code", "ACCOM"),),
    "previous_order": (("code", "PREV_PERM"),),
    "missing_episode": (("code", "MISSING"),),
    "worker_period": (("reason", "SW_REASON"),),
}
ALWAYS: dict[str, int] = {
    "came_into_care": 1,
    "unaccompanied": 1,
    "own_child": 2,
    "health_check": 2,
    "conviction": 2,
    "adoption": 2,
    "deprivation_of_liberty": 2,
    "own_words": 0,
}
FREE_TEXT = 1
UNKNOWN = 2
REASONS = frozenset({"reason_for_care", "move_reason"})
ADOPTION_CODES: dict[str, tuple[str, frozenset[str]]] = {
    "home": ("place", frozenset({"A3", "A4", "A5", "A6", "U2", "U5"})),
    "legal_status": ("code", frozenset({"D1", "E1"})),
    "left_care": ("code", frozenset({"E11", "E12", "E2"})),
    "previous_order": ("code", frozenset({"P1"})),
    "leaving_care_touch": ("code", frozenset({"DIED"})),
}


def sensitivity_of(kind: str, facts: Mapping[str, object]) -> int:
    """0 show, 1 show with a gentle lead-in, 2 wait until a named worker has opened it. Unknown kinds and codes are 2."""
    if kind in ALWAYS:
        return ALWAYS[kind]
    if kind in CODED:
        found = [meaning(code_list, str(facts[fact])).sensitivity for fact, code_list in CODED[kind] if facts.get(fact)]
        return max(found, default=0)
    return FREE_TEXT if kind in KINDS and KINDS[kind].free else UNKNOWN


def leaves_no_trace(kind: str, facts: Mapping[str, object], restricted: str = "") -> bool:
    """Whether the entry must not be counted, named or hinted at anywhere until a worker opens it (rule 1)."""
    if restricted or kind == "adoption":
        return True
    fact, codes = ADOPTION_CODES.get(kind, ("", frozenset()))
    return bool(fact) and str(facts.get(fact)) in codes


def opens_on(
    *, kind: str, facts: Mapping[str, object], when: When, restricted: str = "", told_on: date | None = None, days: int = 90
) -> date | None:
    """The day the entry opens by rule, or None when only a worker opens it. `told_on`: a worker recorded "I have told them".

    The day counts from when we could last have had news of it: its end where it has one, else its beginning (rules 4 and 5).
    """
    if leaves_no_trace(kind, facts, restricted) or kind in REASONS or kind not in KINDS or KINDS[kind].free:
        return None
    if sensitivity_of(kind, facts) > 1 or when.start is None:
        return None
    happened = max(when.start, when.end) if when.end else when.start
    if told_on is not None:
        return max(told_on, happened)
    return happened + timedelta(days=days)
