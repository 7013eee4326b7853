"""A one-time code, with which somebody without an account follows their request: made, and used up."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.codes import STATUS, as_reference, digest_of, new_code
from access_requests.models import AccessRequest, StatusCode
from access_requests.queries.following import can_be_followed
from audit.events import Event
from audit.record import record
from audit.who import THE_PORTAL, Who
from people.errors import NotAllowed

LASTS = {
    StatusCode.Way.SCREEN: timedelta(days=365),  # on a piece of paper at home: as long as any request takes
    StatusCode.Way.PERSON: timedelta(days=365),
    StatusCode.Way.EMAIL: timedelta(hours=1),
    StatusCode.Way.SMS: timedelta(hours=1),
}
WRONG = _("That does not open anything. Look at each letter of the reference and of the code. A code works once.")


@transaction.atomic
def make_status_code(*, request: AccessRequest, way: str, now: datetime, by: Who = THE_PORTAL) -> str:
    """A fresh code in clear, which exists only here. One for paper takes the place of earlier ones; one that is sent does not.

    So nobody who only knows a reference can make the code on somebody's paper worthless by asking for another.
    """
    code = new_code()
    if way in (StatusCode.Way.SCREEN, StatusCode.Way.PERSON):
        request.status_codes.filter(used_at__isnull=True, expires_at__gt=now).update(expires_at=now)
    lasts = LASTS[StatusCode.Way(way)]
    StatusCode.objects.create(request=request, digest=digest_of(STATUS, code), way=way, made_at=now, expires_at=now + lasts)
    record(Event.REQUEST_CODE_MADE, child=chain_of(request), by=by, at=now, about_type=ABOUT, about_id=request.pk, facts={"way": str(way)})
    return code


@transaction.atomic
def open_status(*, reference: str, code: str, now: datetime) -> AccessRequest:
    """Use a code up, and get the request it opens. How often somebody may try is for the page to say.

    Raises NotAllowed, with one sentence for every way of being wrong, so that guessing learns nothing.
    """
    found = (
        StatusCode.objects.select_related("request")
        .filter(digest=digest_of(STATUS, code), request__reference=as_reference(reference), used_at__isnull=True, expires_at__gt=now)
        .first()
    )
    if found is None or not can_be_followed(found.request, now) or not _use_up(found, now):
        raise NotAllowed("wrong_code", WRONG)
    request = found.request
    facts = {"way": found.way}
    record(Event.REQUEST_OPENED, child=chain_of(request), by=THE_PORTAL, at=now, about_type=ABOUT, about_id=request.pk, facts=facts)
    return request


def _use_up(code: StatusCode, now: datetime) -> bool:
    """Of two who send the same code at the same moment, one gets in."""
    return StatusCode.objects.filter(pk=code.pk, used_at__isnull=True).update(used_at=now) == 1
