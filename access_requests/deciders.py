"""Who decides a complaint: never somebody it is about, and never somebody who had a hand in what it is about.

    hand_in_it(user, complaint)   ->   Hand.OFFICER: why this person does not decide it; None when nothing speaks against it

Generous on purpose, as with everything young people send (moderation/conflict.py): a name that might be meant is enough.
"""

from datetime import datetime
from enum import StrEnum

from access_requests.models import AccessRequest, Complaint, ComplaintStep
from law.wording import gettext_noop
from moderation.conflict import names_of, roles_of
from moderation.meant import is_meant
from moderation.role_words import roles_meant
from people.models import User
from people.roles import Permission


class Hand(StrEnum):
    """Why somebody does not decide a complaint."""

    ABOUT = "about"
    NAMED = "named"
    ROLE = "role"
    OFFICER = "officer"
    PROPOSED = "proposed"
    CHECKED = "checked"
    READ = "read"
    GAVE = "gave"
    WORKED = "worked"
    DECIDED_BEFORE = "decided_before"
    THEIRS = "theirs"


SENTENCES: dict[Hand, str] = {
    Hand.ABOUT: gettext_noop("It is about you. Somebody else decides."),
    Hand.NAMED: gettext_noop("You may be the one they name. Somebody else decides."),
    Hand.ROLE: gettext_noop("It may be about you, by what you are to them. Somebody else decides."),
    Hand.OFFICER: gettext_noop("You deal with this request. Somebody else decides."),
    Hand.PROPOSED: gettext_noop("You proposed the answer. Somebody else decides."),
    Hand.CHECKED: gettext_noop("You checked the answer. Somebody else decides."),
    Hand.READ: gettext_noop("You read for this request. Somebody else decides."),
    Hand.GAVE: gettext_noop("You gave the answer. Somebody else decides."),
    Hand.WORKED: gettext_noop("You worked on this request. Somebody else decides."),
    Hand.DECIDED_BEFORE: gettext_noop("You decided about this request before. Somebody else decides."),
    Hand.THEIRS: gettext_noop("It is your own. Somebody else decides."),
}


def hand_in_it(user: User, complaint: Complaint) -> Hand | None:
    """Why this person does not decide it: the first reason there is."""
    if complaint.about_id == user.pk:
        return Hand.ABOUT
    if complaint.user_id == user.pk:
        return Hand.THEIRS
    in_request = _hand_in_request(user, complaint.request, complaint) if complaint.request else None
    if in_request:
        return in_request
    if is_meant(names_of(user, complaint), complaint.words):
        return Hand.NAMED
    meant = roles_meant(complaint.words)
    tied = complaint.child_id is not None and meant and meant & roles_of(user, complaint, complaint.entered_at)
    return Hand.ROLE if tied else None


def deciders_for(complaint: Complaint, at: datetime) -> list[User]:
    """Everybody who could decide it: the role, and no hand in it."""
    staff = User.objects.filter(kind=User.Kind.STAFF, is_active=True).order_by("display_name")
    return [user for user in staff if user.may(Permission.DECIDE_COMPLAINTS, at) and hand_in_it(user, complaint) is None]


def _hand_in_request(user: User, request: AccessRequest, complaint: Complaint) -> Hand | None:
    """What this person did for the request. Every person who wrote a row about it counts."""
    hands = {
        Hand.OFFICER: request.officer_id == user.pk,
        Hand.PROPOSED: request.proposed_by_id == user.pk or request.second_checks.filter(proposed_by=user.pk).exists(),
        Hand.CHECKED: request.second_checks.filter(checker=user.pk).exists(),
        Hand.READ: request.second_reader_id == user.pk or request.items.filter(readings__reader=user.pk).exists(),
        Hand.GAVE: request.releases.filter(by=user.pk).exists(),
        Hand.WORKED: _worked(user, request),
        Hand.DECIDED_BEFORE: _decided_before(user, request, complaint),
    }
    return next((hand for hand, has in hands.items() if has), None)


def _worked(user: User, request: AccessRequest) -> bool:
    """Whether they kept a fact, looked into who asks, searched a place, or wrote to them."""
    rows = (request.clock_facts, request.identity_steps, request.letters, request.messages)
    return any(one.filter(by=user.pk).exists() for one in rows) or request.searches.filter(answers__by=user.pk).exists()


def _decided_before(user: User, request: AccessRequest, complaint: Complaint) -> bool:
    earlier = ComplaintStep.objects.filter(complaint__request=request, kind=ComplaintStep.Kind.DECIDED, by=user.pk)
    return earlier.exclude(complaint=complaint.pk).exists()
