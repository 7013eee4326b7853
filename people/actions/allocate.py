"""A child gets a worker: from a day on, by a manager, with the history kept."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from people.day_bounds import starting
from people.errors import NotAllowed
from people.models import Child, Relationship, User
from people.permissions import (
    check_decides_for,
    check_in_my_team,
    check_is_staff,
    check_role,
    check_somebody_else,
    check_works_with_children,
)
from people.reach import worker_of
from people.roles import Permission


@transaction.atomic
def allocate(*, child: Child, user: User, role: str, starts: date, replaces: bool = False, by: User, now: datetime) -> Relationship:
    """Tie the worker to the child from that day on. With `replaces`, whoever had the role before ends as they begin.

    A manager allocates a child of their own team to anybody, and a child without a worker to somebody in their team.
    Raises NotAllowed for oneself, for a role the person does not hold, when they are that child's worker already, and for
    somebody who may only read just now: a day's emergency must not become reach for good.
    """
    check_role(by, Permission.ALLOCATE, now)
    check_somebody_else(by, user)
    check_is_staff(user)
    check_works_with_children(user, role, now)
    child = Child.objects.select_for_update().get(pk=child.pk)
    if worker_of(child, now):
        check_decides_for(by, child, now)
    else:
        check_in_my_team(by, user, now)
    before = Relationship.objects.filter(Q(ends__isnull=True) | Q(ends__gt=now), child=child, role=role)
    if before.filter(user=user).exists():
        raise NotAllowed("already_theirs", _("They already work with this child in that role."))
    begins = starting(starts, now)
    if replaces:
        for tie in before:
            tie.ends = max(begins, tie.starts)
            tie.save(update_fields=["ends"])
            record(Event.WORKER_ENDED, child=child.pk, by=by.who(now), at=now, facts={"worker": str(tie.user)})
    made = Relationship.objects.create(child=child, user=user, role=role, starts=begins)
    record(Event.WORKER_ALLOCATED, child=child.pk, by=by.who(now), at=now, facts={"worker": str(user), "role": role})
    return made
