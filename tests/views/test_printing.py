"""Every page of a young person prints in one action, in the same place; and any view can be asked for on paper."""

import re
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from people.models import ReadingPreference, Task, TaskKind
from portal.copies import Copy
from portal.queries.printing import NOT_PRINTED
from tests.cast import NOW, Cast, sign_in
from tests.views.address_table import TABLE, YOUNG
from tests.views.story_of_amara import add, home, opened, own_words, visit

pytestmark = pytest.mark.django_db
WITHOUT_ID = sorted(name for name, row in TABLE.items() if row.allowed >= YOUNG and not row.thing and not row.post)
PRINTED = [name for name in WITHOUT_ID if name.startswith(("portal:", "stories:")) and name not in NOT_PRINTED | {"stories:kept"}]
BEFORE_SIGN_IN = {"portal:join", "portal:join_name", "portal:forgotten", "portal:take_a_break", "portal:before_you_hide"}
THEIRS_ALONE = {"portal:never", "portal:set_aside"}  # what they chose not to see lies on no printer
PICTURE = "Amara is 13. She swims."


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(client: Client, cast: Cast) -> Client:
    """Amara, signed in, with a home, a visit that was opened and a pen picture."""
    home(cast.amara, date(2017, 3, 4))
    opened(visit(cast.amara, date(2019, 2, 3)), cast.ben)
    written = {"text": PICTURE, "author_name": "Ben Hughes", "author_role": "social worker"}
    opened(add(cast.amara, "pen_picture", date(2026, 9, 1), **written), cast.ben)
    return sign_in(client, cast.amara.user)


