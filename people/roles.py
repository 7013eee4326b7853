"""Roles one can read aloud: what each is called, what it is for, and what it may do.

A role gives a permission; reach (people/reach.py) says for whom. Nobody has every permission: there is no
all-powerful account. docs/reference/roles.md is generated from this table.
"""

from dataclasses import dataclass
from enum import StrEnum


class Permission(StrEnum):
    """One thing a role allows."""

    READ_FILE = "read_file"
    READ_CONTRIBUTIONS = "read_contributions"
    DECIDE_CONTRIBUTIONS = "decide_contributions"
    CONFIRM_DECISIONS = "confirm_decisions"
    OPEN_ENTRIES = "open_entries"
    INVITE = "invite"
    ALLOCATE = "allocate"
    RECORD_COVER = "record_cover"
    TAKE_EMERGENCY_ACCESS = "take_emergency_access"
    MANAGE_STAFF = "manage_staff"
    SETTLE_NOT_MINE = "settle_not_mine"
    PROPOSE_DISPOSAL = "propose_disposal"
    CONFIRM_DISPOSAL = "confirm_disposal"
    EDIT_CONTENT = "edit_content"
    SEE_IMPORTS = "see_imports"
    MATCH_PEOPLE = "match_people"
    APPROVE_SENTENCES = "approve_sentences"
    SEE_FIGURES = "see_figures"
    HANDLE_REQUESTS = "handle_requests"
    CHECK_REQUESTS = "check_requests"
    DECIDE_COMPLAINTS = "decide_complaints"
    SEE_REQUEST_FIGURES = "see_request_figures"
    HANDLE_BREACHES = "handle_breaches"


@dataclass(frozen=True, slots=True)
class Role:
    """A role, as shown and as enforced. `works_with_children` roles may be allocated to a child."""

    key: str
    display_name: str
    sentence: str
    permissions: frozenset[Permission]
    works_with_children: bool = False


P = Permission
_WORKER = frozenset(
    {P.READ_FILE, P.READ_CONTRIBUTIONS, P.DECIDE_CONTRIBUTIONS, P.OPEN_ENTRIES, P.INVITE, P.TAKE_EMERGENCY_ACCESS, P.MATCH_PEOPLE}
)

ROLES: dict[str, Role] = {
    role.key: role
    for role in (
        Role(
            "social_worker",
            "Social worker",
            "Helps a child day to day, reads what they send and answers.",
            _WORKER,
            works_with_children=True,
        ),
        Role(
            "personal_adviser",
            "Personal adviser",
            "Helps a young person who is leaving or has left care.",
            _WORKER,
            works_with_children=True,
        ),
        Role(
            "access_worker",
            "Access worker",
            "Helps adults who were in care, and anyone who has no worker, to read their record.",
            _WORKER | {P.RECORD_COVER, P.SEE_IMPORTS, P.HANDLE_REQUESTS},
            works_with_children=True,
        ),
        Role(
            "team_manager",
            "Team manager",
            "Manages a team of workers: allocates, records cover, and makes the second decision.",
            _WORKER
            | {P.CONFIRM_DECISIONS, P.ALLOCATE, P.RECORD_COVER, P.SEE_IMPORTS, P.APPROVE_SENTENCES, P.SEE_FIGURES, P.DECIDE_COMPLAINTS},
        ),
        Role(
            "reviewing_officer",
            "Reviewing officer",
            "Checks that the plan for a child is right, and can look again at a decision.",
            frozenset({P.READ_FILE, P.READ_CONTRIBUTIONS, P.CONFIRM_DECISIONS, P.TAKE_EMERGENCY_ACCESS, P.SEE_FIGURES}),
            works_with_children=True,
        ),
        Role(
            "ig_officer",
            "Information governance officer",
            "Handles requests for files and anything filed about the wrong person.",
            frozenset({P.READ_FILE, P.SETTLE_NOT_MINE, P.PROPOSE_DISPOSAL, P.SEE_IMPORTS, P.MATCH_PEOPLE, P.SEE_FIGURES})
            | {P.HANDLE_REQUESTS, P.SEE_REQUEST_FIGURES, P.HANDLE_BREACHES},
        ),
        Role(
            "second_checker",
            "Second checker",
            "Checks what information governance officers decide, before it happens.",
            frozenset({P.READ_FILE, P.CONFIRM_DISPOSAL, P.CHECK_REQUESTS, P.DECIDE_COMPLAINTS, P.SEE_REQUEST_FIGURES, P.HANDLE_BREACHES}),
        ),
        Role("content_editor", "Content editor", "Writes the help pages, the glossary and the contacts.", frozenset({P.EDIT_CONTENT})),
        Role("account_manager", "Account manager", "Adds staff accounts and teams. Sees no child's record.", frozenset({P.MANAGE_STAFF})),
    )
}


def display_name(key: str) -> str:
    """The role's name for people, for one of ROLES or the few that are not staff roles."""
    return ROLES[key].display_name if key in ROLES else {"young_person": "Young person", "system": "The portal"}.get(key, key)


def allows(roles: set[str], permission: Permission) -> bool:
    """Whether any of these roles carries the permission."""
    return any(permission in ROLES[key].permissions for key in roles if key in ROLES)
