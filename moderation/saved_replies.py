"""Saved replies: a worker's own, and the council's, which managers keep. They begin an answer; a person finishes it."""

from datetime import datetime

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext as _

from moderation.models import SavedReply
from people.errors import NotAllowed
from people.models import Child, User
from people.roles import Permission

NAME = "[name]"  # stands for what the young person is called


def own_or_councils(user: User) -> QuerySet[SavedReply]:
    """Those this person can begin with: their own first, then the council's, by name."""
    return SavedReply.objects.filter(Q(owner=user) | Q(owner__isnull=True)).order_by(F("owner").asc(nulls_last=True), "title")


def may_keep_for_everybody(user: User, at: datetime) -> bool:
    """Whether this person keeps the council's: managers do."""
    return user.may(Permission.ALLOCATE, at)


def check_can_keep(by: User, owner: User | None, at: datetime) -> None:
    """One keeps one's own; a manager keeps the council's (no owner). Raises NotAllowed."""
    if owner is not None and owner.pk != by.pk:
        raise NotAllowed("not_found", _("We can't find that page."))
    if owner is None and not may_keep_for_everybody(by, at):
        raise NotAllowed("role", _("Managers keep the answers that everybody can begin with."))


def begun_with(text: str, saved: SavedReply, child: Child) -> str:
    """What was typed already, and after it the saved words with the young person's name in its place."""
    words = saved.text.replace(NAME, child.known_as)
    return f"{text.rstrip()}\n\n{words}" if text.strip() else words
