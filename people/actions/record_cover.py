"""While a worker is away, somebody else reads and answers for them: named, with dates, by a named person."""

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from law.working_time import london_day
from people.day_bounds import ending, starting
from people.errors import NotAllowed
from people.models import Cover, User
from people.permissions import check_in_my_team, check_is_staff, check_role, check_somebody_else
from people.reach import allocated_to
from people.roles import Permission


@transaction.atomic
def record_cover(*, worker: User, covering: User, starts: date, ends: date, by: User, now: datetime) -> Cover:
    """Cover from one day to another, both included. Every child it touches can read who will see their record.

    Raises NotAllowed for days that are over or the wrong way round, and for covering oneself or making oneself the cover.
    """
    check_role(by, Permission.RECORD_COVER, now)
    check_in_my_team(by, worker, now)
    check_somebody_else(by, covering)
    check_is_staff(covering)
    if covering.pk == worker.pk:
        raise NotAllowed("same_person", _("Nobody can stand in for themselves. Choose a colleague."))
    if not covering.may(Permission.READ_CONTRIBUTIONS, now):
        raise NotAllowed("not_that_role", _("This person's role does not read what children send. Choose another."))
    if not london_day(now) <= starts <= ends:
        raise NotAllowed("wrong_days", _("Cover begins today or later, and its last day is not before its first."))
    cover = Cover.objects.create(worker=worker, covering=covering, starts=starting(starts, now), ends=ending(ends), recorded_by=by)
    facts = {"worker": str(worker), "covering": str(covering), "from": starts.isoformat(), "to": ends.isoformat()}
    children: list[UUID | None] = [*sorted(allocated_to(worker, now), key=str)]  # in one order: two cannot wait for each other
    for child in children or [None]:
        record(Event.COVER_RECORDED, child=child, by=by.who(now), at=now, about_type="cover", about_id=cover.pk, facts=facts)
    return cover
