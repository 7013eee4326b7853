"""Names over time and the people in a life, on the pages: one name shown, nobody named before a worker said that they are known."""

from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.who import NIGHTLY_IMPORT
from official_file.actions.append import append_entry
from official_file.actions.confirm_connection import confirm_connection
from official_file.drafts import EntryDraft, SourceRef
from official_file.models import Connection
from official_file.plain_language.when import When
from people.actions.change_known_as import change_known_as
from people.models import Child, ChildName, Relationship, Task, TaskKind
from tests.cast import LONG_AGO, NOW, Cast, sign_in
from tests.factories.entries import an_entry
from tests.views.story_of_amara import opened

pytestmark = pytest.mark.django_db
OLD_LETTER = "Dear Joy, we are glad that you are here."


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def amara(cast: Cast) -> Client:
    """Amara, signed in."""
    return sign_in(Client(), cast.amara.user)


@pytest.fixture
def ben(cast: Cast) -> Client:
    """Her worker, signed in."""
    return sign_in(Client(), cast.ben)


def page(client: Client, name: str, *ids: object, **query: str) -> str:
    """A page as text."""
    answer = client.get(reverse(f"portal:{name}", args=ids), query)
    assert answer.status_code == 200
    return answer.content.decode()


def send(client: Client, view: str, /, *ids: object, **given: Any) -> int:
    """Send a form; the status of the answer."""
    status: int = client.post(reverse(f"portal:{view}", args=ids), given).status_code
    return status


def person(cast: Cast, name: str = "Grace Okafor", relation: str = "Mother", **more: Any) -> Connection:
    """Somebody the file speaks of."""
    return Connection.objects.create(
        child=cast.amara, source="ssd", key=name, names=[name], relation=relation, as_of=date(2026, 11, 17), **more
    )


def formerly_joy(child: Child) -> None:
    """She was called Joy Okafor until 2022."""
    ChildName.objects.create(child=child, name="Joy Okafor", kind=ChildName.Kind.FORMER, ends=date(2022, 1, 31))


# --- a name of before ------------------------------------------------------------------------------------------


@pytest.mark.need("M14")
def test_an_original_with_an_old_name_is_not_on_the_page_before_they_choose_it(amara: Client, cast: Cast) -> None:
    formerly_joy(cast.amara)
    facts = {"title": "A letter to Joy", "summary": "Joy was welcome."}
    entry = opened(an_entry(cast.amara, "letter", date(2019, 5, 1), text=OLD_LETTER, facts=facts), cast.ben)
    first = page(amara, "entry", entry.pk)
    assert "This was written before you were called Amara. It uses your old name because it was written then." in first
    assert "A letter to Amara" in first
    assert "Joy" not in first
    assert OLD_LETTER in page(amara, "entry", entry.pk, original="1")
    for name in ("my_story", "my_papers", "why", "home"):
        assert "Joy" not in page(amara, name)


@pytest.mark.need("M14")
def test_staff_are_told_before_they_open_one(ben: Client, cast: Cast) -> None:
    formerly_joy(cast.amara)
    entry = an_entry(cast.amara, "letter", date(2019, 5, 1), text=OLD_LETTER, facts={"title": "A letter to Joy"})
    told = page(ben, "staff_entry", entry.pk)
    assert told.index("This carries a name that Amara no longer has.") < told.index("Read it as it was written") < told.index(OLD_LETTER)
    assert OLD_LETTER not in page(ben, "child", cast.amara.pk)


@pytest.mark.need("M14")
def test_a_changed_name_is_told_once_and_can_be_said_to_be_wrong(amara: Client, cast: Cast) -> None:
    change_known_as(child=cast.amara, known_as="Kit", on=NOW.date(), by=cast.ben, now=NOW)
    home = page(amara, "home")
    assert "Hello, Kit" in home
    assert "We call you Kit here now." in home
    assert "Amara" not in home
    assert "We call you Kit here." in page(amara, "what_we_call_you")
    assert "We call you Kit here now." not in page(amara, "home")
    assert send(amara, "what_we_call_you") == 302
    assert Task.objects.get(kind=TaskKind.TALK, about_type="name").for_user == cast.ben
    assert "You said that this is not right." in page(amara, "what_we_call_you")
    assert "You said that what we call you is not right." in page(amara, "answers")
    assert "Ask them what they are called" in page(sign_in(Client(), cast.ben), "task", Task.objects.get(about_type="name").pk)


@pytest.mark.need("C1")
def test_a_worker_adds_ends_corrects_and_changes_names(ben: Client, cast: Cast) -> None:
    assert send(ben, "add_name", cast.amara.pk, name="Amara Okafor", kind="legal", starts="", ends="") == 302
    name = ChildName.objects.get()
    assert send(ben, "add_name", cast.amara.pk, name="Amara Okafor", kind="legal", starts="", ends="") == 422
    assert send(ben, "name", cast.amara.pk, name.pk, do="correct", name="Amara Eze", kind="legal", starts="2020-01-01", ends="") == 302
    corrected = ChildName.objects.get(mistaken=False)
    assert send(ben, "name", cast.amara.pk, corrected.pk, do="end", name="Amara Eze") == 302
    assert send(ben, "known_as", cast.amara.pk, known_as="Kit", on="2026-11-18") == 302
    shown = page(ben, "names", cast.amara.pk)
    assert "Names of Kit" in shown
    now, before = shown.split("Names of before")
    assert "Amara Eze" not in now
    assert "Amara Eze" in before
    assert "Amara Okafor" not in shown
    again = ChildName.objects.get(name="Amara Eze")
    assert send(ben, "name", cast.amara.pk, again.pk, do="never", name="Amara Eze") == 302
    assert "Amara Eze" not in page(ben, "names", cast.amara.pk)


