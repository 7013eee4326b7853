"""Asked before sharing: what, with whom and why; yes, no, or talk to me; what was done; and the list of who agreed to what."""

from dataclasses import replace
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from official_file.actions.answer_about_sharing import answer_about_sharing
from official_file.actions.ask_before_sharing import ask_before_sharing
from official_file.actions.open_entry import open_entry
from official_file.actions.say_what_was_shared import say_what_was_shared, withdraw_question
from official_file.models import AskedBefore, Connection
from people.errors import NotAllowed
from people.models import Task, TaskKind
from tests.actions.verbs_of_answers import QUESTION, a_question
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
GOES_AHEAD = replace(QUESTION, goes_ahead=True, goes_ahead_why="A court told us to.")


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


def read(client: Client, name: str, *ids: object) -> str:
    """A page as text."""
    response = client.get(reverse(f"portal:{name}", args=ids))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.need("M6")
def test_a_worker_asks_they_say_no_and_are_told_that_nothing_was_shared(client: Client, cast: Cast) -> None:
    ben, amara = sign_in(Client(), cast.ben), sign_in(client, cast.amara.user)
    given = {"what": "You want help with reading.", "with_whom": "your school", "why": "A teacher can help.", "topic": "school"}
    assert ben.post(reverse("portal:asked_before", args=[cast.amara.pk]), given).status_code == 302
    asked = AskedBefore.objects.get()
    assert "Ben Hughes asks: may we tell your school something about you?" in read(amara, "home")
    page = read(amara, "sharing_question", asked.pk)
    assert "You want help with reading." in page
    assert [one in page for one in ("Yes, you may", "No</span>", "Talk to me first")] == [True] * 3
    assert amara.post(reverse("portal:sharing_question", args=[asked.pk]), {"answer": "no", "words": "Not Mr Lee."}).status_code == 302
    assert "may we tell" not in read(amara, "home")
    assert Task.objects.get(kind=TaskKind.ANSWER_ABOUT_SHARING).for_user == cast.ben
    staff = read(ben, "question_asked", asked.pk)
    assert "They said no" in staff
    assert "Not Mr Lee." in staff
    refused = ben.post(reverse("portal:question_asked", args=[asked.pk]), {"shared": "yes", "outcome": "We told them."})
    assert refused.status_code == 422
    ben.post(reverse("portal:question_asked", args=[asked.pk]), {"shared": "no", "outcome": "We told nobody."})
    assert "We told you what was done after we asked you." in read(amara, "home")
    assert "We told nobody." in read(amara, "sharing_question", asked.pk)
    assert not Task.objects.open().exists()


@pytest.mark.need("M6")
def test_where_the_law_lets_it_go_ahead_they_are_told_so_and_why(client: Client, cast: Cast) -> None:
    asked = a_question(cast, GOES_AHEAD)
    page = read(sign_in(client, cast.amara.user), "sharing_question", asked.pk)
    assert "This may go ahead even if you say no" in page
    assert "A court told us to." in page
    answer_about_sharing(asked=asked, answer="no", by=cast.amara.user, now=NOW)
    say_what_was_shared(asked=asked, shared=True, outcome="We told the court on Monday.", by=cast.ben, now=NOW)


def test_they_may_change_their_mind_until_it_is_done(cast: Cast) -> None:
    asked = a_question(cast)
    for answer in ("yes", "no", "yes"):
        assert answer_about_sharing(asked=asked, answer=answer, by=cast.amara.user, now=NOW).answer == answer
    say_what_was_shared(asked=asked, shared=True, outcome="We told your school.", by=cast.ben, now=NOW)
    with pytest.raises(NotAllowed):
        answer_about_sharing(asked=asked, answer="no", by=cast.amara.user, now=NOW)


def test_nothing_is_said_to_be_shared_before_they_said_yes(cast: Cast) -> None:
    for answer in ("", "talk", "no"):
        asked = a_question(cast)
        if answer:
            answer_about_sharing(asked=asked, answer=answer, by=cast.amara.user, now=NOW)
        with pytest.raises(NotAllowed, match="not_agreed"):
            say_what_was_shared(asked=asked, shared=True, outcome="We told them.", by=cast.ben, now=NOW)


def test_a_question_names_nobody_they_may_not_know_of(cast: Cast) -> None:
    Connection.objects.create(child=cast.amara, source="case_notes", key="c9", names=["Tobi Okafor"], relation="Brother")
    with pytest.raises(NotAllowed, match="names_somebody"):
        ask_before_sharing(child=cast.amara, question=replace(QUESTION, what="Where Tobi Okafor lives."), by=cast.ben, now=NOW)


def test_what_is_taken_back_is_asked_no_more(client: Client, cast: Cast) -> None:
    asked = a_question(cast)
    withdraw_question(asked=asked, by=cast.ben, now=NOW)
    amara = sign_in(client, cast.amara.user)
    assert "may we tell" not in read(amara, "home")
    assert "The question was taken back." in read(amara, "sharing_question", asked.pk)
    with pytest.raises(NotAllowed):
        answer_about_sharing(asked=asked, answer="yes", by=cast.amara.user, now=NOW)


@pytest.mark.need("R64")
def test_the_list_says_who_was_asked_when_the_answer_and_where_nobody_was(client: Client, cast: Cast) -> None:
    answer_about_sharing(asked=a_question(cast), answer="yes", by=cast.amara.user, now=NOW)
    aunt = an_entry(cast.amara, "consent", date(2020, 1, 8), facts={"topic": "health", "asked": "Your aunt", "answer": "yes"})
    assert "Your aunt" not in read(sign_in(client, cast.amara.user), "consents")  # who she is may be news
    open_entry(entry=aunt, with_them=True, by=cast.ben, now=NOW)
    for page in (read(sign_in(client, cast.amara.user), "consents"), read(sign_in(Client(), cast.ben), "asked_before", cast.amara.pk)):
        school, photographs = page.index("Your school or college"), page.index("Photographs of you")
        assert "18 November 2026" in page[school:photographs]
        assert "8 January 2020" in page
        assert "Your aunt" in page
        assert "Not asked" in page[photographs:]


def test_a_consent_that_is_closed_to_them_is_not_in_their_list(client: Client, cast: Cast) -> None:
    an_entry(cast.amara, "consent", NOW.date(), facts={"topic": "photographs", "asked": "Your aunt", "answer": "no"})
    assert "Your aunt" not in read(sign_in(client, cast.amara.user), "consents")
