"""A one-time code that a worker gives to a young person by hand."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.join_codes import digest_of, new_code
from people.models import Child, JoinCode, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission

LASTS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class FreshCode:
    """The stored row, and the code in clear, which exists only here and on the paper."""

    row: JoinCode
    code: str


@transaction.atomic
def make_join_code(*, child: Child, by: User, now: datetime) -> FreshCode:
    """A code that works once within seven days; any earlier one stops working. Raises NotAllowed before readiness is recorded.

    For somebody who has joined already it is the way back in: with it they choose a new passphrase.
    """
    check_role(by, Permission.INVITE, now)
    check_decides_for(by, child, now)
    child = Child.objects.select_for_update().get(pk=child.pk)
    if not child.readiness.exists():
        raise NotAllowed("not_ready", _("First write down how they were made ready. Then a code can be made."))
    child.join_codes.filter(used_at__isnull=True, cancelled_at__isnull=True, expires_at__gt=now).update(cancelled_at=now)
    code = new_code()
    row = JoinCode.objects.create(child=child, digest=digest_of(code), made_by=by, made_at=now, expires_at=now + LASTS)
    record(Event.JOIN_CODE_MADE, child=child.pk, by=by.who(now), at=now, about_type="join_code", about_id=row.pk)
    return FreshCode(row, code)