# --- the people in a life --------------------------------------------------------------------------------------


@pytest.mark.need("R9")
def test_a_worker_sees_who_where_from_and_what_names_them_and_answers(ben: Client, amara: Client, cast: Cast) -> None:
    grace = person(cast)
    entry = an_entry(cast.amara, "visit", date(2020, 5, 1), text="Grace was there.", facts={"title": "A visit at home"})
    shown = page(ben, "people_in_life", cast.amara.pk)
    address = reverse("portal:staff_entry", args=[entry.pk])
    for words in ("Grace Okafor", "Mother", "17 November 2026", "1 entry names them.", "A visit at home", address):
        assert words in shown
    assert "Grace" not in page(amara, "my_people")
    assert send(ben, "confirm_known", cast.amara.pk, grace.pk, answer="known") == 302
    mine = page(amara, "my_people")
    assert "Grace Okafor" in mine
    assert "your mum" in mine
    assert "17 November 2026" in mine
    assert send(ben, "confirm_known", cast.amara.pk, grace.pk, answer="take_back") == 302
    assert "Grace" not in page(amara, "my_people")


def test_not_known_and_ask_me_later_leave_the_list_of_questions_and_name_nobody(ben: Client, amara: Client, cast: Cast) -> None:
    brother, aunt = person(cast, "Samuel Eze", "Half brother"), person(cast, "Bev Okafor", "Aunt")
    assert send(ben, "confirm_known", cast.amara.pk, brother.pk, answer="not_known") == 302
    assert send(ben, "confirm_known", cast.amara.pk, aunt.pk, answer="later", ask_again_on="2026-11-18") == 422  # today is not later
    assert send(ben, "confirm_known", cast.amara.pk, aunt.pk, answer="later", ask_again_on="2026-12-18") == 302
    shown = page(ben, "people_in_life", cast.amara.pk)
    assert shown.index("Nobody waits for an answer.") < shown.index("To ask later") < shown.index("They do not know of them")
    mine = page(amara, "my_people")
    assert "Samuel" not in mine
    assert "Bev" not in mine
    with time_machine.travel(NOW.replace(month=12, day=18), tick=False):
        assert "Nobody waits for an answer." not in page(sign_in(Client(), cast.ben), "people_in_life", cast.amara.pk)


@pytest.mark.need("R9")
def test_their_own_word_comes_before_ours_and_a_worker_sees_both(amara: Client, ben: Client, cast: Cast) -> None:
    grace = confirm_connection(connection=person(cast), by=cast.ben, now=NOW)
    assert send(amara, "my_person", grace.pk, own_word="Mama G") == 302
    assert "Mama G" in page(amara, "my_people")
    shown = page(ben, "people_in_life", cast.amara.pk)
    assert "Mother" in shown
    assert "Mama G" in shown
    assert send(amara, "my_person", grace.pk, own_word="x" * 101) == 422
    assert amara.get(reverse("portal:my_person", args=[person(cast, "Samuel Eze").pk])).status_code == 404


@pytest.mark.need("R9")
@pytest.mark.parametrize("relation", ["Unknown", "not known", "Other", ""])
def test_nobody_is_ever_called_unknown(amara: Client, cast: Cast, relation: str) -> None:
    confirm_connection(connection=person(cast, relation=relation), by=cast.ben, now=NOW)
    shown = page(amara, "my_people")
    assert "Unknown" not in shown
    assert "We have no word for who they are to you." in shown


def test_a_linked_record_is_shown_to_who_may_see_both_and_to_nobody_else(ben: Client, cast: Cast) -> None:
    person(cast, "Noor Eze", "Brother", other_child=cast.noor)
    address = reverse("portal:child", args=[cast.noor.pk])
    assert address not in page(ben, "people_in_life", cast.amara.pk)
    Relationship.objects.create(child=cast.noor, user=cast.ben, role="social_worker", starts=LONG_AGO)
    assert address in page(ben, "people_in_life", cast.amara.pk)


@pytest.mark.need("R14")
def test_each_worker_is_told_once_with_the_days_of_one_source(amara: Client, cast: Cast) -> None:
    """Two systems that disagree by a day name one worker."""
    for system, day in {"case_notes": date(2018, 1, 8), "ssd": date(2018, 1, 9)}.items():
        facts = {"name": "Deborah Quill", "role": "advocate", "worker_key": system}
        draft = EntryDraft("worker_period", When(day), SourceRef(system, "w", NOW.date()), facts)
        opened(append_entry(child=cast.amara, draft=draft, by=NIGHTLY_IMPORT, now=LONG_AGO), cast.ben)
    shown = page(amara, "my_people")
    assert shown.count("Deborah Quill") == 1
    assert "since 9 January 2018" in shown
    assert shown.count("Ben Hughes") == 1
