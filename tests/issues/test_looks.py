"""No page of staff shows what a young person said, or what is in a file, without a look being written down, nor past a limit."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from audit.events import Event
from audit.models import AuditEvent
from official_file.models import Entry
from people.actions.ask_to_talk import ask_to_talk
from tests.cast import NOW, Cast, sign_in
from tests.factories.contributions import a_sent
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db
LOOKS = (Event.FILE_LOOKED_AT, Event.ENTRY_LOOKED_AT, Event.CONTRIBUTION_LOOKED_AT)


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def home(cast: Cast) -> Entry:
    """A home that is open to Amara."""
    return an_entry(cast.amara, "home", date(2020, 1, 8), facts={"place": "U4"})


@pytest.fixture
def visit(cast: Cast) -> Entry:
    """Notes of a visit, which wait for a worker."""
    return an_entry(cast.amara, "visit", date(2024, 2, 3), text="We walked by the river.", facts={"title": "Visit at home"})


def looks() -> int:
    """How many looks are written down."""
    return AuditEvent.objects.filter(event__in=LOOKS).count()


@pytest.mark.need("R61")
def test_the_phone_frame_shows_a_worker_nothing_that_was_sent_to_somebody_else(client: Client, cast: Cast, home: Entry) -> None:
    """A complaint about Ben that Amara sent to David stands on her own page of the entry, and on nobody else's."""
    a_sent(cast.amara, "Quokka words, only for David.", about=home, chosen_reader=cast.david.pk)
    preview = reverse("portal:entry_preview", args=[home.pk])
    assert "Quokka" not in sign_in(client, cast.ben).get(preview).content.decode()
    hers = sign_in(Client(), cast.amara.user).get(reverse("portal:entry", args=[home.pk]))
    assert "Quokka" in hers.content.decode()


@pytest.mark.need("R60")
def test_a_preview_opened_by_its_own_address_is_a_look(client: Client, cast: Cast, visit: Entry) -> None:
    sign_in(client, cast.ben).get(reverse("portal:entry_preview", args=[visit.pk]))
    assert looks() == 1


@pytest.mark.need("R60")
@pytest.mark.parametrize("verb", ["open", "hold", "withhold", "plain"])
def test_a_form_that_comes_back_shows_the_entry_and_is_a_look(client: Client, cast: Cast, visit: Entry, verb: str) -> None:
    answer = sign_in(client, cast.ben).post(reverse(f"portal:entry_{verb}", args=[visit.pk]))
    assert answer.status_code == 422
    assert "We walked by the river" in answer.content.decode()
    assert looks() == 1


@pytest.mark.need("R60")
@pytest.mark.parametrize(
    "verb", ["file_words", "talk_first", "propose_limit", "propose_not_adding", "reply", "add_note", "return_proposal"]
)
def test_a_form_that_comes_back_shows_the_words_and_is_a_look(client: Client, cast: Cast, verb: str) -> None:
    sent = a_sent(cast.amara, "Quokka words.")
    answer = sign_in(client, cast.ben).post(reverse(f"moderation:{verb}", args=[sent.pk]))
    assert answer.status_code == 422
    assert "Quokka words" in answer.content.decode()
    assert looks() == 1


@pytest.mark.need("R60")
def test_a_task_and_the_opening_desk_that_come_back_are_looks(client: Client, cast: Cast, home: Entry, visit: Entry) -> None:
    task = ask_to_talk(child=cast.amara, about_type="entry", about_id=home.pk, words="Why there?", by=cast.amara.user, now=NOW)
    ben = sign_in(client, cast.ben)
    assert "Why there?" in ben.post(reverse("portal:task", args=[task.pk])).content.decode()
    assert looks() == 1
    assert "We walked by the river" in ben.post(reverse("portal:open_ticked", args=[cast.amara.pk])).content.decode()
    assert looks() == 2


@pytest.mark.need("R60")
def test_how_somebody_was_made_ready_is_part_of_their_record(client: Client, cast: Cast) -> None:
    sign_in(client, cast.ben).get(reverse("portal:invite", args=[cast.amara.pk]))
    assert looks() == 1
