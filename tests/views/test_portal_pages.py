"""The other pages: home, people, papers, who has looked, leaving at once; small, private, and never silent."""

import gzip
import re
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from django.conf import settings
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.record import record
from official_file.models import Connection
from people.models import Child, TaskKind
from portal.views.design import AROUND
from tests.architecture.tree import ROOT
from tests.cast import NOW, Cast, sign_in
from tests.views.story_of_amara import add, home, opened, visit

pytestmark = pytest.mark.django_db
NAMES = (
    "home", "my_story", "newly_open", "why", "my_people", "my_papers", "who_has_looked", "answers", "about_me",
    "settings", "help",
)  # fmt: skip
MOST_BYTES, MOST_REQUESTS = 60 * 1024, 4


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(client: Client, cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(client, cast.amara.user)


def text_of(client: Client, name: str) -> str:
    """A page as text."""
    response = client.get(reverse(f"portal:{name}"))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_its_help_in_the_same_places_and_a_title_that_names_no_one(amara: Client, name: str) -> None:
    page = text_of(amara, name)
    assert page.index("Skip to the main part") < page.index("Hide this page") < page.index("<main")
    assert page.index("Hide this page") < page.index("I am worried about something now") < page.index("</header>")
    last = re.findall(r"<a [^>]*>(.*?)</a>", page, re.S)[-1]
    assert "Help and people to talk to" in last
    title = re.search(r"<title>(.*?)</title>", page, re.S)
    assert title
    assert "Amara" not in title[1]
    assert page.count("<h1") == 1


@pytest.mark.parametrize("name", NAMES)
def test_no_page_may_be_kept_by_a_browser(amara: Client, name: str) -> None:
    assert "no-store" in amara.get(reverse(f"portal:{name}"))["Cache-Control"]


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("home", "help")])
def test_staff_have_none_of_the_young_persons_pages(client: Client, cast: Cast, name: str) -> None:
    assert sign_in(client, cast.ben).get(reverse(f"portal:{name}")).status_code == 404


@pytest.mark.need("R77")
@pytest.mark.parametrize("name", ["home", "my_story"])
def test_the_first_pages_are_small_and_ask_for_little(amara: Client, cast: Cast, name: str) -> None:
    home(cast.amara, date(2013, 3, 4))
    for number in range(60):
        add(cast.amara, "review_held", date(2015, 1, 1) + timedelta(days=30 * number), facts={"code": "PN1"})
    page = text_of(amara, name)
    files = re.findall(r'(?:src|href)="(/static/[^"]+)"', page)
    assert 1 + len(files) <= MOST_REQUESTS
    contents = [Path(settings.BASE_DIR, file.lstrip("/")).read_bytes() for file in files]
    assert sum(len(gzip.compress(each)) for each in [page.encode(), *contents]) <= MOST_BYTES
    assert not re.findall(r'(?:src|href|action)="https?:', page)


@pytest.mark.need("R94")
def test_home_begins_with_my_own_words_then_what_my_worker_wrote(amara: Client, cast: Cast) -> None:
    amara.post(reverse("portal:about_me"), {"words": "I play in goal.\r\nCall me Amara."})
    picture = add(cast.amara, "pen_picture", date(2026, 9, 1), text="Amara is 13.", author_name="Ben Hughes", author_role="social worker")
    opened(picture, cast.ben)
    page = text_of(amara, "home")
    assert page.index("Hello, Amara") < page.index("I play in goal.\nCall me Amara.") < page.index("Amara is 13.")
    assert page.index("Amara is 13.") < page.index("Why I am in care") < page.index("I want to say")


def test_the_doors_stand_before_what_one_can_say(amara: Client) -> None:
    """A child of nine finds who looks after her on the first screen."""
    page = text_of(amara, "home")
    assert (
        page.index("About me, in my words") < page.index("My story</span>") < page.index("My people</span>") < page.index("I want to say")
    )
    assert page.index("I want to say") < page.index("Ask for my whole file")


def test_home_counts_what_waits_and_says_nothing_else_about_it(amara: Client, cast: Cast) -> None:
    visit(cast.amara, date(2019, 2, 3), title="A hard visit")
    visit(cast.amara, date(2020, 2, 3), title="Another")
    page = text_of(amara, "home")
    assert "Two things are waiting for your worker to read first." in page
    assert "hard visit" not in page


@pytest.mark.need("M2")
def test_why_in_care_shows_the_letter_or_how_to_ask_for_it(amara: Client, cast: Cast) -> None:
    assert "The letter about that day is not open yet" in text_of(amara, "why")
    amara.post(reverse("portal:why"))
    assert cast.amara.tasks.get(kind=TaskKind.WRITE_WHY).for_user == cast.ben
    assert "You asked for it on 18 November. Ben Hughes will answer by Wednesday 2 December." in text_of(amara, "why")
    opened(add(cast.amara, "why_letter", date(2017, 3, 4), text="Dear Amara, you were four.", facts={"title": "That day"}), cast.ben)
    page = text_of(amara, "why")
    assert page.index("You do not have to read this alone.") < page.index("Dear Amara, you were four.")


