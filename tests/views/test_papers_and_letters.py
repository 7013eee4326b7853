"""My papers: who has which, and when one runs out; my letters; what I tell part by part; who can see what."""

from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.who import THE_PORTAL
from official_file.actions.ask_for_paper import remind_of_papers
from official_file.models import EntryNow
from official_file.models.now import State
from people.actions.write_about_part import write_about_part
from people.models import AboutMePart, Relationship, Task, TaskKind
from tests.actions.verbs_of_answers import a_passport, an_open_letter
from tests.cast import NOW, Cast, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def read(client: Client, name: str, *ids: object, query: str = "") -> str:
    """A page as text."""
    response = client.get(reverse(f"portal:{name}", args=ids) + query)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.need("M7")
def test_each_paper_says_who_has_it_and_when_it_runs_out(client: Client, cast: Cast) -> None:
    staff = sign_in(Client(), cast.ben)
    given = {"paper": "passport", "held_by": "us", "expires_on": "2027-01-04"}
    assert staff.post(reverse("portal:identity_papers", args=[cast.amara.pk]), given).status_code == 302
    page = read(sign_in(client, cast.amara.user), "my_papers")
    passport = page[page.index("Your passport") : page.index("Your right to live in the UK")]
    assert "We keep it for you." in passport
    assert "Your passport: it runs out on 4 January 2027." in passport
    assert "Not known. Nobody has written down where it is." in page[page.index("Your birth certificate") : page.index("Your passport")]


@pytest.mark.need("M7")
def test_both_are_reminded_once_and_a_new_paper_ends_it(client: Client, cast: Cast) -> None:
    a_passport(cast)
    assert [remind_of_papers(by=THE_PORTAL, now=NOW) for _time in range(2)] == [1, 0]
    assert "Your passport: it runs out on 4 January 2027." in read(sign_in(client, cast.amara.user), "home")
    assert Task.objects.open().get(kind=TaskKind.PAPER_EXPIRES).for_user == cast.ben
    newer = a_passport(cast, held_by="them", until=date(2036, 1, 4))
    assert not Task.objects.open().exists()
    assert remind_of_papers(by=THE_PORTAL, now=NOW) == 0
    assert EntryNow.objects.get(pk=newer.pk).state == State.SHARED
    assert EntryNow.objects.current().filter(kind="identity_paper").count() == 1


def test_they_ask_for_a_paper_once_and_see_who_answers(client: Client, cast: Cast) -> None:
    a_passport(cast)
    amara = sign_in(client, cast.amara.user)
    for _time in range(2):
        assert amara.post(reverse("portal:ask_for_paper"), {"paper": "passport"}).status_code == 302
    assert Task.objects.get(kind=TaskKind.GIVE_PAPER).words == "Your passport"
    assert "Ben Hughes will answer" in read(amara, "my_papers")
    assert amara.post(reverse("portal:ask_for_paper"), {"paper": "a crown"}).status_code == 404
    a_passport(cast, held_by="them")
    assert "You have it now." in read(amara, "answers")


@pytest.mark.need("M3")
def test_a_letter_to_them_is_kept_among_their_letters_and_looks_like_one(client: Client, cast: Cast) -> None:
    letter = an_open_letter(cast)
    amara = sign_in(client, cast.amara.user)
    assert "About your life" in read(amara, "letters")
    assert "How you came to us" in read(amara, "letters")
    page = read(amara, "letter", letter.pk)
    assert page.index("18 November 2026") < page.index("How you came to us") < page.index("Dear Amara,") < page.index("Ben Hughes")


def test_a_worker_sees_how_a_letter_looks_before_it_is_kept(client: Client, cast: Cast) -> None:
    given = {"letter_type": "later_life", "title": "For later", "text": "Dear Amara.", "opens": "not_yet"}
    address = reverse("portal:write_letter", args=[cast.amara.pk])
    shown = sign_in(client, cast.ben).post(address, {**given, "do": "look"}).content.decode()
    assert "How they will read it" in shown
    assert not EntryNow.objects.filter(kind="letter").exists()
    assert client.post(address, given).status_code == 302
    assert EntryNow.objects.get(kind="letter").entry.facts == {"title": "For later", "type": "later_life"}
    assert "For later" not in read(sign_in(Client(), cast.amara.user), "letters")


@pytest.mark.need("R30", "R21")
def test_faith_food_and_what_they_are_good_at_stand_in_their_own_words_and_empty_stays_empty(client: Client, cast: Cast) -> None:
    amara = sign_in(client, cast.amara.user)
    address = reverse("portal:about_part")
    amara.post(address, {"part": "good_at", "words": "Swimming. Comics."})
    amara.post(address, {"part": "faith", "words": "kept by mistake", "rather_not_say": "on"})
    staff = read(sign_in(Client(), cast.ben), "child", cast.amara.pk)
    assert "Swimming. Comics." in staff
    assert "They would rather not say." in staff
    assert "kept by mistake" not in staff
    assert "Food I eat" not in staff
    assert AboutMePart.objects.count() == 2
    amara.post(address, {"part": "good_at", "words": ""})
    assert AboutMePart.objects.count() == 1


@pytest.mark.need("R94")
def test_a_new_worker_is_shown_what_they_told_and_says_that_it_is_read(client: Client, cast: Cast) -> None:
    write_about_part(child=cast.amara, topic="food", words="No pork.", by=cast.amara.user, now=NOW)
    ben = sign_in(client, cast.ben)
    assert "Amara" in read(ben, "desk")
    page = read(ben, "child", cast.amara.pk)
    assert page.index("No pork.") < page.index("I have read this") < page.index("Pen picture")
    ben.post(reverse("portal:child_about_me_read", args=[cast.amara.pk]))
    assert Relationship.objects.get(child=cast.amara, user=cast.ben).about_me_read_at == NOW


@pytest.mark.need("R59", "R60")
def test_who_can_see_what_names_people_and_roles_and_says_what_it_cannot_show(client: Client, cast: Cast) -> None:
    page = read(sign_in(client, cast.amara.user), "who_can_see")
    for said in ("Ben Hughes", "Social worker", "Joan Mills", "David Osei", "Reviewing officer", "In an emergency"):
        assert said in page
    assert "Carys" not in page
    near = page[page.index("Words that only a few may read") : page.index("Drafts, what I set aside")]
    assert "Only you." in page
    assert "Ben Hughes" in near
    assert "In an emergency" in read(client, "who_has_looked")
