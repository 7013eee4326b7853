"""Reach that was lent reads and nothing else; a role that has gone takes with it what it could see; a search leaves a trace."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.models import AuditEvent
from audit.queries import looks_at
from moderation.actions.add_note import add_note
from moderation.actions.claim import claim
from moderation.actions.file_words import file_words
from moderation.actions.release import release
from moderation.actions.reply import reply
from official_file.actions.confirm_connection import confirm_connection
from official_file.models import Connection
from people.actions.allocate import allocate
from people.actions.change_staff import change_staff
from people.actions.end_allocation import end_allocation
from people.actions.record_cover import record_cover
from people.actions.take_emergency_access import take_emergency_access
from people.models import Child, EmergencyAccess, Relationship, Task
from people.queries import team_of
from stories.models import Contribution
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_reading, a_sent
from tests.refusals import refused

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TODAY = NOW.date()


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.mark.need("R61")
def test_a_manager_who_opened_a_record_in_an_emergency_gives_the_child_to_nobody(cast: Cast) -> None:
    """Else a day's reading would become reach for good."""
    take_emergency_access(child=cast.amara, reason="The police rang.", by=cast.gwen, now=NOW)
    with refused("only_reading"):
        allocate(child=cast.amara, user=cast.dev, role="social_worker", starts=TODAY, by=cast.gwen, now=NOW)
    tie = Relationship.objects.get(child=cast.amara, user=cast.ben)
    with refused("only_reading"):
        end_allocation(relationship=tie, last=TODAY, by=cast.gwen, now=NOW)


@pytest.mark.need("R61")
def test_the_pages_of_allocation_are_closed_to_lent_reach(client: Client, cast: Cast) -> None:
    take_emergency_access(child=cast.amara, reason="The police rang.", by=cast.gwen, now=NOW)
    tie = Relationship.objects.get(child=cast.amara, user=cast.ben)
    gwen = sign_in(client, cast.gwen)
    assert gwen.get(reverse("portal:allocate", args=[cast.amara.pk])).status_code == 404
    assert gwen.post(reverse("portal:end_allocation", args=[tie.pk]), {"last": TODAY.isoformat()}).status_code == 404
    assert gwen.post(reverse("portal:allocation"), {"words": "900001"}).context["found"] == []


@pytest.mark.need("R61")
def test_emergency_access_reads_and_answers_and_decides_about_no_words(cast: Cast) -> None:
    """The page that gives it says: You can read. You can't decide."""
    sent = a_sent(cast.amara)
    take_emergency_access(child=cast.amara, reason="She rang.", by=cast.gwen, now=NOW)
    with refused("only_reading"):
        claim(contribution=sent, by=cast.gwen, now=NOW)
    reading = a_reading(sent, cast.ben)
    with refused("only_reading"):
        release(reading=reading, by=cast.gwen, now=NOW)
    reply(contribution=sent, text="Somebody is coming.", by=cast.gwen, now=NOW)
    add_note(contribution=sent, text="I rang her.", by=cast.gwen, now=NOW)


@pytest.mark.need("R61")
def test_a_reader_whose_reach_ended_finishes_nothing(cast: Cast) -> None:
    sent = a_sent(cast.amara)
    reading = a_reading(sent, cast.ben)
    Relationship.objects.filter(child=cast.amara, user=cast.ben).update(ends=NOW)
    later = NOW + timedelta(minutes=1)
    with refused("not_found"):
        file_words(reading=reading, reply="Thank you.", by=cast.ben, now=later)


@pytest.mark.need("R61")
def test_a_new_role_takes_away_what_the_old_one_could_see(cast: Cast) -> None:
    """A social worker who becomes a reviewing officer is nobody's social worker any more: the page says so."""
    team = cast.ben.memberships.get().team
    change_staff(user=cast.ben, role="reviewing_officer", team=team, by=cast.ruth, now=NOW)
    later = NOW + timedelta(minutes=1)
    assert not Child.objects.visible_to(cast.ben, later).exists()
    assert Relationship.objects.get(child=cast.amara, user=cast.ben).ends == NOW


@pytest.mark.need("R60")
def test_cover_that_ends_with_a_role_stands_in_the_childs_list(cast: Cast) -> None:
    """It was written down that Carys can read while Ben is away; so it is written down when she no longer can."""
    days = {"starts": TODAY, "ends": TODAY + timedelta(days=7)}
    record_cover(worker=cast.ben, covering=cast.carys, by=cast.joan, now=NOW, **days)
    later = NOW + timedelta(hours=1)
    change_staff(user=cast.carys, role="content_editor", team=cast.carys.memberships.get().team, by=cast.ruth, now=later)
    event = AuditEvent.objects.get(event=Event.COVER_ENDED)
    assert (event.child, event.facts["covering"]) == (cast.amara.pk, "Carys Pugh")
    assert not Child.objects.visible_to(cast.carys, later).exists()


@pytest.mark.need("R61")
def test_a_new_team_with_the_same_role_keeps_the_children(cast: Cast) -> None:
    west = cast.gwen.memberships.get().team
    change_staff(user=cast.ben, role="social_worker", team=west, by=cast.ruth, now=NOW)
    later = NOW + timedelta(minutes=1)
    assert Child.objects.visible_to(cast.ben, later).get() == cast.amara
    assert cast.ben in team_of(cast.gwen, later)


@pytest.mark.need("R60")
def test_finding_a_record_for_an_emergency_is_written_down_even_when_it_is_not_opened(client: Client, cast: Cast) -> None:
    """Numbers follow each other: without a trace, anybody could learn every name."""
    carys = sign_in(client, cast.carys)
    carys.post(reverse("portal:emergency"), {"words": "900001"})
    assert not EmergencyAccess.objects.exists()
    event = looks_at(cast.amara.pk).get()
    assert (event.event, event.by_name) == (Event.RECORD_SEARCHED_FOR, "Carys Pugh")
    page = sign_in(Client(), cast.amara.user).get(reverse("portal:who_has_looked")).content.decode()
    assert "Carys Pugh (social worker) searched for your record." in page


@pytest.mark.need("R60")
def test_a_search_that_finds_nobody_writes_nothing(client: Client, cast: Cast) -> None:
    sign_in(client, cast.carys).post(reverse("portal:emergency"), {"words": "Ama"})
    assert not AuditEvent.objects.filter(event=Event.RECORD_SEARCHED_FOR).exists()


def test_somebody_who_lost_the_role_meanwhile_confirms_nothing(cast: Cast) -> None:
    """A role counts at the moment of the verb, whatever it was when the page was opened."""
    connection = Connection.objects.create(child=cast.amara, source="case_notes", key="c", names=["Grace"])
    change_staff(user=cast.ben, role="content_editor", team=cast.ben.memberships.get().team, by=cast.ruth, now=NOW)
    fresh = type(cast.ben).objects.get(pk=cast.ben.pk)
    with refused("not_your_role"):
        confirm_connection(connection=connection, by=fresh, now=NOW + timedelta(minutes=1))
    assert not Task.objects.exists()
    assert not Contribution.objects.exists()