@pytest.mark.need("R14")
@pytest.mark.need("R9")
def test_my_people_names_workers_and_only_those_a_worker_confirmed(amara: Client, cast: Cast) -> None:
    for number, (name, confirmed) in enumerate({"Grace": True, "Samuel": False}.items()):
        Connection.objects.create(
            child=cast.amara, source="case_notes", key=str(number), names=[name], relation="your mum",
            known_confirmed_by=cast.ben if confirmed else None, known_confirmed_at=NOW if confirmed else None,
        )  # fmt: skip
    page = text_of(amara, "my_people")
    assert "Ben Hughes" in page
    assert "Grace" in page
    assert "Samuel" not in page


def test_asking_for_the_whole_file_begins_where_one_asks(amara: Client) -> None:
    page = amara.get(reverse("portal:ask_for_my_file"), follow=True).content.decode()
    assert "I want to ask for my file" in page


def test_an_advocate_who_still_helps_is_not_told_of_as_gone_and_each_role_is_explained(amara: Client, cast: Cast) -> None:
    ends = {
        "Nerys Williams": ("advocate", None),
        "Old Worker": ("social worker", None),
        "Deborah Quill": ("social worker", date(2018, 1, 5)),
    }
    for name, (role, until) in ends.items():
        opened(add(cast.amara, "worker_period", date(2017, 3, 4), end=until, facts={"name": name, "role": role}), cast.ben)
    page = text_of(amara, "my_people")
    now, before = page.split("People who worked with you before")
    assert "Someone on your side who helps you say what you want." in now.split("Nerys Williams")[1].split("</li>")[0]
    assert "A person whose job is to help keep you safe" in now.split("Ben Hughes")[1].split("</li>")[0]
    assert "Old Worker" in before  # no end in the file, and not allocated here: the file has missed it
    assert "Social worker" in before.split("Deborah Quill")[1].split("</li>")[0]


@pytest.mark.need("R60")
def test_who_has_looked_names_each_look_and_what_the_list_cannot_show(amara: Client, cast: Cast) -> None:
    record(Event.FILE_LOOKED_AT, child=cast.amara.pk, by=cast.ben.who(NOW), at=NOW - timedelta(hours=1))
    record(Event.FILE_LOOKED_AT, child=cast.noor.pk, by=cast.dev.who(NOW), at=NOW)
    page = text_of(amara, "who_has_looked")
    assert "18 November 2026" in page
    assert "Ben Hughes (social worker)" in page
    assert "Dev Patel" not in page
    assert "the council&#x27;s other system" in page or "the council's other system" in page


def test_hiding_the_page_signs_out_without_a_token_and_goes_elsewhere(cast: Cast) -> None:
    client = sign_in(Client(enforce_csrf_checks=True), cast.amara.user)
    answer = client.post(reverse("portal:hide"))
    assert answer["Refresh"] == f"0; url={settings.NEUTRAL_SITE}"
    assert answer["Clear-Site-Data"] == '"cache", "cookies", "storage"'
    assert "Amara" not in answer.content.decode()
    assert client.get(reverse("portal:home")).status_code == 302
    assert client.get(reverse("portal:hide")).status_code == 405


def test_help_speaks_to_the_readers_age(client: Client, cast: Cast) -> None:
    assert "Childline" in sign_in(client, cast.amara.user).get(reverse("portal:help")).content.decode()
    older = Client()
    assert "Childline" not in sign_in(older, cast.idris.user).get(reverse("portal:help")).content.decode()
    assert Client().get(reverse("portal:help")).status_code == 200


def test_a_care_leaver_without_a_worker_is_told_who_looks_after_them(client: Client, cast: Cast) -> None:
    page = sign_in(client, cast.idris.user).get(reverse("portal:my_people")).content.decode()
    assert "You have no worker just now." in page
    assert Child.objects.get(pk=cast.idris.pk).stage == "care_leaver"
    home = client.get(reverse("portal:home")).content.decode()
    assert "Why I was in care" in home
    assert reverse("portal:my_plans") not in home


def test_what_happens_next_is_one_touch_from_home(client: Client, cast: Cast) -> None:
    assert reverse("portal:my_plans") in sign_in(client, cast.amara.user).get(reverse("portal:home")).content.decode()


def test_the_design_page_shows_every_component_in_every_mode(client: Client, cast: Cast) -> None:
    """What is not among the examples is named as standing elsewhere."""
    there = {file.stem for file in (ROOT / "templates/components").glob("*.html")}
    shown = set(re.findall(r"components/(\w+)\.html", (ROOT / "templates/portal/design.html").read_text()))
    assert there - shown - set(AROUND) - {"council_words"} == set()
    staff = sign_in(client, cast.ellie)
    for colours in ("light", "dark", "contrast"):
        page = staff.get(reverse("portal:design") + f"?colours={colours}").content.decode()
        assert f'data-colours="{colours}"' in page


def test_the_design_page_is_for_staff_only(client: Client, cast: Cast) -> None:
    assert sign_in(client, cast.ellie).get(reverse("portal:design")).status_code == 200
    assert sign_in(Client(), cast.amara.user).get(reverse("portal:design")).status_code == 404
