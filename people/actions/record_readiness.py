"""Before a join code is made: told first, and not alone. Who decided, a safe phone, who sits with them, and the why."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Child, Readiness, TaskKind, User
from people.permissions import check_decides_for, check_role
from people.roles import Permission
from people.task_clocks import end_of


@transaction.atomic
def record_readiness(
    *,
    child: Child,
    decided_with: str,
    safe_phone: bool,
    safe_phone_note: str = "",
    sits_with: str,
    why_entry: UUID | None = None,
    why_written_by: date | None = None,
    by: User,
    now: datetime,
) -> Readiness:
    """Keep the decision. Without `why_entry`, writing why they are in care becomes a task due on `why_written_by`.

    Raises NotAllowed without a safe phone, or with neither the why nor a day for it that is still to come.
    """
    check_role(by, Permission.INVITE, now)
    check_decides_for(by, child, now)
    if not safe_phone:
        raise NotAllowed("no_safe_phone", _("First find a phone or computer where nobody else reads along. Then come back to this page."))
    if why_entry is None and (why_written_by is None or why_written_by < london_day(now)):
        raise NotAllowed("why_is_missing", _("Write why they are in care first, or choose a day to come by which it is written."))
    made = Readiness.objects.create(
        child=child,
        decided_by=by,
        decided_with=decided_with,
        safe_phone=safe_phone,
        safe_phone_note=safe_phone_note,
        sits_with=sits_with,
        why_entry=why_entry,
        why_written_by=None if why_entry else why_written_by,
        at=now,
    )
    if made.why_written_by:
        make_task(kind=TaskKind.WRITE_WHY, child=child, about_type="child", about_id=child.pk, due_at=end_of(made.why_written_by), now=now)
    record(Event.READINESS_RECORDED, child=child.pk, by=by.who(now), at=now, about_type="readiness", about_id=made.pk)
    return made
