"""A member of staff leaves: the account is closed, and everything they wrote stays theirs in name."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from people.actions.content_editors import keep_content_editors
from people.actions.end_ties import end_ties
from people.models import Task, User
from people.permissions import check_is_staff, check_role, check_somebody_else
from people.roles import Permission


@transaction.atomic
def close_staff(*, user: User, by: User, now: datetime) -> User:
    """Close the account at once. What was owed by them is owed by their children's next worker, or the access team."""
    check_role(by, Permission.MANAGE_STAFF, now)
    check_somebody_else(by, user)
    user = User.objects.select_for_update().get(pk=user.pk)
    check_is_staff(user)
    end_ties(user=user, by=by, now=now)
    user.memberships.active(now).update(ends=now)
    user.is_active = False
    user.set_unusable_password()  # ends every session of theirs
    user.save(update_fields=["is_active", "password"])
    keep_content_editors(user=user, roles=set(), by=by, now=now)
    Task.objects.open().filter(for_user=user).update(for_user=None, for_role="access_worker")
    record(Event.ACCOUNT_CLOSED, child=None, by=by.who(now), at=now, about_type="user", about_id=user.pk, facts={"name": str(user)})
    return user
