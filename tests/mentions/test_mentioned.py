"""Who an entry mentions, by what the file knows; and the label that stands in the place of each, which tells nobody anything new."""

import pytest

from official_file.mentioned import known_for, label_for, mentions_in, people_of
from official_file.mentions import Span
from official_file.models import Connection
from official_file.plain_language.relations import AddedWord
from people.families import bring_families
from people.models import Child, ChildName, User
from tests.cast import NOW
from tests.factories.entries import an_entry
from tests.factories.people import a_child, a_member_of_staff, allocate_for_test

pytestmark = pytest.mark.django_db
PRIVATE = "[a person whose name we keep private]"


@pytest.fixture
def amara() -> Child:
    child = a_child("Amara")
    ChildName.objects.create(child=child, name="Amara Okafor", kind="legal")
    return child


@pytest.fixture
def ben(amara: Child) -> User:
    worker = a_member_of_staff("Ben Ackroyd", "social_worker")
    allocate_for_test(amara, worker)
    return worker


def somebody(child: Child, name: str, relation: str, *, confirmed_by: User | None = None, **more: object) -> Connection:
    confirmed = {"known_confirmed_by": confirmed_by, "known_confirmed_at": NOW} if confirmed_by else {}
    return Connection.objects.create(child=child, source="case_notes", key=name, names=[name], relation=relation, **confirmed, **more)


def label_of(child: Child, text: str, *, more: tuple[AddedWord, ...] = ()) -> list[str]:
    people = people_of(child)
    entry = an_entry(child, "note", text=text)
    return [label_for(span, people, more=more) for span in mentions_in(entry, people=people) if span.propose]


def test_everybody_the_file_knows_of_is_known(amara: Child, ben: User) -> None:
    sister = a_child("Noor", with_account=False)
    bring_families(source="ssd", members={"f1": [amara.pk, sister.pk]}, as_of=NOW.date())
    somebody(amara, "Grace Okafor", "Mother")
    an_entry(amara, "worker_period", NOW.date(), facts={"name": "Dev Patel", "role": "personal adviser", "worker_key": "w9"})
    known = known_for(amara)
    assert [one.names for one in known] == [("Amara", "Amara Okafor"), ("Grace Okafor",), ("Noor",), ("Ben Ackroyd",), ("Dev Patel",)]
    assert [(one.subject, one.professional) for one in known] == [
        (True, False),
        (False, False),
        (False, False),
        (False, True),
        (False, True),
    ]


def test_neither_the_child_nor_their_workers_nor_the_writer_are_proposed(amara: Child, ben: User) -> None:
    entry = an_entry(amara, "note", text="Ben Ackroyd and I met Amara Okafor and Mrs Plum. Priya Shah.")
    assert [(span.text, span.propose) for span in mentions_in(entry)] == [
        ("Ben Ackroyd", False),
        ("Amara Okafor", False),
        ("Mrs Plum", True),
        ("Priya Shah", False),
    ]
    assert mentions_in(entry)[-1].connection is None


def test_the_label_says_who_it_is_once_a_worker_confirmed_that_they_are_known(amara: Child, ben: User) -> None:
    somebody(amara, "Grace Okafor", "Mother", confirmed_by=ben)
    assert label_of(amara, "Grace rang. Her mum cried.") == ["[your mum]", "[your mum]"]


def test_the_label_says_nothing_of_somebody_they_may_not_know(amara: Child) -> None:
    somebody(amara, "Grace Okafor", "Half sibling")
    assert label_of(amara, "Grace rang. Her half sibling cried.") == [PRIVATE, PRIVATE]


@pytest.mark.parametrize(
    "relation", ["Anonymous referrer", "Auntie Bev", "Person who reported", "Unknown", "", "your informant", "neighbour", "a neighbour"]
)
def test_the_label_never_says_who_told_us_and_never_holds_a_name(amara: Child, ben: User, relation: str) -> None:
    somebody(amara, "Bev Plum", relation, confirmed_by=ben)
    assert label_of(amara, "Bev Plum rang.") == [PRIVATE]


def test_a_word_the_council_added_to_its_list_may_stand_in_a_label(amara: Child, ben: User) -> None:
    somebody(amara, "Bev Plum", "Link carer", confirmed_by=ben)
    assert label_of(amara, "Bev Plum rang.", more=(AddedWord("Link carer", "your weekend carer"),)) == ["[your weekend carer]"]


def test_what_is_not_a_person_has_a_label_of_its_own(amara: Child) -> None:
    text = "Ring 07700 900123, write to a@example.org, 12 Acacia Avenue, LS6 2QP, DOB 02/03/1980, YK19 ABC, NHS 943 476 5919."
    assert label_of(amara, text) == [
        "[a phone number we keep private]",
        "[an email address we keep private]",
        "[an address we keep private]",
        "[a postcode we keep private]",
        "[a date of birth we keep private]",
        "[a car number we keep private]",
        "[a number we keep private]",
    ]


def test_somebody_who_is_not_among_them_has_the_private_label(amara: Child) -> None:
    assert label_for(Span(0, 3, "Bev", "name", 99), people_of(amara)) == PRIVATE


def test_another_text_about_the_same_child_can_be_read(amara: Child) -> None:
    somebody(amara, "Grace Okafor", "Mother")
    entry = an_entry(amara, "note", text="Nothing.")
    assert [span.text for span in mentions_in(entry, text="A plain version with Grace in it.")] == ["Grace"]
