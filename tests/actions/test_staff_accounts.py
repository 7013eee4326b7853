"""Staff accounts, teams, allocation, cover and emergencies: who may, what it opens and closes, what is kept."""

from datetime import UTC, date, datetime, timedelta

import pytest
from allauth.mfa.models import Authenticator

from audit.events import Event
from audit.models import AuditEvent
from people.actions import take_emergency_access as emergency
from people.actions.add_staff import add_staff
from people.actions.add_team import add_team
from people.actions.allocate import allocate
from people.actions.change_staff import change_staff
from people.actions.close_staff import close_staff
from people.actions.end_allocation import end_allocation
from people.actions.end_cover import end_cover
from people.actions.make_task import make_task
from people.actions.record_cover import record_cover
from people.actions.reset_sign_in import reset_sign_in
from people.actions.take_emergency_access import take_emergency_access
from people.errors import NotAllowed
from people.models import Child, Cover, Relationship, Task, TaskKind, Team, User
from people.reach import readers_of, worker_of
from tests.actions.test_staff_opening import refused
from tests.cast import NOW, Cast, second_factor

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = NOW.date()
NEXT_WEEK = NOW + timedelta(days=7)


def reach(user: User, at: datetime = NOW) -> set[str]:
    """The children this person sees at that moment."""
    fresh = User.objects.get(pk=user.pk)
    return set(Child.objects.visible_to(fresh, at).values_list("known_as", flat=True))


def east() -> Team:
    """Ben's team."""
    return Team.objects.get(name="East")


# --- accounts -----------------------------------------------------------------------------------------------


def test_a_new_member_of_staff_can_sign_in_and_sees_nobody(cast: Cast) -> None:
    made = add_staff(username="mo", display_name="Mo Ali", role="social_worker", team=east(), by=cast.ruth, now=NOW)
    assert made.user.check_password(made.passphrase)
    assert len(made.passphrase.split("-")) == 3
    assert made.passphrase not in made.user.password
    assert reach(made.user) == set()
    assert AuditEvent.objects.get(event=Event.STAFF_ADDED).facts == {"name": "Mo Ali", "role": "social_worker", "team": "East"}


@pytest.mark.parametrize("name", ["ben", "joan", "imani", "ellie", "olu"])
def test_only_an_account_manager_keeps_accounts(cast: Cast, name: str) -> None:
    by = getattr(cast, name)
    for act in (
        lambda: add_staff(username="mo", display_name="Mo", role="account_manager", team=east(), by=by, now=NOW),
        lambda: change_staff(user=cast.carys, role="team_manager", team=east(), by=by, now=NOW),
        lambda: close_staff(user=cast.carys, by=by, now=NOW),
        lambda: reset_sign_in(user=cast.carys, by=by, now=NOW),
        lambda: add_team(name="South", by=by, now=NOW),
    ):
        with refused("not_your_role"):
            act()


def test_nobody_can_raise_themselves(cast: Cast) -> None:
    for act in (
        lambda: change_staff(user=cast.ruth, role="team_manager", team=east(), by=cast.ruth, now=NOW),
        lambda: close_staff(user=cast.ruth, by=cast.ruth, now=NOW),
        lambda: reset_sign_in(user=cast.ruth, by=cast.ruth, now=NOW),
        lambda: allocate(child=cast.amara, user=cast.joan, role="social_worker", starts=TODAY, by=cast.joan, now=NOW),
        lambda: record_cover(worker=cast.ben, covering=cast.joan, starts=TODAY, ends=TODAY, by=cast.joan, now=NOW),
    ):
        with refused("not_for_yourself"):
            act()


def test_a_name_is_taken_whatever_its_capitals(cast: Cast) -> None:
    with refused("name_taken"):
        add_staff(username="BEN", display_name="Another Ben", role="social_worker", team=east(), by=cast.ruth, now=NOW)
    with refused("team_exists"):
        add_team(name=" east ", by=cast.ruth, now=NOW)


def test_a_content_editor_is_in_the_group_of_the_content_system_and_nobody_else(cast: Cast) -> None:
    made = add_staff(username="mo", display_name="Mo", role="content_editor", team=east(), by=cast.ruth, now=NOW)
    assert list(made.user.groups.values_list("name", flat=True)) == ["Content editors"]
    change_staff(user=made.user, role="social_worker", team=east(), by=cast.ruth, now=NEXT_WEEK)
    assert not made.user.groups.exists()


def test_a_new_role_closes_what_the_old_one_opened(cast: Cast) -> None:
    assert reach(cast.ben) == {"Amara"}
    change_staff(user=cast.ben, role="content_editor", team=east(), by=cast.ruth, now=NOW)
    assert reach(cast.ben, NEXT_WEEK) == set()
    assert [row.role for row in cast.ben.memberships.order_by("starts")] == ["social_worker", "content_editor"]
    assert "Amara" in reach(cast.sana, NEXT_WEEK)  # a child without a worker belongs to the access team