def text_of(client: Client, address: str) -> str:
    """The page as text."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


@pytest.mark.parametrize("name", sorted(THEIRS_ALONE))
def test_what_is_theirs_alone_offers_no_paper(amara: Client, name: str) -> None:
    assert "?print=" not in text_of(amara, reverse(name))


@pytest.mark.need("R19")
@pytest.mark.parametrize("name", [name for name in PRINTED if name not in BEFORE_SIGN_IN | THEIRS_ALONE])
def test_every_page_prints_in_one_action_from_the_same_place(amara: Client, name: str) -> None:
    page = text_of(amara, reverse(name))
    assert page.index("</main>") < page.index('href="?print=12#print"') < page.index('href="?print=18#print"') < page.index('class="last"')
    printed = text_of(amara, f"{reverse(name)}?print=18")
    assert 'data-print="18"' in printed
    assert re.search(r'<html[^>]* class="[^"]*\bprinted\b', printed)
    title = re.search(r"<title>(.*?)</title>", printed, re.S)
    assert title
    assert "Amara" not in title[1]
    assert 'href="?print=18#print"' not in printed  # one place to print from, on the printed form too


@pytest.mark.need("R4")
@pytest.mark.parametrize("view", ["my_story", "my_people", "entry"])
def test_the_pen_picture_stands_at_the_head_of_a_page_when_it_is_asked_for(amara: Client, cast: Cast, view: str) -> None:
    entry = cast.amara.entries_now.get(kind="visit").pk
    address = reverse(f"portal:{view}", args=[entry] if view == "entry" else [])
    main = text_of(amara, f"{address}?print=12").split("<main", 1)[1]
    assert PICTURE not in main.split("<h1", 1)[0]
    assert "Put the words about me at the top" in main
    for asked in ("?print=12&picture=1", "?picture=1"):
        head = text_of(amara, address + asked).split("<main", 1)[1].split("<h1", 1)[0]
        assert PICTURE in head
        assert "Ben Hughes" in head


@pytest.mark.need("R6", "R19")
def test_the_whole_timeline_prints_at_once_with_every_kind_of_record_in_order(amara: Client, cast: Cast) -> None:
    for year in range(70):
        add(cast.amara, "review_held", date(2018, 1, 1 + year % 28), facts={"code": "PN1"})
    own_words(cast.amara, cast.ben, "I was glad.", date(2018, 6, 1))
    assert "Page 1 of 2" in text_of(amara, "/my-story/?by=time")
    printed = text_of(amara, "/my-story/?by=time&print=12")
    assert "Page 1 of" not in printed
    places = [printed.index(words) for words in ("Living with foster carers", "Your review meeting", "I was glad.", "Ben came to see you.")]
    assert places == sorted(places)


def test_the_size_somebody_prints_in_is_the_one_they_chose(amara: Client, cast: Cast) -> None:
    ReadingPreference.objects.create(user=cast.amara.user, print_points=16)
    assert 'href="?print=16#print"' in text_of(amara, "/")
    assert "Words of 16 point" in text_of(amara, "/?print=16")
    assert "printed" not in text_of(amara, "/?print=99").split("<head>")[0]


@pytest.mark.need("M10", "R96")
def test_any_view_can_be_asked_for_on_paper_as_one_reads_and_taken_back(amara: Client, cast: Cast, client: Client) -> None:
    page = text_of(amara, "/my-story/?by=section&in=homes")
    address = re.search(r'href="(/on-paper/[^"]*)"', page)
    assert address
    address = address[1].replace("&amp;", "&")
    assert "Where I have lived" in text_of(amara, address)
    choice = {"level": "easy", "points": "18", "language": "en-gb"}
    for _time in range(2):
        answer = amara.post(address, choice, follow=True)
        said = answer.content.decode()
        assert "You asked for this on paper. Ben Hughes will answer by Wednesday 25 November." in said
    task = Task.objects.get(kind=TaskKind.PRINT_COPY)
    assert (task.for_user, task.child) == (cast.ben, cast.amara)
    assert Copy.from_key(task.about_type) == Copy("section", "homes", "easy", 18, "en-gb")
    assert task.words == "Where I have lived. Easy: one sentence with pictures. 18 point. English."
    amara.post(reverse("portal:paper_copy_back", args=[task.pk]))
    task.refresh_from_db()
    assert task.done_by == cast.amara.user
    assert "You took this back on" in text_of(amara, reverse("portal:answers"))
    assert Task.objects.open().filter(kind=TaskKind.PRINT_COPY).count() == 0


@pytest.mark.need("M10", "R96")
def test_a_worker_prints_what_the_young_person_sees_and_says_when_it_comes(amara: Client, cast: Cast) -> None:
    visit(cast.amara, date(2020, 2, 3), title="A closed visit")
    amara.post("/on-paper/?what=story", {"level": "plain", "points": "18", "language": "en-gb"})
    task = Task.objects.get(kind=TaskKind.PRINT_COPY)
    ben = sign_in(Client(), cast.ben)
    sheet = text_of(ben, reverse("portal:print_copy", args=[task.pk]))
    assert "large-print" in sheet.split("<head>")[0]
    assert "Ben came to see you." in sheet
    assert "A closed visit" not in sheet
    assert "See it and print it" in text_of(ben, reverse("portal:task", args=[task.pk]))
    ben.post(reverse("portal:task", args=[task.pk]), {"outcome": "I bring it on Thursday."})
    assert "I bring it on Thursday." in text_of(amara, reverse("portal:answers"))


@pytest.mark.parametrize("what", ["home", "why", "people", "papers", "year&which=2019", "section&which=helpers"])
def test_each_view_becomes_a_sheet(amara: Client, cast: Cast, what: str) -> None:
    amara.post(f"/on-paper/?what={what}", {"level": "original", "points": "12", "language": "en-gb"})
    task = Task.objects.get(kind=TaskKind.PRINT_COPY)
    assert len(task.about_type) <= 40
    sheet = text_of(sign_in(Client(), cast.ben), reverse("portal:print_copy", args=[task.pk]))
    assert "sheet-of-paper" in sheet
    expected = {"home": PICTURE, "people": "Ben Hughes", "year&which=2019": "Visited.", "section&which=helpers": "Visited."}
    assert expected.get(what, "") in sheet


@pytest.mark.parametrize("what", ["nothing", "entry&which=nonsense", "section&which=none", "year&which=20x8", "entry"])
def test_there_is_no_paper_of_what_one_cannot_see(amara: Client, cast: Cast, what: str) -> None:
    assert amara.get(f"/on-paper/?what={what}").status_code == 404
    closed = visit(cast.amara, date(2020, 2, 3))
    assert amara.get(f"/on-paper/?what=entry&which={closed.pk}").status_code == 404
    theirs = opened(visit(cast.noor, date(2020, 2, 3)), cast.dev)
    assert amara.post(f"/on-paper/?what=entry&which={theirs.pk}", {}).status_code == 404
