"""May this member of staff do this? `check_...` raises a sentence, `can_...` answers for buttons."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from people.errors import NotAllowed
from people.models import Child, Membership, User
from people.reach import teams_kept_by
from people.roles import ROLES, Permission


def check_role(by: User, permission: Permission, now: datetime) -> None:
    """Raise NotAllowed when no role of theirs carries the permission."""
    if not by.may(permission, now):
        raise NotAllowed("not_your_role", _("Your role does not do this. Ask somebody whose role does."))


def check_in_reach(by: User, child: Child, now: datetime) -> None:
    """Raise NotAllowed when they may not see this child."""
    if not Child.objects.visible_to(by, now).filter(pk=child.pk).exists():
        raise NotAllowed("not_in_reach", _("This is not one of the children you work with."))


def decides_for(by: User, child: Child, now: datetime) -> bool:
    """Whether they work with this child: allocated, the manager, cover or the access team. Lent reach only reads."""
    return Child.objects.worked_with_by(by, now).filter(pk=child.pk).exists()


def check_decides_for(by: User, child: Child, now: datetime) -> None:
    """Raise NotAllowed for somebody who does not work with this child, or who may only read just now."""
    if not decides_for(by, child, now):  # whoever works with them has them in reach
        check_in_reach(by, child, now)
        raise NotAllowed("only_reading", _("You can read this record just now. Deciding is for the people who work with this child."))


def check_somebody_else(by: User, user: User) -> None:
    """Raise NotAllowed when somebody would give themselves something: nobody can raise themselves."""
    if by.pk == user.pk:
        raise NotAllowed("not_for_yourself", _("Nobody can do this for themselves. Ask a colleague with the same role."))


def check_is_staff(user: User) -> None:
    """Raise NotAllowed for an account that is closed or is not one of staff."""
    if not (user.is_staff and user.is_active):
        raise NotAllowed("not_staff", _("This account is closed, or is not one of staff."))


def check_works_with_children(user: User, role: str, now: datetime) -> None:
    """Raise NotAllowed when the person does not hold this role now, or it is not one of those who work with a child."""
    if role not in user.roles_at(now) or not ROLES[role].works_with_children:
        raise NotAllowed("not_that_role", _("This person does not have that role. Choose another, or ask an account manager."))


def check_in_my_team(by: User, worker: User, now: datetime) -> None:
    """Raise NotAllowed when the worker is in none of the teams they keep."""
    theirs = set(Membership.objects.active(now).filter(user=worker).values_list("team_id", flat=True))
    if not theirs & teams_kept_by(by, now):
        raise NotAllowed("not_your_team", _("This person is not in your team. Their own manager does this."))