def test_a_closed_account_leaves_no_child_without_anybody(cast: Cast) -> None:
    make_task(kind=TaskKind.TALK, child=cast.amara, about_type="child", about_id=cast.amara.pk, now=NOW)
    close_staff(user=cast.ben, by=cast.ruth, now=NOW)
    closed = User.objects.get(pk=cast.ben.pk)
    assert not closed.is_active
    assert not closed.has_usable_password()
    assert worker_of(cast.amara, NEXT_WEEK) is None
    assert "Amara" in reach(cast.sana, NEXT_WEEK)
    assert Task.objects.open().get().for_role == "access_worker"
    assert Event.WORKER_ENDED in set(AuditEvent.objects.filter(child=cast.amara.pk).values_list("event", flat=True))


def test_a_lost_phone_gets_a_new_first_passphrase_and_no_app(cast: Cast) -> None:
    second_factor(cast.ben)
    made = reset_sign_in(user=cast.ben, by=cast.ruth, now=NOW)
    assert made.user.check_password(made.passphrase)
    assert not Authenticator.objects.filter(user=cast.ben).exists()


# --- allocation ---------------------------------------------------------------------------------------------


def test_a_manager_moves_a_child_to_a_colleague_and_the_history_is_kept(cast: Cast) -> None:
    allocate(child=cast.amara, user=cast.carys, role="social_worker", starts=TODAY, replaces=True, by=cast.joan, now=NOW)
    assert worker_of(cast.amara, NEXT_WEEK) == cast.carys
    assert (reach(cast.ben, NEXT_WEEK), reach(cast.carys, NEXT_WEEK)) == (set(), {"Amara"})
    assert Relationship.objects.filter(child=cast.amara, role="social_worker").count() == 2
    events = list(AuditEvent.objects.filter(child=cast.amara.pk).order_by("position").values_list("event", "facts__worker"))
    assert events == [(Event.WORKER_ENDED, "Ben Hughes"), (Event.WORKER_ALLOCATED, "Carys Pugh")]


def test_somebody_begins_on_a_day_to_come(cast: Cast) -> None:
    made = allocate(child=cast.amara, user=cast.carys, role="social_worker", starts=date(2026, 12, 1), by=cast.joan, now=NOW)
    assert made.starts == datetime(2026, 12, 1, tzinfo=UTC)
    assert reach(cast.carys) == set()
    assert reach(cast.carys, made.starts) == {"Amara"}


def test_who_may_be_allocated_by_whom(cast: Cast) -> None:
    def by(user: User, worker: User, role: str = "social_worker", child: Child = cast.amara) -> Relationship:
        return allocate(child=child, user=worker, role=role, starts=TODAY, by=user, now=NOW)

    for code, act in (
        ("not_your_role", lambda: by(cast.ben, cast.carys)),
        ("not_in_reach", lambda: by(cast.gwen, cast.dev)),  # another team's child
        ("not_that_role", lambda: by(cast.joan, cast.ellie)),
        ("not_that_role", lambda: by(cast.joan, cast.carys, "personal_adviser")),
        ("not_that_role", lambda: by(cast.joan, cast.ruth, "team_manager")),
        ("already_theirs", lambda: by(cast.joan, cast.ben)),
        ("not_your_team", lambda: by(cast.gwen, cast.carys, child=cast.idris)),
    ):
        with refused(code):
            act()
    by(cast.gwen, cast.dev, child=cast.idris)  # nobody's child, to somebody in her team
    assert "Idris" in reach(cast.gwen, NEXT_WEEK)


def test_an_allocation_ends_after_its_last_day(cast: Cast) -> None:
    tie = Relationship.objects.get(user=cast.ben)
    with refused("day_is_over"):
        end_allocation(relationship=tie, last=date(2026, 11, 1), by=cast.joan, now=NOW)
    with refused("not_in_reach"):
        end_allocation(relationship=tie, last=TODAY, by=cast.gwen, now=NOW)
    end_allocation(relationship=tie, last=date(2026, 11, 20), by=cast.joan, now=NOW)
    assert reach(cast.ben, datetime(2026, 11, 20, 23, 59, tzinfo=UTC)) == {"Amara"}
    assert reach(cast.ben, datetime(2026, 11, 21, tzinfo=UTC)) == set()


# --- cover --------------------------------------------------------------------------------------------------


def test_cover_opens_from_its_first_day_to_its_last_and_the_young_person_can_read_who(cast: Cast) -> None:
    cover = record_cover(worker=cast.ben, covering=cast.carys, starts=date(2026, 11, 23), ends=date(2026, 11, 27), by=cast.joan, now=NOW)
    assert reach(cast.carys) == set()
    for at in (datetime(2026, 11, 23, tzinfo=UTC), datetime(2026, 11, 27, 23, 59, tzinfo=UTC)):
        assert reach(cast.carys, at) == {"Amara"}
        assert "Carys Pugh" in {str(reader.user) for reader in readers_of(cast.amara, at)}
    assert reach(cast.carys, datetime(2026, 11, 28, tzinfo=UTC)) == set()
    facts = AuditEvent.objects.get(event=Event.COVER_RECORDED, child=cast.amara.pk).facts
    assert (facts["worker"], facts["covering"]) == ("Ben Hughes", "Carys Pugh")
    end_cover(cover=cover, by=cast.joan, now=NOW)
    assert not Cover.objects.exists()  # it had not begun


