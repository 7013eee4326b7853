"""The two roads to one's own request: signed in, and with a reference and a code. The pages are the same; addresses and names are not."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest
from django.urls import reverse

from access_requests.models import AccessRequest
from access_requests.views.following import STATUS_CODE, next_code
from audit.who import Who
from people.access import current_user
from people.models import User

ASKED_ITSELF = Q(requester__isnull=True, asker=AccessRequest.Asker.SELF)


@dataclass(frozen=True, slots=True)
class Road:
    """How somebody came to their request. `signed_in`: the address names the request; else their session holds it."""

    signed_in: bool

    def url(self, name: str, request: AccessRequest) -> str:
        """The address of one of the pages of this request: "", "write", "stop"."""
        full = f"access_requests:{'my_request' if self.signed_in else 'status'}{f'_{name}' if name else ''}"
        return reverse(full, args=[request.pk] if self.signed_in else [])

    def room(self, request: AccessRequest) -> str:
        """Where they read what was given."""
        return reverse("access_requests:my_room", args=[request.pk]) if self.signed_in else reverse("access_requests:status_room")

    def about(self, name: str, pk: UUID) -> str:
        """The address of something of it: a letter, a question."""
        return reverse(f"access_requests:{'my_' if self.signed_in else 'status_'}{name}", args=[pk])

    def by(self, http: HttpRequest, request: AccessRequest, now: datetime) -> User | Who:
        """Who does something here: the account that asked, or whoever came in with the code, by the name they gave."""
        if not self.signed_in:
            return Who(request.known_as, "requester")
        user = current_user(http)
        return user if request.requester_id == user.pk else user.who(now)

    def new_code(self, http: HttpRequest, request: AccessRequest, now: datetime) -> str:
        """The code for the next time, until they leave; "" for somebody signed in, and when it no longer opens anything."""
        return "" if self.signed_in else next_code(http, request, now)

    def has_old_code(self, http: HttpRequest) -> bool:
        """Whether this session was ever given a code: with no `new_code`, it was used or replaced somewhere else."""
        return not self.signed_in and STATUS_CODE in http.session


SIGNED_IN, WITH_CODE = Road(signed_in=True), Road(signed_in=False)


def own_request(http: HttpRequest, pk: UUID, now: datetime) -> AccessRequest:
    """The request of whoever is signed in: they asked themselves, or had it written down for them. Raises Http404.

    What somebody else asked about them is not theirs: its letters and messages are that person's.
    """
    user = current_user(http)
    theirs = Q(requester=user.pk) | (ASKED_ITSELF & Q(child__user=user.pk))
    found: AccessRequest | None = AccessRequest.objects.visible_to(user, now).filter(theirs, pk=pk).select_related("officer").first()
    if found is None or user.is_staff:
        raise Http404
    return found
