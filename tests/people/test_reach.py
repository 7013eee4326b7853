"""Who may see whom: the rule that is promised before sending is the rule that is enforced."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError

from people.models import Child, Cover, EmergencyAccess, Membership, Task, TaskKind, User
from people.reach import readers_of, worker_of
from people.roles import ROLES, Permission
from tests.factories.people import NOW, a_child, a_member_of_staff, allocate_for_test

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def council() -> dict[str, User]:
    """Two teams, an access team, governance, and somebody who covers."""
    return {
        "priya": a_member_of_staff("Priya", "social_worker"),
        "joan": a_member_of_staff("Joan", "team_manager"),
        "carys": a_member_of_staff("Carys", "social_worker"),
        "dev": a_member_of_staff("Dev", "social_worker", "Team two"),
        "lena": a_member_of_staff("Lena", "team_manager", "Team two"),
        "sana": a_member_of_staff("Sana", "access_worker", "Access team"),
        "mo": a_member_of_staff("Mo", "team_manager", "Access team"),
        "imani": a_member_of_staff("Imani", "ig_officer", "Governance"),
        "tom": a_member_of_staff("Tom", "second_checker", "Governance"),
        "ellie": a_member_of_staff("Ellie", "content_editor", "Content"),
        "ruth": a_member_of_staff("Ruth", "account_manager", "Accounts"),
        "david": a_member_of_staff("David", "reviewing_officer", "Reviewing"),
    }


def sees(user: User, child: Child) -> bool:
    """Whether the enforced rule lets this user see this child."""
    return bool(Child.objects.visible_to(user, NOW).filter(pk=child.pk).exists())


def names(child: Child) -> set[str]:
    """Who the promised rule says will see this child."""
    return {reader.user.display_name for reader in readers_of(child, NOW)}


def test_the_allocated_worker_and_their_manager_see_the_child_and_nobody_else(council: dict[str, User]) -> None:
    """Colleagues of the same team do not."""
    amara = a_child()
    allocate_for_test(amara, council["priya"])
    assert names(amara) == {"Priya", "Joan"}
    assert worker_of(amara, NOW) == council["priya"]


def test_a_child_without_a_worker_belongs_to_the_access_team(council: dict[str, User]) -> None:
    """And to its manager; no longer once a worker is allocated."""
    idris = a_child("Idris")
    assert names(idris) == {"Sana", "Mo"}
    assert worker_of(idris, NOW) is None
    allocate_for_test(idris, council["dev"])
    assert names(idris) == {"Dev", "Lena"}


def test_cover_and_emergency_give_reach_only_while_they_last(council: dict[str, User]) -> None:
    """Both are recorded, with an end."""
    amara = a_child()
    allocate_for_test(amara, council["priya"])
    cover = {"worker": council["priya"], "covering": council["carys"], "recorded_by": council["joan"]}
    Cover.objects.create(**cover, starts=NOW - timedelta(days=9), ends=NOW - timedelta(days=2))
    EmergencyAccess.objects.create(child=amara, user=council["dev"], reason="At hospital", starts=NOW, ends=NOW + timedelta(hours=24))
    assert names(amara) == {"Priya", "Joan", "Dev"}
    Cover.objects.create(**cover, starts=NOW - timedelta(days=1), ends=NOW + timedelta(days=1))
    assert names(amara) == {"Priya", "Joan", "Dev", "Carys"}
    assert not Child.objects.visible_to(council["dev"], NOW + timedelta(hours=25)).filter(pk=amara.pk).exists()


def test_governance_sees_a_child_only_while_something_is_asked_of_it(council: dict[str, User]) -> None:
    """Reach ends when the task is done."""
    amara = a_child()
    allocate_for_test(amara, council["priya"])
    assert not sees(council["imani"], amara)
    task = Task.objects.create(
        kind=TaskKind.NOT_ABOUT_ME, child=amara, about_type="entry", about_id=amara.pk, made_at=NOW, due_at=NOW, for_role="ig_officer"
    )
    assert sees(council["imani"], amara)
    assert not sees(council["tom"], amara)
    Task.objects.filter(pk=task.pk).update(done_at=NOW, done_by=council["imani"])
    assert not sees(council["imani"], amara)


def test_the_promise_equals_the_lock_over_the_whole_council(council: dict[str, User]) -> None:
    """`readers_of` and `visible_to` are one rule, whatever ties there are."""
    amara, noor, idris = a_child(), a_child("Noor"), a_child("Idris")
    allocate_for_test(amara, council["priya"])
    allocate_for_test(amara, council["david"], "reviewing_officer")
    allocate_for_test(noor, council["dev"])
    Cover.objects.create(
        worker=council["dev"], covering=council["carys"], recorded_by=council["lena"], starts=NOW - timedelta(1), ends=NOW + timedelta(1)
    )
    for child in (amara, noor, idris):
        assert names(child) == {user.display_name for user in council.values() if sees(user, child)}


def test_strangers_other_children_and_closed_accounts_see_nobody(council: dict[str, User]) -> None:
    """A young person sees themselves; an account that was closed sees nothing."""
    amara, noor = a_child(), a_child("Noor")
    allocate_for_test(amara, council["priya"])
    assert list(Child.objects.visible_to(amara.user, NOW)) == [amara]
    assert not sees(noor.user, amara)
    assert not Child.objects.visible_to(AnonymousUser(), NOW).exists()
    council["priya"].is_active = False
    council["priya"].save(update_fields=["is_active"])
    assert not sees(council["priya"], amara)
    assert "Priya" not in names(amara)


def test_a_membership_that_ended_gives_nothing(council: dict[str, User]) -> None:
    """A manager who left the team no longer reads."""
    amara = a_child()
    allocate_for_test(amara, council["priya"])
    Membership.objects.filter(user=council["joan"]).update(ends=NOW - timedelta(days=1))
    assert names(amara) == {"Priya"}
    assert not council["joan"].may(Permission.READ_FILE, NOW)


@pytest.mark.need("R61")
def test_no_role_has_every_permission_and_the_database_refuses_an_all_powerful_account() -> None:
    """There is no account that can do everything."""
    assert all(role.permissions < set(Permission) for role in ROLES.values())
    assert not ROLES["account_manager"].permissions & {Permission.READ_FILE, Permission.READ_CONTRIBUTIONS}
    with pytest.raises(IntegrityError):
        User.objects.create_user(username="root", password=None, kind="staff", is_superuser=True)
