"""Who may see a request: the one rule behind every page about one."""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from access_requests.lifecycle import OPEN
from access_requests.sources import COUNTED, NAMED
from people.models import Child, Notice, User
from people.roles import Permission

ASKED_FOR_YOURS = "asked_for_your_file"  # the kind of the notice that tells a young person that somebody else asks
IN_THEIR_NAME = ("advocate", "solicitor", "supporter", "body")


class AccessRequestQuerySet(QuerySet[Any]):
    """Requests, fetched through who may see them."""

    def open(self) -> "AccessRequestQuerySet":
        """Not ended."""
        return self.filter(state__in=OPEN)

    def visible_to(self, user: Any, at: datetime) -> "AccessRequestQuerySet":
        """The requests this user may see.

        A young person: those they made, and those an advocate or another made in their name, once somebody has told them of it.
        Of what a parent asks they say what they think on a page of its own, and read nothing else. Staff who handle or check
        requests: those without a record yet, and those about a child in reach. Other staff: those they took down themselves.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if not user.is_staff:
            own = Q(child__user=user.pk) & (Q(asker="self") | (Q(asker__in=IN_THEIR_NAME) & Exists(_told(user))))
            return self.filter(Q(requester=user.pk) | own, Q(child__isnull=True) | Q(child__died_on__isnull=True))
        if any(user.may(one, at) for one in (Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS)):
            return self.filter(Q(taken_by=user.pk) | Q(child__isnull=True) | Q(child__in=_in_reach(user, at)))
        return self.filter(taken_by=user.pk)


class ComplaintQuerySet(QuerySet[Any]):
    """Complaints, fetched through who may see them."""

    def open(self) -> "ComplaintQuerySet":
        """Not decided, and not taken back."""
        return self.filter(state__in=("received", "looked_at"))

    def visible_to(self, user: Any, at: datetime) -> "ComplaintQuerySet":
        """The complaints this user may see.

        Somebody who signs in: their own. Staff who handle or check requests: those about no record yet, and those about a child in
        reach. Staff who decide complaints: about a child in reach. Anybody in staff: what they took down, and what they decide.
        """
        if not user.is_authenticated or not user.is_active:
            return self.none()
        if not user.is_staff:
            return self.filter(user=user.pk)
        theirs = Q(entered_by=user.pk) | Q(decider=user.pk)
        if any(user.may(one, at) for one in (Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS)):
            return self.filter(theirs | Q(child__isnull=True) | Q(child__in=_in_reach(user, at)))
        if user.may(Permission.DECIDE_COMPLAINTS, at):
            return self.filter(theirs | Q(child__in=_in_reach(user, at)))
        return self.filter(theirs)


def _told(user: User) -> QuerySet[Any]:
    """The notice by which somebody told them that another asks for their file."""
    return Notice.objects.filter(user=user.pk, kind=ASKED_FOR_YOURS, about_id=OuterRef("pk"))


def _in_reach(user: User, at: datetime) -> QuerySet[Any]:
    return Child.objects.visible_to(user, at).values("pk")


class SourceSearchQuerySet(QuerySet[Any]):
    """Places to search, by whether anything came of them."""

    def left(self) -> "SourceSearchQuerySet":
        """Those without an answer. Adoption is never among them, nor a kind of place of which one was named and has an answer."""
        answered = Exists(self.model._default_manager.filter(pk=OuterRef("pk"), answers__isnull=False))
        same_kind = self.model._default_manager.filter(request=OuterRef("request"), source=OuterRef("source"), answers__isnull=False)
        by_name = Q(name="", source__in=[one.slug for one in NAMED]) & Exists(same_kind.exclude(name=""))
        return self.filter(~answered, source__in=sorted(COUNTED)).exclude(by_name)
