"""The pages of pace: a warning and a choice, not now, never, my place, a break, reading together. Each choice weighs the same."""

import re
from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.actions.open_entry import open_entry
from official_file.actions.say_themes import say_themes
from official_file.models import Entry, EntryNow, ReaderChoice, ReadTogether
from official_file.pace import place_of
from official_file.themes import THEMES
from people.actions.keep_preferences import keep_preferences
from people.models import TaskKind
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry, now_of

pytestmark = pytest.mark.django_db
DAY = date(2020, 1, 8)
BEFORE = NOW - timedelta(days=2)


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(client: Client, cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(client, cast.amara.user)


def a_visit(cast: Cast, *themes: str, **how: bool) -> Entry:
    """A visit that Ben opened; he said what it is about."""
    visit = an_entry(cast.amara, "visit", DAY, text="Zebrafinch.", facts={"title": "A visit", "summary": "Zebrafinch."})
    open_entry(entry=visit, by=cast.ben, now=BEFORE, with_them=True, **how)
    say_themes(entry=visit, themes=themes, by=cast.ben, now=BEFORE)
    return visit


def url(name: str, *args: object) -> str:
    """The address of a page."""
    return reverse(f"portal:{name}", args=args)


def text(client: Client, name: str, *args: object, query: str = "") -> str:
    """A page as text."""
    answer = client.get(url(name, *args) + query)
    assert answer.status_code == 200
    return answer.content.decode()


def buttons(page: str) -> list[tuple[str, str]]:
    """How each button of the page looks, and what it says."""
    found = re.findall(r'class="button ([^"]*)"[^>]*>(?:<svg.*?</svg>)?([^<]+)<', page, re.S)
    return [(kind, words.strip()) for kind, words in found]


@pytest.mark.need("R18")
def test_what_may_be_hard_to_read_opens_after_a_warning_and_their_own_choice(cast: Cast, amara: Client) -> None:
    visit = a_visit(cast, "violence")
    for page in (text(amara, "my_story", query="?by=time"), text(amara, "newly_open"), text(amara, "entry", visit.pk)):
        assert THEMES["violence"].label in page
        assert "Zebrafinch" not in page
    assert amara.post(url("entry_open_it", visit.pk))["Location"] == url("entry", visit.pk)
    page = text(amara, "entry", visit.pk)
    assert "Zebrafinch" in page
    assert THEMES["violence"].label in page, "the note stays beside it"
    assert "Zebrafinch" in text(amara, "entry", visit.pk), "nobody is asked twice"


@pytest.mark.need("R18")
def test_a_sensitive_entry_warns_also_when_nobody_named_a_theme(cast: Cast, amara: Client) -> None:
    entry = an_entry(cast.amara, "home", DAY, facts={"place": "K1", "provider": "PR4"})
    open_entry(entry=entry, by=cast.ben, now=BEFORE, with_them=True)
    assert "Before you open this" in text(amara, "entry", entry.pk)


def test_a_softer_note_only_folds_and_folding_can_be_turned_off(cast: Cast, amara: Client) -> None:
    visit = a_visit(cast, "police_court")
    page = text(amara, "entry", visit.pk)
    assert "Before you open this" not in page
    assert page.index("<details") < page.index("Zebrafinch")
    assert "<details" in text(amara, "my_story", query="?by=time")
    hard = a_visit(cast, "death")
    keep_preferences(wishes={"fold_notes": False}, by=cast.amara.user, now=NOW)
    assert "Zebrafinch" in text(amara, "entry", hard.pk)
    assert "Before you open this" not in text(amara, "entry", hard.pk)


@pytest.mark.need("M19", "R18")
def test_stopping_weighs_as_much_as_going_on(cast: Cast, amara: Client) -> None:
    visit = a_visit(cast, "violence")
    page = text(amara, "entry", visit.pk)
    assert buttons(page) == [
        ("button--secondary", "Open it"),
        ("button--secondary", "Not now"),
        ("button--secondary", "Only with my worker there"),
    ]
    for name in ("entry_not_now", "entry_company"):
        kinds = {
            kind for kind, _words in re.findall(r'class="button ([^"]*)"[^>]*>(?:<svg.*?</svg>)?([^<]+)<', text(amara, name, visit.pk))
        }
        assert kinds == {"button--secondary"}
    assert not re.search(r"\b(streak|points?|reward|well done|hurry)\b", page, re.I)


@pytest.mark.need("M4")
def test_not_now_takes_an_entry_out_of_everything_and_the_list_gives_it_back(cast: Cast, amara: Client) -> None:
    visit = a_visit(cast)
    assert amara.post(url("entry_not_now", visit.pk), {"until": "nonsense"}).status_code == 200
    assert amara.post(url("entry_not_now", visit.pk), {"until": "week"})["Location"] == url("my_story")
    for name in ("newly_open", "my_story"):
        assert url("entry", visit.pk) not in text(amara, name)
    assert amara.get(url("entry", visit.pk))["Location"] == url("set_aside")
    page = text(amara, "set_aside")
    assert "A visit" in page
    assert "Zebrafinch" not in page
    amara.post(url("entry_after_all", visit.pk))
    assert "Zebrafinch" in text(amara, "entry", visit.pk)
    assert amara.post(url("entry_after_all", visit.pk)).status_code == 404


@pytest.mark.need("M4")
def test_never_is_one_form_of_theirs_that_says_what_it_means(cast: Cast, amara: Client) -> None:
    visit = a_visit(cast, "death")
    page = text(amara, "never")
    for said in ("Your worker does not see this", "You can change your mind at any time", THEMES["death"].label, "stay closed"):
        assert said in page
    amara.post(url("never"), {"themes": ["death", "violence"]})
    assert amara.get(url("entry", visit.pk)).status_code == 404
    amara.post(url("never"), {"themes": ["violence"]})
    assert amara.get(url("entry", visit.pk)).status_code == 200
    assert ReaderChoice.objects.filter(choice="never", ended_at=None).count() == 1
    assert amara.post(url("never"), {"themes": ["aliens"]}).status_code == 200


def test_the_place_is_kept_as_they_read_and_fixed_where_they_ask(cast: Cast, amara: Client) -> None:
    first, second = a_visit(cast), a_visit(cast)
    text(amara, "entry", first.pk)
    text(amara, "entry", second.pk)
    assert place_of(cast.amara) == second
    amara.post(url("entry_place", first.pk))
    text(amara, "entry", second.pk)
    assert place_of(cast.amara) == first
    assert "Let it go" in text(amara, "entry", first.pk)
    amara.post(url("entry_place", first.pk), {"let_go": "1"})
    assert place_of(cast.amara) is None
    amara.get(url("entry", second.pk), headers={"Sec-Purpose": "prefetch"})
    assert place_of(cast.amara) is None, "a page that a browser fetched ahead was not read"


def test_a_break_knows_their_age_and_leads_back(cast: Cast, amara: Client) -> None:
    visit = a_visit(cast)
    text(amara, "entry", visit.pk)
    page = text(amara, "take_a_break")
    assert "Childline" in page
    assert url("entry", visit.pk) in page
    assert "Childline" not in text(sign_in(Client(), cast.idris.user), "take_a_break")


@pytest.mark.need("M5")
def test_a_worker_begins_it_the_young_person_reads_and_both_see_what_was_opened(cast: Cast, amara: Client) -> None:
    ben = sign_in(Client(), cast.ben)
    assert "Nothing is opened to read together yet." in text(ben, "read_together", cast.amara.pk)
    visit = a_visit(cast, with_support=True)
    assert amara.get(url("entry", visit.pk)).status_code == 404
    assert "One thing is ready to read together." in text(amara, "reading_together")
    assert "One thing is ready to read with your worker." in text(amara, "home")
    assert ben.post(url("read_together", cast.amara.pk), {"minutes": "45"}).status_code == 422
    ben.post(url("read_together", cast.amara.pk), {"minutes": "30"})
    assert "10.30am" in text(amara, "reading_together")
    assert "You are reading with Ben Hughes now." in text(amara, "home")
    assert "Zebrafinch" in text(amara, "entry", visit.pk)
    amara.post(url("end_reading_together"))
    assert amara.get(url("entry", visit.pk)).status_code == 404
    assert ReadTogether.objects.count() == 1
    for page in (text(amara, "reading_together"), text(ben, "read_together", cast.amara.pk)):
        assert "Times you read together" in page
        assert "A visit" in page


@pytest.mark.need("M5")
def test_they_ask_for_company_with_one_entry_and_their_worker_is_told(cast: Cast, amara: Client) -> None:
    visit = a_visit(cast)
    amara.post(url("entry_company", visit.pk))
    assert amara.get(url("entry", visit.pk)).status_code == 404
    task = cast.amara.tasks.get(kind=TaskKind.TALK)
    assert "want to read this with you there" in sign_in(Client(), cast.ben).get(url("task", task.pk)).content.decode()
    assert "A visit" in text(amara, "reading_together")
    assert amara.post(url("entry_alone", visit.pk))["Location"] == url("entry", visit.pk)
    assert EntryNow.objects.visible_to(cast.amara.user, NOW).filter(pk=visit.pk).exists()
    assert amara.post(url("entry_alone", visit.pk)).status_code == 404
    assert now_of(visit).state == "shared"
