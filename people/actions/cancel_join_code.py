"""The paper was lost, or the wrong person has it: the code stops working."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.errors import NotAllowed
from people.models import JoinCode, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission


@transaction.atomic
def cancel_join_code(*, code: JoinCode, by: User, now: datetime) -> JoinCode:
    """Cancel it at once. Raises NotAllowed when it was used or cancelled."""
    check_role(by, Permission.INVITE, now)
    code = JoinCode.objects.select_for_update().get(pk=code.pk)
    check_decides_for(by, code.child, now)
    if code.used_at or code.cancelled_at:
        raise NotAllowed("not_open", _("This code was used or cancelled already."))
    code.cancelled_at = now
    code.save(update_fields=["cancelled_at"])
    record(Event.JOIN_CODE_CANCELLED, child=code.child_id, by=by.who(now), at=now, about_type="join_code", about_id=code.pk)
    return code
