"""Reading an entry's facts: which list its code belongs to, and yes, no and text however the source wrote them.

For example:

    code_of("legal_status", {"code": "c2"})   ->   ("LS", "C2")
"""

from collections.abc import Mapping

CODE_LISTS = {
    "home": ("PLACE", "place"),
    "legal_status": ("LS", "code"),
    "reason_for_care": ("CIN", "code"),
    "move_reason": ("REASON_PLACE_CHANGE", "code"),
    "left_care": ("REC", "code"),
    "review_held": ("REVIEW_CODE", "code"),
    "ethnic_background": ("ETHNIC", "code"),
    "leaving_care_touch": ("IN_TOUCH", "code"),
    "leaving_care_activity": ("ACTIV", "code"),
    "leaving_care_home": ("ACCOM", "code"),
    "previous_order": ("PREV_PERM", "code"),
    "missing_episode": ("MISSING", "code"),
    "worker_period": ("SW_REASON", "reason"),
    "in_need": ("CIN", "code"),
    "protection_plan": ("CP_CATEGORY", "code"),
    "learning_need": ("SEN_NEED", "code"),
    "disability": ("DISABILITY", "code"),
    "leaving_care_rights": ("AFTER_CARE", "category"),
}
YES = frozenset({"1", "TRUE", "YES", "Y"})
NO = frozenset({"0", "FALSE", "NO", "N"})


def text_of(facts: Mapping[str, object], name: str) -> str:
    """The fact as text without spaces around it; empty when there is none."""
    value = facts.get(name)
    return "" if value is None else str(value).strip()


def code_of(kind: str, facts: Mapping[str, object]) -> tuple[str, str]:
    """The list and the code of an entry. Raises KeyError for a kind without a code."""
    code_list, name = CODE_LISTS[kind]
    code = text_of(facts, name).upper()
    # The return writes home and suitability together: "B1" is B, suitable.
    return code_list, code[:1] if code_list == "ACCOM" else code


def is_yes(facts: Mapping[str, object], name: str) -> bool:
    """Whether the fact says yes."""
    return text_of(facts, name).upper() in YES


def is_no(facts: Mapping[str, object], name: str) -> bool:
    """Whether the fact says no; a missing fact says neither."""
    return text_of(facts, name).upper() in NO
