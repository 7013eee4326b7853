"""How long a record is kept, on the pages: the law in a sentence, holds placed and lifted in two steps, and people's decisions."""

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from moderation.jobs import sweep_now
from official_file.actions.place_hold import place_hold
from official_file.models import DisposalProposal, RetentionHold
from people.models import Child, Task, TaskKind
from tests.cast import NOW, Cast, sign_in
from tests.factories.entries import an_entry

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _wednesday() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


def text(client: Client, name: str, *ids: object) -> str:
    answer = client.get(reverse(f"portal:{name}", args=ids))
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


@pytest.fixture
def due(cast: Cast) -> Child:
    """A record whose time is over, about which information governance is asked."""
    Child.objects.filter(pk=cast.amara.pk).update(date_of_birth=date(1950, 6, 15))
    sweep_now(NOW)
    return Child.objects.get(pk=cast.amara.pk)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({}, ("We keep this record until 2 March 2088 at least.", "75th anniversary of birth", "SI 2010/959 reg 50")),
        ({"nation": "SC"}, ("until 2 March 2113 at least", "100th anniversary of birth", "SSI 2009/210 reg 43")),
        ({"died_on": date(2026, 3, 1)}, ("until 28 February 2041 at least", "for 15 years from the death")),
        ({"date_of_birth": None}, ("Nobody knows when they were born, so its time is never over.",)),
    ],
)
def test_how_long_a_record_is_kept_stands_in_a_sentence_with_its_law(cast: Cast, facts: dict[str, object], words: tuple[str, ...]) -> None:
    Child.objects.filter(pk=cast.amara.pk).update(**facts)
    seen = text(sign_in(Client(), cast.ben), "keeping", cast.amara.pk)
    for one in words:
        assert one in seen
    assert "Joan Mills" in seen  # who can see it stands beside


def test_a_hold_is_placed_on_its_page_and_shown_on_the_childs(cast: Cast) -> None:
    ben = sign_in(Client(), cast.ben)
    address = reverse("portal:keeping", args=[cast.amara.pk])
    assert ben.post(address, {"ground": "claim", "reason": " "}).status_code == 422
    assert ben.post(address, {"ground": "claim", "reason": "Smith and Co, ref 12."}).status_code == 302
    assert "Smith and Co, ref 12." in text(ben, "keeping", cast.amara.pk)
    assert "nothing of it may be destroyed now" in text(ben, "child", cast.amara.pk)
    assert "Lift this hold" not in text(ben, "keeping", cast.amara.pk)


def test_a_hold_is_lifted_in_two_steps(cast: Cast) -> None:
    hold = place_hold(child=cast.amara, ground="police", reason="The police asked.", by=cast.ben, now=NOW)
    joan, address = sign_in(Client(), cast.joan), reverse("portal:lift_hold", args=[hold.pk])
    assert joan.post(address, {"why": ""}).status_code == 422
    first = joan.post(address, {"why": "They closed it."})
    assert "Lift this hold?" in first.content.decode()
    assert "two people agree on a ground in law" in first.content.decode()
    assert RetentionHold.objects.get().lifted_at is None
    assert joan.post(address, {"why": "They closed it.", "sure": "on"}).status_code == 302
    assert RetentionHold.objects.get().lifted_why == "They closed it."
    assert joan.get(address).status_code == 404
    assert "They closed it." in text(joan, "keeping", cast.amara.pk)


def test_records_whose_time_is_over_are_listed_for_information_governance_until_decided(cast: Cast, due: Child) -> None:
    imani = sign_in(Client(), cast.imani)
    assert "Kept until 15 June 2025" in text(imani, "records_due")
    assert "the time to keep this record is over" in text(imani, "desk")
    seen = text(imani, "keeping", due.pk)
    assert "ended on 15 June 2025. Nothing goes by itself." in seen
    address = reverse("portal:keep_longer", args=[due.pk])
    assert imani.post(address, {"reason": ""}).status_code == 422
    assert imani.post(address, {"reason": "Her family asks for it."}).status_code == 302
    assert "No record is due" in text(imani, "records_due")
    assert Task.objects.get(kind=TaskKind.APPRAISE_RECORD).words == "Her family asks for it."
    assert "Her family asks for it." in text(sign_in(Client(), cast.ben), "keeping", due.pk)


def test_what_is_to_go_is_proposed_entry_by_entry_and_never_while_something_holds_it(cast: Cast, due: Child) -> None:
    entry = an_entry(due, "note", date(1960, 1, 1), text="She was brought in.")
    imani, address = sign_in(Client(), cast.imani), reverse("portal:propose_disposal", args=[entry.pk])
    assert "She was brought in." in text(imani, "propose_disposal", entry.pk)
    place_hold(child=due, ground="inquiry", reason="A public inquiry.", by=cast.ben, now=NOW)
    held = imani.post(address, {"ground": "retention", "reason": "Its time is over."})
    assert held.status_code == 422
    assert "Nothing of this record may be destroyed now: a public inquiry." in held.content.decode()
    assert "Its time is over." in held.content.decode()
    assert not DisposalProposal.objects.exists()
    RetentionHold.objects.update(lifted_at=NOW, lifted_by=cast.joan)
    assert imani.post(address, {"ground": "retention", "reason": "Its time is over."}).status_code == 302
    assert DisposalProposal.objects.get().entry == entry


def test_a_colleague_who_may_not_see_the_record_may_not_hold_it_or_read_about_it(cast: Cast) -> None:
    hold = place_hold(child=cast.amara, ground="claim", reason="A claim.", by=cast.ben, now=NOW)
    for user in (cast.carys, cast.gwen, cast.imani):
        client = sign_in(Client(), user)
        assert client.get(reverse("portal:keeping", args=[cast.amara.pk])).status_code == 404
        assert client.get(reverse("portal:lift_hold", args=[hold.pk])).status_code == 404
