"""The page that says who may do what: docs/reference/roles.md, written from the table that is enforced (people/roles.py)."""

from pathlib import Path

from people.roles import ROLES, Permission

PAGE = Path(__file__).resolve().parent.parent / "docs" / "reference" / "roles.md"
HEAD = """# Roles: who may do what

Written by `make docs` from `people/roles.py`; do not change it by hand.

A role says what somebody may do; reach says for whom. Both are asked, every time. Staff also need their second factor in the
session. Nobody has every permission, and nobody can give themselves a role.

## Reach: which children somebody in staff can see

| because | until |
|---|---|
| they are allocated to the child | the allocation ends |
| they manage a team, and the child's worker is in it | either changes |
| they stand in for somebody who is allocated (recorded, with dates) | the last day of cover |
| the child has no worker, and they are in the access team or manage it | the child has a worker |
| something about the child was asked of their role (governance) | it is answered |
| they took emergency access, with a reason | 24 hours; they read, and decide nothing |

What is filed with a limit is seen by those who are allocated to the child and their manager; without a worker, by the access team.
"""
WHAT: dict[Permission, str] = {
    Permission.READ_FILE: "read the files in reach",
    Permission.READ_CONTRIBUTIONS: "read what young people send, and answer what they ask",
    Permission.DECIDE_CONTRIBUTIONS: "decide what happens with what young people send",
    Permission.CONFIRM_DECISIONS: "make the second decision",
    Permission.OPEN_ENTRIES: "open, hold and withhold entries for the person they are about",
    Permission.INVITE: "write down readiness and make codes to join",
    Permission.ALLOCATE: "allocate children to workers",
    Permission.RECORD_COVER: "record who stands in for whom",
    Permission.TAKE_EMERGENCY_ACCESS: "open somebody else's record for a day, with a reason",
    Permission.MANAGE_STAFF: "add, change and close staff accounts and teams",
    Permission.SETTLE_NOT_MINE: 'answer "this is not about me"',
    Permission.PROPOSE_DISPOSAL: "propose to destroy an entry on a ground in law",
    Permission.CONFIRM_DISPOSAL: "agree to such a proposal, as the second person",
    Permission.EDIT_CONTENT: "write help pages, words, contacts and hours",
    Permission.SEE_IMPORTS: "read what each import brought in and left out",
    Permission.MATCH_PEOPLE: "say whether a person of another system is a child in reach",
    Permission.SEE_FIGURES: "read the figures of the service, in which nobody can be found",
    Permission.HANDLE_REQUESTS: "handle requests for a file, from the first word to the answer",
    Permission.CHECK_REQUESTS: "check an answer to a request before it is given",
    Permission.DECIDE_COMPLAINTS: "decide complaints about requests, but never about themselves",
    Permission.SEE_REQUEST_FIGURES: "see how requests are answered, in figures",
    Permission.HANDLE_BREACHES: "record a personal data breach and follow its 72 hours",
    Permission.APPROVE_SENTENCES: "approve the sentences that the software makes",
}


def page() -> str:
    """The whole page. Raises KeyError when a permission has no words here."""
    parts = [HEAD, "## Roles\n\n| role | what for | works with a child | may |\n|---|---|---|---|"]
    for role in ROLES.values():
        may = "; ".join(WHAT[permission] for permission in Permission if permission in role.permissions)
        parts.append(f"| **{role.display_name}** | {role.sentence} | {'yes' if role.works_with_children else ''} | {may} |")
    parts.append("\n## Permissions\n\n| permission | means | roles |\n|---|---|---|")
    for permission in Permission:
        roles = ", ".join(role.display_name for role in ROLES.values() if permission in role.permissions)
        parts.append(f"| `{permission}` | {WHAT[permission]} | {roles} |")
    return "\n".join(parts) + "\n"
