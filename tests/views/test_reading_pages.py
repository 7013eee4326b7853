"""Home, the life line, the story by year and the way back: looked at before it is read, and never losing one's place."""

import gzip
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from official_file.models import Connection, ReaderChoice
from people.actions.write_about_me import write_about_me
from people.models import ReadingPreference
from portal.queries.whole_page import LONGEST_BEGINNING, LONGEST_PICTURE, beginning_of
from tests.cast import NOW, Cast, sign_in
from tests.views.story_of_amara import add, home, opened, own_words, visit

pytestmark = pytest.mark.django_db
MOST_BYTES, MOST_REQUESTS = 60 * 1024, 4


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(client: Client, cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(client, cast.amara.user)


def main_of(client: Client, address: str) -> str:
    """The main part of a page, without the token of its forms."""
    answer = client.get(address, follow=True)
    assert answer.status_code == 200, address
    page = answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", page)


@pytest.mark.need("R1", "R3", "R94")
def test_home_holds_what_it_should_in_order_and_nothing_else(amara: Client, cast: Cast) -> None:
    write_about_me(child=cast.amara, words="I play in goal.", by=cast.amara.user, now=NOW)
    long = "You like football. " * 60
    opened(add(cast.amara, "pen_picture", date(2026, 9, 1), text=long, author_name="Ben Hughes", author_role="social worker"), cast.ben)
    place = opened(visit(cast.amara, date(2024, 2, 3)), cast.ben)
    ReaderChoice.objects.create(child=cast.amara, choice="place", entry=place, at=NOW)
    page = main_of(amara, "/")
    parts = (
        "Hello, Amara", "I play in goal.", "My story", "My words", "My people", "My papers", "You like football.", "Why I am in care",
        "Carry on where I stopped", "What is new", "Something that worries me", "Ask for my whole file", "Who has looked",
    )  # fmt: skip
    places = [page.index(part) for part in parts]
    assert places == sorted(places)
    assert page.count("You like football.") * 3 <= LONGEST_PICTURE
    assert page.count("<h2") == 4
    assert page.count('class="door"') == 4


@pytest.mark.need("M20")
@pytest.mark.parametrize("kind", ["worry", "celebrate", "want", "keep"])
def test_each_quick_way_in_opens_the_page_for_own_words_with_its_kind(amara: Client, kind: str) -> None:
    address = f"{reverse('stories:write')}?kind={kind}"
    assert f'href="{address}"' in main_of(amara, "/")
    page = main_of(amara, address)
    assert re.search(rf'name="kind" value="{kind}"', page)
    assert {"worry": "Something that worries me", "celebrate": "Something to celebrate"}.get(kind, "Something I want") in page


def test_carrying_on_is_offered_only_while_the_place_is_open(amara: Client, cast: Cast) -> None:
    closed = visit(cast.amara, date(2024, 2, 3))
    ReaderChoice.objects.create(child=cast.amara, choice="place", entry=closed, at=NOW)
    assert "Carry on where I stopped" not in main_of(amara, "/")
    opened(closed, cast.ben)
    assert f'href="{reverse("portal:entry", args=[closed.pk])}"' in main_of(amara, "/")


@pytest.mark.parametrize(
    ("words", "begins", "cut"),
    [
        ("I swim.\n\nأنا أسبح", "I swim.\n\nأنا أسبح", False),
        ("word " * 100, ("word " * LONGEST_BEGINNING).strip() + " ...", True),
        ("one line of it\n" * 9 + "and  a \t last one", ("one line of it\n" * 9).rstrip() + "\nand  a \t last one", False),
        ("one line of it\n" * 20, ("one line of it\n" * 10).rstrip() + " ...", True),
        ("", "", False),
    ],
)
def test_a_long_about_me_begins_as_it_was_written_and_says_that_there_is_more(words: str, begins: str, cut: bool) -> None:
    said = beginning_of(words)
    assert (said.text, said.is_cut) == (begins, cut)


@pytest.mark.need("R6")
def test_the_life_line_draws_homes_years_gaps_and_a_dot_for_own_words_and_says_them_in_words(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2014, 3, 4), date(2015, 8, 21))
    home(cast.amara, date(2019, 5, 1))
    own_words(cast.amara, cast.ben, "I was glad.", date(2020, 6, 1))
    page = main_of(amara, "/my-story/")
    drawing = page.split("<svg width", 1)[1].split("</section>", 1)[0]
    assert page.index('class="life-line"') < page.index("Look for something")
    assert drawing.count('class="gap-bar"') == 1
    assert drawing.count('class="dot"') == 1
    assert all(f">{year}</text>" in drawing for year in range(2014, 2027))
    said = drawing.split("The same in words", 1)[1]
    expected = ("foster carers, 2014 to 2015", "Nothing is open to you from 2016 to 2018", "since 2019")
    places = [said.index(words) for words in expected]
    assert places == sorted(places)


def test_a_chapter_says_how_long_with_whom_who_helped_and_why_it_ended_of_what_is_open(amara: Client, cast: Cast) -> None:
    start, end = date(2017, 3, 4), date(2018, 8, 21)
    home(cast.amara, start, end)
    home(cast.amara, end)
    add(cast.amara, "worker_period", date(2017, 4, 1), end=date(2018, 1, 1), facts={"name": "Beverley Hart", "role": "social worker"})
    then = {"child": cast.amara, "source": "ssd", "relation": "your foster carer", "starts": start, "ends": end}
    Connection.objects.create(key="c1", names=["Joy Baptiste"], known_confirmed_by=cast.ben, known_confirmed_at=NOW, **then)
    Connection.objects.create(key="c2", names=["Nia Nobody"], **then)
    why = add(cast.amara, "move_reason", start, end=end, facts={"code": "CHILD"})
    page = main_of(amara, "/my-story/")
    assert "That was about 18 months." in page
    assert "Joy Baptiste" in page
    assert "Beverley Hart, social worker" in page
    assert "Nia" not in page
    assert "Why it ended" not in page
    opened(why, cast.ben)
    folded = main_of(amara, "/my-story/").split("Why it ended:</strong>", 1)[1].split("</p>", 1)[0]
    assert reverse("portal:entry", args=[why.pk]) in folded
    assert "You asked to move." not in folded  # it carries a content note
    ReadingPreference.objects.create(user=cast.amara.user, fold_notes=False)
    assert re.search(r"Why it ended:</strong> You asked to move\.", main_of(amara, "/my-story/"))


