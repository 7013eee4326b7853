"""Who may see a child, as names and reasons: what a young person is shown before they send."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from people.models import Child, Membership, Relationship, User
from people.querysets import readers_by_arm
from people.roles import ROLES, Permission, allows

KEEPS_COVER = ("team_manager", "access_worker")


@dataclass(frozen=True, slots=True)
class Reader:
    """A person who may see this child now, and why. `role` is their role's display name."""

    user: User
    role: str
    why: str


def readers_of(child: Child, at: datetime) -> list[Reader]:
    """Everyone in staff who may see this child at that moment, each once, nearest first.

    The same rule as `Child.objects.visible_to`: a test compares them over the whole cast.
    """
    by_arm = readers_by_arm(child, at)
    users = User.objects.in_bulk({pk for ids in by_arm.values() for pk in ids})
    readers: dict[object, Reader] = {}
    for why, ids in by_arm.items():
        for pk in ids:
            if pk not in readers:
                readers[pk] = Reader(users[pk], _role_name(users[pk], at), why)
    return list(readers.values())


def readers_with(child: Child, permission: Permission, at: datetime) -> list[Reader]:
    """Those of `readers_of` whose roles carry the permission."""
    return [reader for reader in readers_of(child, at) if allows(reader.user.roles_at(at), permission)]


def allocated_to(user: User, at: datetime) -> list[UUID]:
    """The ids of the children this worker is tied to at that moment."""
    return list(Relationship.objects.active(at).filter(user=user).values_list("child_id", flat=True).distinct())


def teams_kept_by(user: User, at: datetime) -> set[UUID]:
    """The teams whose cover and allocation they keep."""
    return set(Membership.objects.active(at).filter(user=user, role__in=KEEPS_COVER).values_list("team_id", flat=True))


def worker_of(child: Child, at: datetime) -> User | None:
    """The child's own worker now: the newest social worker, personal adviser or access worker; None when there is none."""
    tie = (
        Relationship.objects.active(at)
        .filter(child=child, role__in=("social_worker", "personal_adviser", "access_worker"), user__is_active=True)
        .select_related("user")
        .order_by("-starts")
        .first()
    )
    return tie.user if tie else None


def _role_name(user: User, at: datetime) -> str:
    held = user.roles_at(at)
    return next((role.display_name for key, role in ROLES.items() if key in held), "Staff")
