"""Staff's pages: what each shows to its own person, to a colleague and to a stranger, and that each look is written down."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.models import AuditEvent
from official_file.models import Connection, Entry
from people.actions.make_task import make_task
from people.actions.write_about_part import write_about_part
from people.models import Child, ChildName, Task, TaskKind, User
from stories.actions.send_worry import send_worry
from tests.cast import NOW, Cast, sign_in, sign_in_without_second_factor
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _wednesday() -> object:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """Notes of a visit, which wait for a worker."""
    return an_entry(
        cast.amara, "visit", date(2024, 2, 3), text="We walked by the river. She laughed a lot.", facts={"title": "Visit at home"}
    )


@pytest.fixture
def home(cast: Cast) -> Entry:
    """A home long ago, which is open by rule."""
    return an_entry(cast.amara, "home", date(2019, 4, 1), facts={"place": "U4", "provider": "PR1", "rne": "S"})


def page(client: Client, user: User, name: str, *ids: object) -> str:
    """The page as this member of staff sees it."""
    answer = sign_in(client, user).get(reverse(name, args=ids))
    assert answer.status_code == 200, (name, answer.status_code)
    return answer.content.decode()


def test_the_desk_puts_a_worry_first_and_says_how_late_the_rest_is(client: Client, cast: Cast, visit: Entry) -> None:
    asked, due = NOW - timedelta(days=9), NOW - timedelta(days=7)
    make_task(kind=TaskKind.TALK, child=cast.amara, about_type="entry", about_id=visit.pk, due_at=due, now=asked)
    send_worry(child=cast.amara, draft_id=uuid4(), words="Please call me.", hide=False, by=cast.amara.user, now=NOW)
    seen = page(client, cast.ben, "portal:desk")
    assert seen.index("is worried about something now") < seen.index("wants to talk about something")
    assert "five working days late" in seen
    assert "1 entry" in seen  # the visit waits to be opened
    assert "What your role does" in seen
    assert "Please call me." not in seen  # words are read on the reading desk, where the look is written down


def test_a_manager_sees_what_is_late_in_the_team(client: Client, cast: Cast, visit: Entry) -> None:
    make_task(kind=TaskKind.TALK, child=cast.amara, about_type="entry", about_id=visit.pk, due_at=NOW - timedelta(days=1), now=NOW)
    assert "Late in your team" in page(client, cast.joan, "portal:desk")
    assert "Late in your team" not in page(Client(), cast.gwen, "portal:desk")


@pytest.mark.parametrize("name", ["ellie", "ruth", "imani", "tom", "carys"])
def test_a_desk_with_nothing_on_it_says_what_the_role_is_for(client: Client, cast: Cast, name: str) -> None:
    seen = page(client, getattr(cast, name), "portal:desk")
    assert "Nothing waits for you" in seen
    assert "What your role does" in seen
    assert "When a young person sends" not in page(Client(), cast.ellie, "portal:desk"), "nothing they send comes to an editor"


@pytest.mark.need("R94")
def test_a_childs_page_begins_with_their_own_words_until_read(client: Client, cast: Cast, visit: Entry, home: Entry) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(about_me="I like drums. Please knock first.", about_me_at=NOW)
    seen = page(client, cast.ben, "portal:child", cast.amara.pk)
    assert seen.index("I like drums") < seen.index("Pen picture") < seen.index("Visit at home")
    assert "I have read this" in seen
    client.post(reverse("portal:child_about_me_read", args=[cast.amara.pk]))
    assert "I have read this" not in page(client, cast.ben, "portal:child", cast.amara.pk)


@pytest.mark.need("R60")
def test_each_look_at_a_child_and_an_entry_is_written_down(client: Client, cast: Cast, visit: Entry) -> None:
    page(client, cast.ben, "portal:child", cast.amara.pk)
    page(client, cast.ben, "portal:staff_entry", visit.pk)
    looks = AuditEvent.objects.filter(child=cast.amara.pk, by_user=cast.ben.pk).order_by("position")
    assert [look.event for look in looks] == [Event.FILE_LOOKED_AT, Event.ENTRY_LOOKED_AT]


@pytest.mark.parametrize("name", ["portal:child", "portal:opening", "portal:invite", "portal:write_why", "portal:write_pen_picture"])
def test_a_colleague_and_a_stranger_get_the_answer_for_nothing(client: Client, cast: Cast, name: str) -> None:
    for user in (cast.carys, cast.dev, cast.ellie, cast.ruth, cast.imani):
        assert sign_in(Client(), user).get(reverse(name, args=[cast.amara.pk])).status_code == 404
    assert AuditEvent.objects.filter(child=cast.amara.pk, event=Event.FILE_LOOKED_AT).count() == 0


def test_nothing_opens_without_the_second_factor(client: Client, cast: Cast, visit: Entry) -> None:
    sign_in_without_second_factor(client, cast.ben)
    for name, ids in (("portal:desk", []), ("portal:child", [cast.amara.pk]), ("portal:staff_entry", [visit.pk])):
        answer = client.get(reverse(name, args=ids))
        assert answer["Location"] == reverse("second_factor")


@pytest.mark.need("C1")
def test_a_child_is_found_by_any_name_they_ever_had_and_by_number(client: Client, cast: Cast) -> None:
    ChildName.objects.create(child=cast.amara, name="Amara Nkosi", kind="former")
    sign_in(client, cast.ben)
    for words in ("amara", "nkosi", "900001"):
        assert ">Amara</a>" in client.post(reverse("portal:children"), {"words": words}).content.decode()
    assert "Nobody you work with" in client.post(reverse("portal:children"), {"words": "Noor"}).content.decode()


def test_the_opening_desk_lists_what_waits_by_the_places_they_lived(client: Client, cast: Cast, visit: Entry, home: Entry) -> None:
    seen = page(client, cast.ben, "portal:opening", cast.amara.pk)
    assert "Living with" in seen
    assert "We walked by the river" in seen
    assert str(visit.pk) in seen


def test_the_preview_shows_the_page_they_will_have_and_nothing_can_be_pressed(client: Client, cast: Cast, visit: Entry) -> None:
    seen = page(client, cast.ben, "portal:entry_preview", visit.pk)
    assert "Visit at home" in seen
    assert "<div inert>" in seen


def test_every_page_of_staff_is_there(client: Client, cast: Cast, visit: Entry, home: Entry) -> None:
    """Each is opened once by somebody whose page it is."""
    Connection.objects.create(child=cast.amara, source="case_notes", key="c1", names=["Grace Okafor"], relation="your mum")
    task = make_task(kind=TaskKind.TALK, child=cast.amara, about_type="entry", about_id=visit.pk, words="Why did we move?", now=NOW)
    assert "Grace Okafor" in page(client, cast.ben, "portal:child", cast.amara.pk)
    for name in ("portal:opening", "portal:invite", "portal:write_why", "portal:write_pen_picture"):
        page(client, cast.ben, name, cast.amara.pk)
    assert "Why did we move?" in page(client, cast.ben, "portal:task", task.pk)
    for user, name in (
        (cast.ben, "portal:emergency"),
        (cast.joan, "portal:allocation"),
        (cast.joan, "portal:cover"),
        (cast.ruth, "portal:staff_people"),
        (cast.ruth, "portal:staff_add"),
        (cast.ruth, "portal:teams"),
    ):
        page(Client(), user, name)
    page(Client(), cast.ruth, "portal:staff_person", cast.ben.pk)
    page(Client(), cast.joan, "portal:allocate", cast.amara.pk)
    assert Task.objects.open().count() == 1


def test_a_long_file_asks_the_database_no_more_often_than_a_short_one(
    client: Client, cast: Cast, visit: Entry, home: Entry, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    sign_in(client, cast.ben)
    for number in range(70):
        an_entry(cast.amara, "note", date(2020, 1, 1) + timedelta(days=number), text="We talked.")
    for name, most in (("portal:child", 42), ("portal:opening", 30), ("portal:desk", 40)):
        ids = [] if name == "portal:desk" else [cast.amara.pk]
        with django_assert_max_num_queries(most):
            client.get(reverse(name, args=ids))


def test_what_they_tell_part_by_part_costs_their_page_no_question_more(
    client: Client, cast: Cast, visit: Entry, django_assert_max_num_queries: Callable[[int], AbstractContextManager[object]]
) -> None:
    sign_in(client, cast.ben)
    write_about_part(child=cast.amara, topic="food", words='Jollof, "hot".\nNo nuts.', by=cast.amara.user, now=NOW)
    write_about_part(child=cast.amara, topic="faith", rather_not_say=True, by=cast.amara.user, now=NOW)
    address = reverse("portal:child", args=[cast.amara.pk])
    client.get(address)
    with django_assert_max_num_queries(20 + 6):  # six of them begin and end what is stored together: in a test they are counted
        page = client.get(address).content.decode()
    assert "Jollof, &quot;hot&quot;.\nNo nuts." in page
    assert "They would rather not say." in page
