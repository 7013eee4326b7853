"""The one role that reaches into the content system: those who hold it are in its group, everybody else is not."""

from datetime import datetime

from django.contrib.auth.models import Group

from people.models import User
from people.roles import Permission, allows

GROUP = "Content editors"


def keep_content_editors(*, user: User, roles: set[str], by: User, now: datetime) -> None:
    """Put the user in the group, or take them out, as their roles say. The caller writes the audit."""
    group, _made = Group.objects.get_or_create(name=GROUP)
    if allows(roles, Permission.EDIT_CONTENT):
        user.groups.add(group)
    else:
        user.groups.remove(group)
