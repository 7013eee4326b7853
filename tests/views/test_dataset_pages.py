"""What a person sees of the national dataset: where each fact came from and when it was last true, and one source of workers."""

import re
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.models import EntryNow, Sharing
from official_file.projection import refresh
from official_file.sources import sources_of
from people.models import Child, Identifier
from tests.cast import NOW, Cast, sign_in
from tests.importers.ssd.exports import AMARA, CARE, INVOLVED, WORKER, Cells, an_export, bring_in
from tests.views.story_of_amara import add

pytestmark = pytest.mark.django_db
STORY = "/my-story/?by=time"


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def brought_in(child: Child, folder: Path, tables: dict[str, list[Cells]]) -> None:
    """The child's dataset of a night."""
    Identifier.objects.get_or_create(child=child, source="ssd", key="P1")
    people = [{**AMARA, "dob": str(child.date_of_birth)}]
    bring_in(an_export(folder, tables, people=people), now=NOW)


def opened(child: Child, kind: str, cast: Cast) -> EntryNow:
    """The child's entry of this kind, opened by a worker."""
    row = EntryNow.objects.get(child=child, kind=kind)
    at = datetime(2026, 11, 17, 10, tzinfo=UTC)
    Sharing.objects.create(
        entry=row.entry, decision="shared", by=cast.ben, by_name="Ben Hughes", by_role="social_worker", at=at, opens_at=at
    )
    return refresh(row.entry)


def signed_in(client: Client, cast: Cast) -> Client:
    """Amara, at her own pages."""
    assert cast.amara.user is not None
    return sign_in(client, cast.amara.user)


def words_of(client: Client, address: str) -> str:
    """The words of a page."""
    response = client.get(address)
    assert response.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.mark.need("M15", "R17")
def test_a_fact_says_which_system_it_came_from_and_when_it_was_last_true(client: Client, cast: Cast, tmp_path: Path) -> None:
    brought_in(cast.amara, tmp_path, CARE)
    row = EntryNow.objects.get(child=cast.amara, kind="home")
    page = words_of(signed_in(client, cast), reverse("portal:entry", args=[row.pk]))
    assert "17 November 2026" in page
    assert "council" in page
    assert "ssd" not in page.lower()


@pytest.mark.need("M15")
def test_what_is_there_night_after_night_was_last_true_last_night_and_what_is_gone_was_not(
    client: Client, cast: Cast, tmp_path: Path
) -> None:
    brought_in(cast.amara, tmp_path, CARE)
    row = EntryNow.objects.get(child=cast.amara, kind="home")
    people = [{**AMARA, "dob": str(cast.amara.date_of_birth)}]
    bring_in(an_export(tmp_path, CARE, people=people), now=NOW, as_of=date(2026, 11, 18))
    assert sources_of(row) == [("ssd", date(2026, 11, 18))]
    bring_in(an_export(tmp_path, {**CARE, "ssd_cla_placement": []}, people=people), now=NOW, as_of=date(2026, 11, 19))
    assert sources_of(row) == [("ssd", date(2026, 11, 17))]


@pytest.mark.need("M21")
def test_a_plan_to_keep_safe_is_read_in_sentences_and_only_once_a_worker_opened_it(client: Client, cast: Cast, tmp_path: Path) -> None:
    plan = {
        "cp_plan_id": "C1",
        "person_id": "P1",
        "cp_plan_start_date": "2016-11-03",
        "cp_plan_end_date": "2017-05-16",
        "cp_plan_initial_category": "NEG",
    }
    brought_in(cast.amara, tmp_path, {"ssd_cp_plans": [plan], **CARE})
    amara, closed = signed_in(client, cast), EntryNow.objects.get(child=cast.amara, kind="protection_plan")
    assert amara.get(reverse("portal:entry", args=[closed.pk])).status_code == 404
    assert "plan to keep you safe" not in words_of(amara, STORY)
    row = opened(cast.amara, "protection_plan", cast)
    amara.post(reverse("portal:entry_open_it", args=[row.pk]))  # it may be hard to read: she chooses to open it
    page = words_of(amara, reverse("portal:entry", args=[row.pk]))
    assert "There was a plan to keep you safe from November 2016 to May 2017." in page
    assert "Workers were worried that you did not get the care you needed." in page
    assert "NEG" not in page


@pytest.mark.need("R14")
def test_my_people_and_my_story_give_a_worker_the_same_days(client: Client, cast: Cast, tmp_path: Path) -> None:
    """The return and the notes say otherwise; the dataset is the one source where it knows the role."""
    add(cast.amara, "worker_period", date(2023, 12, 4), facts={"worker_key": "SW9", "name": "Priya Shaw", "role": "social worker"})
    long_ago = {"worker_key": "SW1", "name": "Old Friend", "role": "social worker"}
    add(cast.amara, "worker_period", date(2014, 3, 4), end=date(2015, 3, 4), facts=long_ago)
    brought_in(cast.amara, tmp_path, {"ssd_professionals": [WORKER], "ssd_involvements": [INVOLVED]})
    amara = signed_in(client, cast)
    people, story = words_of(amara, reverse("portal:my_people")), words_of(amara, STORY)
    for page in (people, story):
        assert "Priya Shah" in page
        assert "Priya Shaw" not in page.replace("Priya Shah", "")
        assert "Old Friend" in page
    assert "January 2024" in story
    assert "December 2023" not in people + story
