"""A child's page for staff: one story out of every source, with who wrote each entry, and no more questions for a long file."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entries, append_entry
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import EntrySource
from official_file.plain_language.when import When
from people.models import Child
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
QUESTIONS = re.compile(r"^(SELECT|INSERT|UPDATE|DELETE)")


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def ben(client: Client, cast: Cast) -> Client:
    """Her worker's laptop."""
    return sign_in(client, cast.ben)


def page(client: Client, child: Child, query: str = "") -> str:
    answer = client.get(reverse("portal:child", args=[child.pk]) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def a_life(child: Child) -> None:
    """Two homes, and notes in both."""
    an_entry(child, "came_into_care", date(2016, 5, 4))
    when, facts = When(date(2016, 5, 4), date(2019, 8, 1)), {"place": "U6", "provider": "PR1", "rne": "S"}
    append_entry(child=child, draft=EntryDraft("home", when, SourceRef("ssda903", "first"), facts=facts), by=NIGHTLY_IMPORT, now=NOW)
    an_entry(child, "home", date(2019, 8, 1), facts={"place": "K2", "provider": "PR1", "rne": "P"})
    an_entry(child, "visit", date(2017, 2, 3), text="She drew a boat.", facts={"title": "The boat"})
    an_entry(child, "note", date(2020, 2, 3), text="She swam a mile.", facts={"title": "The swim"})
    an_entry(child, "note", None, text="She has a cat.", facts={"title": "The cat"})


@pytest.mark.need("R6", "M1")
def test_the_record_is_one_story_in_chapters_from_now_back_or_from_the_beginning(ben: Client, cast: Cast) -> None:
    a_life(cast.amara)
    newest = page(ben, cast.amara)
    order = ["About me", "Pen picture", "Why they are in care", "Living in a children&#x27;s home", "The swim", "Living with foster carers"]
    places = [newest.index(words) for words in [*order, "The boat", "Without a date", "The cat"]]
    assert places == sorted(places)
    oldest = page(ben, cast.amara, "?from=first")
    assert oldest.index("The boat") < oldest.index("The swim") < oldest.index("The cat")


@pytest.mark.need("R6", "M1")
def test_the_record_is_found_by_part_and_by_year(ben: Client, cast: Cast) -> None:
    a_life(cast.amara)
    helpers = page(ben, cast.amara, "?in=helpers")
    assert "The boat" in helpers
    assert "The swim" not in helpers
    of_2020 = page(ben, cast.amara, "?year=2020")
    assert "The swim" in of_2020
    assert "The boat" not in of_2020
    for nonsense in ("?year=twenty", "?in=nothing", "?page=x", "?year=1700", "?year=2020&in=school"):
        page(ben, cast.amara, nonsense)


@pytest.mark.need("R13")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Priya Shah, social worker, 3 February 2017."),
        ({"written_on": None}, "Priya Shah, social worker. The day it was written is missing."),
        ({"author_role": ""}, "Priya Shah, role missing, 3 February 2017."),
        ({"author_name": ""}, "social worker, name missing, 3 February 2017."),
        ({"author_name": "", "author_role": "", "written_on": None}, "Who wrote it is missing. The day it was written is missing."),
    ],
)
def test_staff_read_who_wrote_each_entry_and_what_of_that_is_missing(ben: Client, cast: Cast, given: dict[str, object], said: str) -> None:
    an_entry(cast.amara, "visit", date(2017, 2, 3), text="She drew a boat.", facts={"title": "The boat"}, **given)
    an_entry(cast.amara, "home", date(2016, 5, 4), facts={"place": "U6"})
    seen = page(ben, cast.amara)
    assert said in seen
    assert "From a list that does not say who wrote it." in seen


@pytest.mark.need("R13")
@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, ("Priya Shah, social worker, wrote this.", "It was written on 3 February 2017.")),
        ({"author_role": ""}, ("Priya Shah wrote this.",)),
        ({"author_name": ""}, ("A social worker wrote this. The name is missing.",)),
        (
            {"author_name": "", "author_role": "", "written_on": None},
            ("We do not know who wrote this. The file does not say.", "We do not know what day it was written."),
        ),
    ],
)
def test_the_young_person_reads_who_wrote_each_entry_and_what_is_missing(
    client: Client, cast: Cast, given: dict[str, object], said: tuple[str, ...]
) -> None:
    entry = an_entry(cast.amara, "visit", date(2017, 2, 3), text="She drew a boat.", facts={"title": "The boat"}, **given)
    entry.now.opens_at, entry.now.state = NOW - timedelta(days=1), "shared"
    entry.now.save()
    seen = " ".join(sign_in(client, cast.amara.user).get(reverse("portal:entry", args=[entry.pk])).content.decode().split())
    for words in said:
        assert words in seen


@pytest.mark.need("M15", "M18", "R17")
def test_every_source_of_an_entry_stands_beside_it_with_the_day_it_was_last_true(ben: Client, cast: Cast) -> None:
    home = an_entry(cast.amara, "home", date(2016, 5, 4), facts={"place": "U6"})
    EntrySource.objects.create(entry=home, system="ssd", key="x/1", as_of=date(2026, 11, 17))
    seen = page(ben, cast.amara)
    assert "yearly return" in seen
    assert "case system, 17 November 2026" in seen
    assert seen.count("You have lived with foster carers since May 2016") == 1


def test_what_waits_is_said_once_with_where_to_go(ben: Client, cast: Cast) -> None:
    a_life(cast.amara)
    seen = page(ben, cast.amara)
    assert "3 entries to read and open" in seen
    assert reverse("portal:gaps", args=[cast.amara.pk]) in seen
    assert "We keep this record until 2 March 2088 at least." in seen


def test_a_stranger_gets_the_same_answer_as_for_nothing(client: Client, cast: Cast) -> None:
    a_life(cast.amara)
    for user in (cast.carys, cast.dev, cast.imani):
        assert sign_in(Client(), user).get(reverse("portal:child", args=[cast.amara.pk])).status_code == 404


def test_ten_thousand_entries_are_read_with_at_most_twenty_questions(ben: Client, cast: Cast) -> None:
    """Savepoints are the test's own and not counted."""
    first, drafts = date(2012, 1, 1), []
    for number in range(10_000):
        day = first + timedelta(days=number // 2)
        if number % 900 == 0:
            facts = {"place": "U4", "provider": "PR1", "rne": "P"}
            drafts.append(EntryDraft("home", When(day, day + timedelta(days=400)), SourceRef("ssda903", f"h{number}"), facts=facts))
        else:
            source = SourceRef("case_notes", f"n{number}")
            drafts.append(EntryDraft("note", When(day), source, facts={"title": "A note"}, text="We talked.", author_name="Priya Shah"))
    append_entries(drafts=[(cast.amara, draft) for draft in drafts], by=cast.ben.who(NOW), now=NOW)
    page(ben, cast.amara)
    for query in ("", "?page=80", "?in=homes", "?year=2015"):
        with CaptureQueriesContext(connection) as asked:
            page(ben, cast.amara, query)
        counted = [one["sql"] for one in asked.captured_queries if QUESTIONS.match(one["sql"])]
        assert len(counted) <= 20, "\n".join(sql[:160] for sql in counted)
