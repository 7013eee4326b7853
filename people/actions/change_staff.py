"""A member of staff changes role or team. What they could see in the old role ends with it."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.actions.content_editors import keep_content_editors
from people.actions.end_ties import end_ties
from people.models import Membership, Team, User
from people.permissions import check_is_staff, check_role, check_somebody_else
from people.roles import Permission


@transaction.atomic
def change_staff(*, user: User, role: str, team: Team, by: User, now: datetime) -> Membership:
    """End every role of theirs and begin this one. Raises NotAllowed for oneself: nobody can raise themselves.

    Children stay allocated only to somebody who goes on in the same role, in whichever team: what the old role could see is closed.
    """
    check_role(by, Permission.MANAGE_STAFF, now)
    check_somebody_else(by, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    check_is_staff(user)
    goes_on = role in user.roles_at(now)
    user.memberships.active(now).update(ends=now)
    made = Membership.objects.create(user=user, team=team, role=role, starts=now)
    end_ties(user=user, keep_role=role if goes_on else "", by=by, now=now)
    keep_content_editors(user=user, roles={role}, by=by, now=now)
    record(
        Event.STAFF_CHANGED,
        child=None,
        by=by.who(now),
        at=now,
        about_type="user",
        about_id=user.pk,
        facts={"name": str(user), "role": role, "team": str(team)},
    )
    return made