@pytest.mark.need("R6")
def test_a_year_holds_what_is_open_of_it_and_leads_to_the_years_beside_it(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4))
    opened(visit(cast.amara, date(2018, 2, 3), title="A day in February"), cast.ben)
    opened(visit(cast.amara, date(2020, 2, 3), title="Two years later"), cast.ben)
    visit(cast.amara, date(2019, 2, 3), title="A closed one")
    years = main_of(amara, "/my-story/?by=year")
    assert re.findall(r"year=(\w+)", years) == ["2017", "2018", "2020"]
    assert "You turned 5" in years
    page = main_of(amara, "/my-story/?by=year&year=2018")
    assert "A day in February" in page
    assert "Two years later" not in page
    assert "foster carers" in page
    assert re.findall(r'rel="(?:prev|next)" href="\?by=year&amp;year=(\d+)"', page) == ["2017", "2020"]
    for nothing_open in ("2019", "1999", "<b>"):
        assert amara.get(f"/my-story/?by=year&year={nothing_open}")["Location"] == "/my-story/?by=year"


@pytest.mark.need("R7", "R8")
def test_one_thing_stands_in_each_of_its_parts_and_once_in_the_story(amara: Client, cast: Cast) -> None:
    facts = {"title": "A day at school", "summary": "We talked about school and health."}
    both = add(cast.amara, "visit", date(2019, 3, 4), facts=facts, text="We talked.", sections=("school", "health"))
    opened(both, cast.ben)
    for part in ("school", "health"):
        assert f'id="e-{both.pk}"' in main_of(amara, f"/my-story/?by=section&in={part}")
    assert main_of(amara, "/my-story/?by=time").count(f'id="e-{both.pk}"') == 1


@pytest.mark.need("R81")
@pytest.mark.parametrize(
    ("listed", "back"),
    [
        ("/my-story/?by=year&year=2019", "/my-story/?by=year&amp;year=2019&amp;page=1#e-{}"),
        ("/my-story/?by=section&in=helpers", "/my-story/?by=section&amp;in=helpers&amp;page=1#e-{}"),
        ("/my-story/new/", "/my-story/new/#e-{}"),
        ("/my-story/", "/my-story/?at={}"),
    ],
)
def test_going_back_from_an_entry_ends_at_its_line_in_the_list_it_was_opened_from(
    amara: Client, cast: Cast, listed: str, back: str
) -> None:
    entry = opened(visit(cast.amara, date(2019, 2, 3)), cast.ben)
    amara.get("/my-papers/")
    assert f'id="e-{entry.pk}"' in main_of(amara, listed)
    assert f'href="{back.format(entry.pk)}"' in main_of(amara, reverse("portal:entry", args=[entry.pk]))


@pytest.mark.need("R2")
def test_a_page_changes_with_the_entry_it_is_made_from_and_nothing_is_typed_twice(amara: Client, cast: Cast) -> None:
    row = home(cast.amara, date(2017, 3, 4), date(2018, 8, 21)).now
    pages = ("/my-story/", "/my-story/?by=year&year=2017", "/my-story/?by=section&in=homes", "/my-story/?print=12")
    assert all("foster carers" in main_of(amara, page) for page in pages)
    row.opens_at = timezone.now() + timedelta(days=1)
    row.save()
    assert not any("foster carers" in main_of(amara, page) for page in pages)


def test_names_of_any_script_and_length_stand_on_every_page(amara: Client, cast: Cast) -> None:
    for name in ("أمارا أوكافور", "A" * 300, "<b>Amara</b> & 'Co'"):
        cast.amara.known_as = name
        cast.amara.save()
        for page in ("/", "/?print=18", "/my-story/", "/my-story/?by=year", "/on-paper/"):
            assert "<b>Amara" not in main_of(amara, page)


def test_an_empty_record_says_what_to_do_on_every_way_to_read_it(amara: Client) -> None:
    for page in ("/my-story/", "/my-story/?by=year", "/my-story/?print=12"):
        assert "Your story is not open yet" in main_of(amara, page)
    assert "life-line" not in main_of(amara, "/my-story/")


@pytest.mark.need("R77")
def test_home_and_a_full_page_of_the_story_weigh_at_most_sixty_kilobytes_with_everything_they_ask_for(amara: Client, cast: Cast) -> None:
    for year in range(2014, 2026):
        home(cast.amara, date(year, 1, 1), date(year, 12, 1))
        for month in range(2, 8):
            opened(visit(cast.amara, date(year, month, 3)), cast.ben)
        own_words(cast.amara, cast.ben, "It was a good year. I learned to swim." * 4, date(year, 9, 1))
    pages = [amara.get(address).content for address in ("/", "/my-story/")]
    asked = {file for page in pages for file in re.findall(rb'(?:src|href)="(/static/[^"]+)"', page)}
    files = [Path(settings.BASE_DIR, file.decode().lstrip("/")).read_bytes() for file in asked]
    assert len(asked) + 1 <= MOST_REQUESTS
    assert sum(len(gzip.compress(content, 6)) for content in [*pages, *files]) <= MOST_BYTES
