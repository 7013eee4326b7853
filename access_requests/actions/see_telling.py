"""Whoever asked has opened the page of their request: what was written to them until now is no longer new."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT
from access_requests.models import AccessRequest
from audit.who import Who
from people.errors import NotAllowed
from people.models import Notice, User


@transaction.atomic
def see_telling(*, request: AccessRequest, by: User | Who, now: datetime) -> None:
    """Keep until when they have read. `by` a Who: somebody without an account. Raises NotAllowed for anybody but whoever asked."""
    if isinstance(by, User) and by.pk != request.requester_id:
        raise NotAllowed("not_found", _("We can't find that page."))
    AccessRequest.objects.filter(pk=request.pk).update(requester_seen_at=now)
    if isinstance(by, User):
        Notice.objects.filter(user=by, about_type=ABOUT, about_id__in=_told(request), seen_at__isnull=True).update(seen_at=now)


def _told(request: AccessRequest) -> list[UUID]:
    """What a notice of theirs can be about: the request, its letters, its messages and its complaints."""
    return [
        request.pk,
        *(pk for rows in (request.letters, request.messages, request.complaints) for pk in rows.values_list("pk", flat=True)),
    ]
