"""My story: in order, in parts, with what is open and nothing else."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.html import escape

from people.models import Task, TaskKind
from portal.queries.life_line import YEAR_WIDTH, Bar
from portal.queries.story import LINES_FIRST
from tests.cast import NOW, Cast, sign_in
from tests.views.story_of_amara import OTHERS_WORDS, WORDS, add, home, opened, own_words, visit

pytestmark = pytest.mark.django_db
STORY = "/my-story/?by=time"


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(client: Client, cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(client, cast.amara.user)


def text_of(client: Client, address: str = STORY) -> str:
    """The page as text, without the token of its forms, which is new each time."""
    response = client.get(address)
    assert response.status_code == 200
    return re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "", response.content.decode())


@pytest.mark.need("M1")
def test_homes_are_chapters_and_their_entries_stand_under_them(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4), date(2018, 8, 21))
    home(cast.amara, date(2018, 8, 21), None, place="K2")
    opened(visit(cast.amara, date(2024, 2, 3)), cast.ben)
    page = text_of(amara)
    first, second = page.rindex("Living with foster carers, 2017 to 2018"), page.rindex("since 2018")
    assert first < second < page.rindex("Ben came to see you.")
    assert OTHERS_WORDS not in page


def test_closed_entries_show_only_as_a_way_to_ask(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4))
    visit(cast.amara, date(2019, 2, 3), title="A hard visit")
    page = text_of(amara)
    assert "A hard visit" not in page
    assert "There is more about this time." in page


@pytest.mark.parametrize("place", ["A3", "A4", "U2"])
def test_an_adoptive_home_leaves_no_trace(amara: Client, cast: Cast, place: str) -> None:
    home(cast.amara, date(2017, 3, 4), date(2018, 8, 21))
    home(cast.amara, date(2023, 1, 1))
    before = text_of(amara)
    home(cast.amara, date(2019, 1, 1), date(2021, 1, 1), place=place)
    assert text_of(amara) == before
    assert "adopt" not in before.lower()


@pytest.mark.need("M8")
def test_years_with_nothing_are_said_to_be_so(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4), date(2018, 8, 21))
    home(cast.amara, date(2022, 5, 1))
    assert "Nothing is open to you from 2019 to 2021" in text_of(amara)


def test_years_after_growing_up_are_not_called_missing(client: Client, cast: Cast) -> None:
    """Idris was born in 1992: 2007 is a missing year, 2015 is a year he lived without us."""
    home(cast.idris, date(2005, 3, 4), date(2006, 8, 21))
    page = text_of(sign_in(client, cast.idris.user))
    assert "Nothing is open to you from 2007 to 2009" in page
    assert "to 2025" not in page


def test_a_worker_whom_another_source_names_is_told_once(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4))
    nameless = {"worker_key": "SW1", "reason": "MANAGE"}
    add(cast.amara, "worker_period", date(2018, 1, 1), end=date(2019, 1, 1), facts=nameless)
    assert "You had a social worker" in text_of(amara)
    add(
        cast.amara,
        "worker_period",
        date(2018, 1, 1),
        end=date(2019, 1, 1),
        facts={**nameless, "name": "Beverley Hart", "role": "social worker"},
    )
    page = text_of(amara)
    assert "Beverley Hart" in page
    assert "You had a social worker" not in page


def test_what_is_said_of_silent_years_is_the_same_and_true_whether_or_not_something_closed_is_there(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4), date(2018, 8, 21))
    home(cast.amara, date(2022, 5, 1))
    before = text_of(amara)
    visit(cast.amara, date(2020, 5, 1))
    assert text_of(amara) == before
    assert "Nothing is open to you from 2019 to 2021" in before
    assert "Maybe nobody wrote about this time. Maybe your worker has not read it yet." in before
    assert "We have nothing" not in before


@pytest.mark.need("R31")
def test_own_words_stand_in_the_story_as_they_were_written(amara: Client, cast: Cast) -> None:
    own_words(cast.amara, cast.ben)
    assert escape(WORDS) in text_of(amara)


@pytest.mark.parametrize(
    ("months", "words"),
    [
        (60, ["Living with foster carers, 2017 to 2018"]),
        (24, ["Living with foster", "carers, 2017 to 2018"]),
        (15, ["Living with", "foster carers"]),
        (3, []),
    ],
)
def test_a_home_on_the_life_line_says_what_it_is_as_far_as_there_is_room(months: int, words: list[str]) -> None:
    bar = Bar(x=0, width=months * YEAR_WIDTH // 12, label="Living with foster carers, 2017 to 2018")
    assert [line for _y, line in bar.lines] == words
    assert all(0 < y < 56 for y, _line in bar.lines)


def test_asking_for_a_chapter_twice_is_one_task_and_says_when(amara: Client, cast: Cast) -> None:
    first = home(cast.amara, date(2017, 3, 4))
    visit(cast.amara, date(2019, 2, 3))
    for _time in range(2):
        answer = amara.post(reverse("portal:ask_chapter", args=[first.pk]))
        assert answer["Location"] == f"{reverse('portal:my_story')}?by=time&page=1#asked-{first.pk}"
    task = Task.objects.get(kind=TaskKind.OPEN_CHAPTER)
    assert (task.child, task.about_id, task.for_user) == (cast.amara, first.pk, cast.ben)
    page = text_of(amara)
    assert f'<p id="asked-{first.pk}">' in page
    assert "You asked to read more of this part. Ben Hughes will answer by Wednesday 2 December." in page
    assert "You asked to read more of this part on 18 November" in page


def test_nobody_asks_for_a_chapter_of_somebody_else(amara: Client, cast: Cast) -> None:
    theirs = home(cast.noor, date(2018, 3, 4))
    assert amara.post(reverse("portal:ask_chapter", args=[theirs.pk])).status_code == 404
    assert not Task.objects.exists()


@pytest.mark.need("R22")
def test_every_section_says_why_it_is_collected_and_what_to_do_when_it_is_empty(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4))
    page = text_of(amara, "/my-story/?by=section")
    assert page.count("So that ") == 13
    assert "Nothing is open here yet. You can ask your worker what is written about school." in page
    assert "Living with foster carers" in text_of(amara, "/my-story/?by=section&in=homes")


def test_parts_are_called_what_is_true_for_somebody_who_left_care(client: Client, cast: Cast) -> None:
    page = text_of(sign_in(client, cast.idris.user), "/my-story/?by=section")
    assert "Why I was in care" in page
    assert "Why I am in care" not in page
    assert "It begins when you are about 16" not in page
    assert "Why I was in care" in text_of(client, "/my-story/?by=section&in=why_in_care")


@pytest.mark.need("M1")
def test_the_chosen_order_is_kept_for_good(amara: Client, cast: Cast) -> None:
    answer = amara.post(reverse("portal:keep_order"), {"order": "section"})
    assert answer["Location"] == "/my-story/"
    assert "So that " in text_of(amara, "/my-story/")
    amara.get("/my-story/?by=time")  # looking at it the other way for once changes nothing
    amara.logout()
    assert "So that " in text_of(sign_in(amara, cast.amara.user), "/my-story/")
    amara.post(reverse("portal:keep_order"), {"order": "time"})
    assert "So that " not in text_of(amara, "/my-story/")
    assert amara.post(reverse("portal:keep_order"), {"order": "rainbow"}).status_code == 404


def test_a_page_holds_sixty_entries_and_a_chapter_is_found_on_its_page(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2012, 3, 4), date(2018, 8, 21))
    home(cast.amara, date(2018, 8, 21))
    for number in range(70):
        add(cast.amara, "review_held", date(2015, 1, 1) + timedelta(days=number), facts={"code": "PN1"})
    assert "Page 1 of 2" in text_of(amara)
    response = amara.get("/my-story/?by=time&go=2018-08-21")
    assert response["Location"] == "/my-story/?by=time&page=2#part-2018-08-21"


@pytest.mark.parametrize("entries", [5, 130])
def test_a_page_of_the_story_asks_at_most_fifteen_questions(amara: Client, cast: Cast, entries: int) -> None:
    for year in range(2013, 2020):
        home(cast.amara, date(year, 3, 4), date(year + 1, 3, 4))
    for number in range(entries):
        add(cast.amara, "review_held", date(2015, 1, 1) + timedelta(days=9 * number), facts={"code": "PN1"})
    with CaptureQueriesContext(
        connection,
    ) as asked:
        text_of(amara)
    assert len(asked) <= 15, "\n".join(query["sql"][:160] for query in asked.captured_queries)


def test_what_is_still_to_come_is_not_in_the_story(amara: Client, cast: Cast) -> None:
    add(cast.amara, "review_held", date(2027, 1, 4), facts={"code": "PN1"}, now=datetime(2026, 1, 1, tzinfo=UTC))
    assert "review" not in text_of(amara).split("<main", 1)[1].split("</main>", 1)[0].lower()


@pytest.mark.need("R81")
def test_going_back_from_an_entry_keeps_its_place(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2012, 3, 4))
    days = [date(2015, 1, 1) + timedelta(days=number) for number in range(70)]
    last = [add(cast.amara, "review_held", day, facts={"code": "PN1"}) for day in days][-1]
    text_of(amara)
    back = f"/my-story/?at={last.pk}"
    assert f'href="{back}"' in text_of(amara, reverse("portal:entry", args=[last.pk]))
    place = amara.get(back)["Location"]
    assert place == f"/my-story/?by=time&page=2#e-{last.pk}"
    assert f'id="e-{last.pk}"' in text_of(amara, place.split("#")[0])
    assert amara.get("/my-story/?at=nonsense").status_code == 200


def test_a_long_chapter_begins_open_and_folds_the_rest_which_stands_open_on_paper(amara: Client, cast: Cast) -> None:
    home(cast.amara, date(2017, 3, 4), None)
    for day in range(1, 13):
        opened(visit(cast.amara, date(2018, 5, day)), cast.ben)
    page = text_of(amara)
    line = 'class="entry-line"'
    before, folded = page.split('<details class="more rest">')
    assert before.count(line) == LINES_FIRST
    assert f"{folded.count(line)} more things from this time" in folded
    assert '<details class="more rest" open>' in text_of(amara, f"{STORY}&print=12")
