"""Whether something a young person made is about a member of staff, by name, by another name, by role, or because they say so.

Promise: nobody judges a complaint about themselves. Their caption, their taps and what somebody wrote down of a recording
count like their words.
"""

from datetime import datetime
from functools import partial
from typing import Any, Protocol

from moderation.meant import is_meant
from moderation.naming import fold
from moderation.role_words import MANAGER, Meant, roles_meant
from official_file.models import Connection
from people.models import Relationship, User
from people.querysets import ARMS, WORKER_ROLES
from stories.models import Contribution


class OfAChild(Protocol):
    """Something that belongs to a child's record: a contribution, a complaint."""

    @property
    def child_id(self) -> Any:
        """Whose; None before anybody knows."""


def is_about(user: User, contribution: Contribution) -> bool:
    """Whether it names this person, means them by their role, or is about the worker and this was the worker when it was sent."""
    names = names_of(user, contribution)
    if any(is_meant(names, text) for text in texts_of(contribution)) or _wrote_what_is_wrong(user, contribution):
        return True
    if contribution.sent_at is None:
        return False
    meant = frozenset().union(*(roles_meant(text) for text in texts_of(contribution)))
    if contribution.about_my_worker:
        meant |= {Meant(role) for role in WORKER_ROLES}
    return bool(meant) and bool(meant & roles_of(user, contribution, contribution.sent_at))


def texts_of(contribution: Contribution) -> list[str]:
    """Everything in words that it says, or that somebody wrote down of it."""
    taps = [str(tap.get("words") or "") for tap in contribution.board if isinstance(tap, dict)]
    found = [contribution.words, contribution.about_person_words, *taps]
    for one in contribution.attachments.all().prefetch_related("descriptions"):
        found += [one.caption, one.in_words, *(row.text for row in one.descriptions.all())]
    found += contribution.translations.values_list("text", flat=True)
    return [text for text in found if text.strip()]


def names_of(user: User, contribution: OfAChild) -> tuple[str, ...]:
    """What this member of staff is called, and every other name under which this file knows them in their job."""
    names = [user.display_name]
    for row in Connection.objects.filter(child=contribution.child_id, professional=True):
        theirs = [str(name) for name in row.names if name]
        if fold(user.display_name) in {fold(name) for name in theirs}:
            names += theirs
    return tuple(dict.fromkeys(names))


def roles_of(user: User, contribution: OfAChild, at: datetime) -> frozenset[Meant]:
    """What this person was to the child at that moment, and what they had been before."""
    ties = Relationship.objects.filter(child=contribution.child_id, user=user, starts__lte=at)
    now = {Meant(role) for role in Relationship.objects.active(at).filter(pk__in=ties).values_list("role", flat=True)}
    before = {Meant(role, before=True) for role in ties.filter(ends__lte=at).values_list("role", flat=True)}
    manages = next(partial(arm.children, user, at) for arm in ARMS if arm.why == "manager")
    return frozenset(now | before | ({Meant(MANAGER)} if contribution.child_id in set(manages()) else set()))


def _wrote_what_is_wrong(user: User, contribution: Contribution) -> bool:
    """Whether they say that something this person wrote is wrong."""
    if contribution.kind != Contribution.Kind.WRONG or contribution.about is None:
        return False
    author = (contribution.about.body or {}).get("author") or {}
    return fold(str(author.get("name") or "")) == fold(user.display_name)