def test_cover_ends_at_once_when_the_worker_is_back(cast: Cast) -> None:
    cover = record_cover(worker=cast.ben, covering=cast.carys, starts=TODAY, ends=date(2026, 11, 27), by=cast.joan, now=NOW)
    end_cover(cover=cover, by=cast.joan, now=NOW + timedelta(hours=1))
    assert reach(cast.carys, NOW + timedelta(hours=2)) == set()
    with refused("already_ended"):
        end_cover(cover=cover, by=cast.joan, now=NOW + timedelta(hours=2))


def test_who_may_stand_in_for_whom(cast: Cast) -> None:
    def cover(**changed: object) -> Cover:
        given = {"worker": cast.ben, "covering": cast.carys, "starts": TODAY, "ends": TODAY, "by": cast.joan, **changed}
        return record_cover(**given, now=NOW)

    for code, changed in (
        ("not_your_role", {"by": cast.ben}),
        ("not_your_team", {"by": cast.gwen}),
        ("not_your_team", {"by": cast.sana}),
        ("same_person", {"covering": cast.ben}),
        ("not_that_role", {"covering": cast.ellie}),
        ("wrong_days", {"starts": date(2026, 11, 1)}),
        ("wrong_days", {"starts": date(2026, 11, 27), "ends": date(2026, 11, 26)}),
    ):
        with refused(code):
            cover(**changed)


# --- emergencies --------------------------------------------------------------------------------------------


@pytest.mark.need("R60", "R61")
def test_an_emergency_opens_a_record_for_a_day_and_the_young_person_sees_it(cast: Cast) -> None:
    take_emergency_access(child=cast.amara, reason="She rang from a station.", by=cast.carys, now=NOW)
    assert reach(cast.carys, NOW + timedelta(hours=23)) == {"Amara"}
    assert reach(cast.carys, NOW + timedelta(hours=24)) == set()
    event = AuditEvent.objects.get(event=Event.EMERGENCY_ACCESS_TAKEN)
    assert (event.child, event.by_name, event.by_role, event.facts) == (cast.amara.pk, "Carys Pugh", "social_worker", {})


def test_an_emergency_needs_a_reason_a_role_and_a_closed_door(cast: Cast) -> None:
    for code, by, reason in (
        ("no_reason", cast.carys, "  "),
        ("open_already", cast.ben, "She rang."),
        ("not_your_role", cast.imani, "She rang."),
        ("not_your_role", cast.ruth, "She rang."),
    ):
        with refused(code):
            take_emergency_access(child=cast.amara, reason=reason, by=by, now=NOW)


# --- the audit ----------------------------------------------------------------------------------------------


def test_when_the_audit_cannot_be_written_nothing_changes(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("the audit is away")

    for module in ("allocate", "record_cover", "take_emergency_access", "add_staff", "change_staff", "close_staff", "reset_sign_in"):
        monkeypatch.setattr(f"people.actions.{module}.record", fail)
    monkeypatch.setattr("people.actions.end_ties.record", fail)
    before = (User.objects.count(), Relationship.objects.count(), Cover.objects.count(), cast.ben.password)
    for act in (
        lambda: allocate(child=cast.amara, user=cast.carys, role="social_worker", starts=TODAY, replaces=True, by=cast.joan, now=NOW),
        lambda: record_cover(worker=cast.ben, covering=cast.carys, starts=TODAY, ends=TODAY, by=cast.joan, now=NOW),
        lambda: emergency.take_emergency_access(child=cast.amara, reason="She rang.", by=cast.carys, now=NOW),
        lambda: add_staff(username="mo", display_name="Mo", role="social_worker", team=east(), by=cast.ruth, now=NOW),
        lambda: change_staff(user=cast.ben, role="content_editor", team=east(), by=cast.ruth, now=NOW),
        lambda: close_staff(user=cast.ben, by=cast.ruth, now=NOW),
        lambda: reset_sign_in(user=cast.ben, by=cast.ruth, now=NOW),
    ):
        with pytest.raises(RuntimeError):
            act()
    ben = User.objects.get(pk=cast.ben.pk)
    assert before == (User.objects.count(), Relationship.objects.count(), Cover.objects.count(), ben.password)
    assert ben.is_active
    assert reach(cast.ben) == {"Amara"}
    assert reach(cast.carys) == set()


def test_a_refusal_says_what_to_do_next(cast: Cast) -> None:
    with pytest.raises(NotAllowed) as refusal:
        close_staff(user=cast.carys, by=cast.ben, now=NOW)
    assert refusal.value.sentence == "Your role does not do this. Ask somebody whose role does."
