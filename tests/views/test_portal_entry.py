"""One entry: plain words first, the original behind them, and what can be said about it."""

from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from moderation.actions.file_words import file_words
from official_file.models import Entry
from people.models import Task, TaskKind
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_reading, a_sent
from tests.views.story_of_amara import OTHERS_WORDS, WORDS, add, home, opened, own_words, visit

pytestmark = pytest.mark.django_db
PAGES = ("entry", "entry_wrong", "entry_talk", "entry_not_me")


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(client: Client, cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(client, cast.amara.user)


@pytest.fixture
def seen(cast: Cast) -> Entry:
    """A visit that Ben opened to Amara."""
    return opened(visit(cast.amara, date(2024, 2, 3)), cast.ben)


def page_of(client: Client, entry: Entry, name: str = "entry") -> str:
    """The page as text."""
    response = client.get(reverse(f"portal:{name}", args=[entry.pk]))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.need("R13")
@pytest.mark.need("R5")
def test_the_plain_words_come_first_and_the_original_is_one_tap_behind_them(amara: Client, seen: Entry) -> None:
    page = page_of(amara, seen)
    assert page.index("Ben came to see you.") < page.index("In their words") < page.index(OTHERS_WORDS)
    assert page.count("<details") == 1
    assert "Ben Hughes, social worker, wrote this." in page
    assert "We do not know what day it was written." in page


def test_a_letter_says_that_it_can_be_read_and_workers_words_in_it_are_explained(amara: Client, cast: Cast) -> None:
    text = "Dear Amara, your IRO chairs the LAC review. The IRO knows you."
    page = page_of(amara, opened(add(cast.amara, "letter", date(2019, 2, 3), text=text, facts={"title": "A letter"}), cast.ben))
    assert page.index("Read the letter") < page.index(text) < page.index("What some of these words mean")
    assert page.count("<dt>IRO</dt>") == 1
    assert "In their words" not in page


def test_a_fact_from_a_list_says_where_it_came_from(amara: Client, cast: Cast) -> None:
    page = page_of(amara, home(cast.amara, date(2017, 3, 4)))
    assert "You have lived with" in page
    assert "the list that the council sends to the government every year" in page
    assert "<details" not in page


def test_own_words_are_shown_as_they_were_written_and_are_never_called_wrong(amara: Client, cast: Cast) -> None:
    page = page_of(amara, own_words(cast.amara, cast.ben))
    assert escape(WORDS) in page
    assert "This is wrong" not in page


@pytest.mark.parametrize("name", PAGES)
def test_a_stranger_gets_the_same_answer_as_for_nothing(amara: Client, cast: Cast, name: str) -> None:
    theirs = opened(visit(cast.noor, date(2024, 2, 3)), cast.dev)
    closed = visit(cast.amara, date(2024, 2, 3))
    answers = {amara.get(reverse(f"portal:{name}", args=[pk])).content for pk in (theirs.pk, closed.pk, uuid4())}
    assert len(answers) == 1
    assert amara.post(reverse(f"portal:{name}", args=[theirs.pk])).status_code in (404, 405)
    assert not Task.objects.exists()


@pytest.mark.parametrize("name", PAGES)
def test_staff_have_no_young_persons_page(client: Client, cast: Cast, seen: Entry, name: str) -> None:
    assert sign_in(client, cast.ben).get(reverse(f"portal:{name}", args=[seen.pk])).status_code == 404


@pytest.mark.need("R43")
def test_this_is_wrong_becomes_a_task_with_the_clock_of_the_law_and_stays_beside_the_entry(amara: Client, seen: Entry, cast: Cast) -> None:
    assert f"{reverse('stories:write')}?about={seen.pk}&amp;kind=wrong" in page_of(amara, seen, "entry_wrong")
    for _time in range(2):
        assert amara.post(reverse("portal:entry_wrong", args=[seen.pk])).status_code == 302
    task = Task.objects.get(kind=TaskKind.ENTRY_IS_WRONG)
    assert (task.for_user, task.due_at.date()) == (cast.ben, date(2026, 12, 18))
    page = page_of(amara, seen)
    assert "You said that this is wrong." in page
    assert "Ben Hughes will answer by Friday 18 December." in page


@pytest.mark.need("R20")
def test_ask_about_this_becomes_a_task_for_the_named_worker(amara: Client, seen: Entry, cast: Cast) -> None:
    answer = amara.post(reverse("portal:entry_talk", args=[seen.pk]), {"words": ""}, follow=True)
    assert "You asked to talk about this. Ben Hughes will answer" in answer.content.decode()
    assert Task.objects.get(kind=TaskKind.TALK).for_user == cast.ben


def test_this_is_not_about_me_hides_it_at_once_and_tells_information_governance(amara: Client, seen: Entry) -> None:
    amara.post(reverse("portal:entry_not_me", args=[seen.pk]), {"words": "Not me."})
    assert amara.get(reverse("portal:entry", args=[seen.pk])).status_code == 404
    assert b"Ben came to see you." not in amara.get("/my-story/?by=time").content
    assert Task.objects.get(kind=TaskKind.NOT_ABOUT_ME).for_role == "ig_officer"
    assert b"You said that something is not about you." in amara.get(reverse("portal:answers")).content


def test_a_code_that_means_no_has_no_page(amara: Client, cast: Cast) -> None:
    entry = add(cast.amara, "leaving_care_touch", date(2020, 3, 4), facts={"code": "NREQ"})
    assert amara.get(reverse("portal:entry", args=[entry.pk])).status_code in (200, 404)


@pytest.mark.need("R31")
def test_my_words_about_an_entry_stand_beside_it_with_their_state(amara: Client, seen: Entry, cast: Cast) -> None:
    a_sent(cast.amara, "It rained & I was late.", about=seen, kind="my_side")
    page = page_of(amara, seen)
    assert "It rained &amp; I was late." in page
    assert "Sent" in page
    assert "Your words are beside this" in amara.get("/my-story/?by=time").content.decode()


def test_words_in_the_file_lead_to_what_they_are_about(amara: Client, seen: Entry, cast: Cast) -> None:
    sent = a_sent(cast.amara, "It rained.", about=seen, kind="my_side")
    file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    sent.refresh_from_db()
    assert sent.entry
    assert reverse("portal:entry", args=[seen.pk]) in page_of(amara, sent.entry)
    assert "It rained." in amara.get("/my-story/?by=time").content.decode()


def test_words_hidden_on_this_phone_are_nowhere_in_the_story(amara: Client, seen: Entry, cast: Cast) -> None:
    sent = a_sent(cast.amara, "Something private.", about=seen, kind="my_side", hide=True)
    file_words(reading=a_reading(sent, cast.ben), reply="Thank you.", by=cast.ben, now=NOW)
    addresses = (reverse("portal:entry", args=[seen.pk]), "/my-story/?by=time", "/my-story/?by=section&in=my_words", reverse("portal:home"))
    assert not [address for address in addresses if b"Something private." in amara.get(address).content]
