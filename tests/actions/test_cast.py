"""The cast itself: what every other test stands on."""

from datetime import timedelta

from django.test import Client

from people.models import Child, Cover, EmergencyAccess, Membership, Task
from people.reach import readers_of
from tests.cast import NOW, Cast, sign_in, sign_in_without_second_factor


def test_each_worker_reaches_their_own_children_and_nobody_elses(cast: Cast) -> None:
    reach = {user.get_short_name().split()[0]: set(Child.objects.visible_to(user, NOW)) for user in cast.staff}
    amara, noor, idris = {cast.amara}, {cast.noor}, {cast.idris}
    assert reach["Ben"] == reach["Joan"] == reach["David"] == amara
    assert reach["Dev"] == reach["Gwen"] == noor
    assert reach["Sana"] == reach["Olu"] == idris
    assert not any(reach[name] for name in ("Carys", "Imani", "Tom", "Ellie", "Ruth"))


def test_sign_in_counts_the_second_factor_of_staff(cast: Cast, client: Client) -> None:
    sign_in(client, cast.ben)
    assert client.get("/healthz").wsgi_request.user.is_verified()


def test_without_the_second_factor_a_session_is_not_verified(cast: Cast, client: Client) -> None:
    sign_in_without_second_factor(client, cast.ben)
    assert not client.get("/healthz").wsgi_request.user.is_verified()


def test_a_young_person_signs_in_with_a_passphrase_alone(cast: Cast, client: Client) -> None:
    assert cast.amara.user
    sign_in(client, cast.amara.user)
    assert client.get("/healthz").wsgi_request.user == cast.amara.user


def test_who_may_see_a_child_is_the_same_question_in_both_directions(cast: Cast) -> None:
    last_week, next_week, yesterday = NOW - timedelta(days=7), NOW + timedelta(days=7), NOW - timedelta(days=1)
    Cover.objects.create(worker=cast.ben, covering=cast.carys, starts=last_week, ends=yesterday, recorded_by=cast.joan)
    Cover.objects.create(worker=cast.ben, covering=cast.dev, starts=yesterday, ends=next_week, recorded_by=cast.joan)
    Membership.objects.create(user=cast.ben, team=cast.dev.memberships.get().team, role="personal_adviser", starts=last_week)
    EmergencyAccess.objects.create(child=cast.noor, user=cast.carys, reason="Police called", starts=yesterday, ends=next_week)
    Task.objects.create(
        kind="not_about_me", child=cast.idris, about_type="entry", about_id=cast.idris.pk, made_at=NOW, due_at=NOW, for_role="ig_officer"
    )
    for child in cast.young_people:
        readers = {reader.user for reader in readers_of(child, NOW)}
        assert readers == {user for user in cast.staff if Child.objects.visible_to(user, NOW).filter(pk=child.pk).exists()}
    amara_is_seen_by = {reader.user: reader.why for reader in readers_of(cast.amara, NOW)}
    assert amara_is_seen_by == {
        cast.ben: "allocated",
        cast.david: "allocated",
        cast.joan: "manager",
        cast.gwen: "manager",
        cast.dev: "cover",
    }
