"""Ending somebody's authority to ask for another person: at once, on every page they have open (ASVS 7.4.2, 8.3.2)."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from access_requests.audit_chain import ABOUT, chain_of
from access_requests.models import AccessRequest, Authority, StatusCode
from access_requests.permissions import check_handles
from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import Child, User


@transaction.atomic
def end_authority(*, request: AccessRequest, why: str, by: User, now: datetime) -> Authority:
    """Whoever asks for somebody else sees nothing of it from this moment; codes they hold open nothing any more. Twice is once.

    The person it is about needs no reason. Staff who handle it or work with them write one. Raises NotAllowed for anybody else,
    and for what somebody asks for themselves.
    """
    request = AccessRequest.objects.select_for_update().get(pk=request.pk)
    if request.asker == AccessRequest.Asker.SELF:
        raise NotAllowed("for_themselves", _("They ask for themselves. To stop it, the request is withdrawn."))
    _check_may_end(request, why, by, now)
    authority = Authority.objects.filter(request=request).first() or Authority(request=request, name=request.known_as)
    if authority.ended_at is not None:
        return authority
    authority.ended_at, authority.ended_by, authority.ended_why = now, by, why.strip()
    authority.save()
    StatusCode.objects.filter(request=request, used_at__isnull=True).update(used_at=now)
    record(Event.REQUEST_AUTHORITY_ENDED, child=chain_of(request), by=by.who(now), at=now, about_type=ABOUT, about_id=request.pk)
    return authority


def _check_may_end(request: AccessRequest, why: str, by: User, now: datetime) -> None:
    if request.child is not None and Child.objects.visible_to(by, now).filter(pk=request.child_id, user=by.pk).exists():
        return
    if request.child is None or not Child.objects.worked_with_by(by, now).filter(pk=request.child_id).exists():
        check_handles(by, request, now)
    if not why.strip():
        raise NotAllowed("no_words", _("Write why it ends, and who said so."))
