"""Who may see a request: the one rule behind every page about one."""

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from access_requests.lifecycle import OPEN
from people.models import Child, User
from people.roles import Permission


class AccessRequestQuerySet(QuerySet[Any]):
    """Requests, fetched through who may see them."""

    def open(self) -> "AccessRequestQuerySet":
        """Not ended."""
        return self.filter(state__in=OPEN)

    def visible_to(self, user: Any, at: datetime) -> "AccessRequestQuerySet":
        """The requests this user may see.

        A young person: those they made, and those others made for them once they were told (nobody else's, never a parent's
        view of theirs). Staff who handle or check requests: those without a record yet, and those about a child in reach.
        Other staff: those they took down themselves.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if not user.is_staff:
            return self.filter(Q(requester=user.pk) | Q(child__user=user.pk), child__died_on__isnull=True)
        if any(user.may(one, at) for one in (Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS)):
            return self.filter(Q(taken_by=user.pk) | Q(child__isnull=True) | Q(child__in=_in_reach(user, at)))
        return self.filter(taken_by=user.pk)


def _in_reach(user: User, at: datetime) -> QuerySet[Any]:
    return Child.objects.visible_to(user, at).values("pk")
