"""What lets somebody ask for another person was looked at: what it was, how far it goes, until when, and what limits it."""

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest, Authority
from access_requests.permissions import check_handles, check_open
from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def check_authority(
    *,
    request: AccessRequest,
    name: str,
    scope: str,
    evidence: str,
    by: User,
    now: datetime,
    organisation: str = "",
    limits: str = "",
    expires_on: date | None = None,
) -> Authority:
    """Write down what was seen; no copy is kept. It can be looked at again, and never brings back one that was taken away.

    Raises NotAllowed for somebody who asks for themselves, without a name or without what was seen, and once it was ended.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    check_handles(by, request, now)
    check_open(request)
    authority = Authority.objects.filter(request=request).first() or Authority(request=request)
    _check(request, authority, name, scope, evidence, expires_on, now)
    authority.name, authority.organisation, authority.scope = name.strip(), organisation.strip(), scope
    authority.evidence, authority.limits, authority.expires_on = evidence.strip(), limits.strip(), expires_on
    authority.checked_by, authority.checked_at = by, now
    authority.save()
    record(Event.REQUEST_AUTHORITY_SEEN, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    return authority


def _check(
    request: AccessRequest, authority: Authority, name: str, scope: str, evidence: str, expires_on: date | None, now: datetime
) -> None:
    if request.asker == AccessRequest.Asker.SELF:
        raise NotAllowed("for_themselves", _("They ask for themselves. Nobody needs an authority for that."))
    if authority.ended_at is not None:
        raise NotAllowed("ended", _("This authority was taken back. They can only ask again with a new one."))
    if not name.strip():
        raise NotAllowed("no_name", _("Write who it names."))
    if scope not in Authority.Scope.values:
        raise NotAllowed("no_scope", _("Choose how far it goes."))
    if not evidence.strip():
        raise NotAllowed("no_evidence", _("Write what you saw: a signed form, an order, a register. Keep no copy here."))
    if expires_on is not None and expires_on < london_day(now):
        raise NotAllowed("run_out", _("This day has passed. Ask for an authority that still holds."))
