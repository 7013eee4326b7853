"""People for tests that need no more than a child and a worker. Journeys use tests/cast.py instead."""

from datetime import UTC, date, datetime

from people.models import Child, Membership, Relationship, Team, User

NOW = datetime(2026, 11, 18, 10, 0, tzinfo=UTC)  # a Wednesday in staffed hours


def a_child(known_as: str = "Amara", *, with_account: bool = True) -> Child:
    """A child of 13, with an account of their own that has read the first-use notice."""
    user = (
        User.objects.create_user(username=known_as.lower(), password=None, kind="young_person", display_name=known_as)
        if with_account
        else None
    )
    return Child.objects.create(known_as=known_as, date_of_birth=date(2013, 3, 2), user=user, notice_acknowledged_at=NOW)


def a_member_of_staff(name: str, role: str, team: str = "Team one") -> User:
    """Somebody in staff with one role in one team since long ago."""
    user = User.objects.create_user(username=name.lower(), password=None, kind="staff", display_name=name)
    group, _made = Team.objects.get_or_create(name=team)
    Membership.objects.create(user=user, team=group, role=role, starts=datetime(2020, 1, 1, tzinfo=UTC))
    return user


def allocate_for_test(child: Child, worker: User, role: str = "social_worker") -> Relationship:
    """Tie the worker to the child since long ago."""
    return Relationship.objects.create(child=child, user=worker, role=role, starts=datetime(2024, 1, 1, tzinfo=UTC))
