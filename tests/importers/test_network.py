"""Who a source says is in a child's life, and whose records hang together: what is asked again, and what is kept."""

from datetime import date
from typing import Any

import pytest

from official_file.importers.network import SaidConnection, bring_connections
from official_file.models import Connection
from people.families import NO_FAMILY, bring_families, brothers_and_sisters_of
from people.models import Child, FamilyMember
from tests.factories.people import NOW, a_child, a_member_of_staff

pytestmark = pytest.mark.django_db
MONDAY, TUESDAY = date(2026, 11, 16), date(2026, 11, 17)
GRACE = SaidConnection("r1", ("Grace Okafor",), "Mother")


def _bring(child: Child, *said: SaidConnection, as_of: date = MONDAY, whole: bool = False) -> bool:
    return bring_connections(child=child, source="ssd", said=said, as_of=as_of, whole=whole)


def _confirmed(child: Child) -> Connection:
    """Grace, of whom a worker confirmed that the child knows."""
    _bring(child, GRACE)
    worker = a_member_of_staff("Ben", "social_worker")
    Connection.objects.filter(child=child, key="r1").update(known_confirmed_by=worker, known_confirmed_at=NOW)
    return Connection.objects.get(child=child, key="r1")


def test_the_same_said_twice_changes_nothing_but_the_day_it_was_last_said() -> None:
    """Every night says the same again."""
    child = a_child()
    assert _bring(child, GRACE)
    assert not _bring(child, GRACE, as_of=TUESDAY)
    assert Connection.objects.get().as_of == TUESDAY


@pytest.mark.parametrize(
    ("said", "asked_again"),
    [
        ({}, False),
        ({"names": ("GRACE OKAFOR",)}, False),  # another spelling is the same name
        ({"relation": "mother"}, False),
        ({"relation": ""}, False),  # a source that says less says nothing new
        ({"starts": date(2020, 1, 1)}, False),
        ({"ends": MONDAY}, False),
        ({"names": ("Grace Bello",)}, True),
        ({"names": ("Grace Okafor", "Joy Bello")}, True),
        ({"relation": "Half sister"}, True),
    ],
)
def test_what_a_worker_confirmed_is_asked_again_only_for_another_name_or_relation(said: dict[str, Any], asked_again: bool) -> None:
    """A worker confirmed a person, not a row: new dates ask nobody anything."""
    child = a_child()
    _confirmed(child)
    _bring(child, SaidConnection(**{"key": "r1", "names": GRACE.names, "relation": GRACE.relation} | said), as_of=TUESDAY)
    assert (Connection.objects.get().known_confirmed_at is None) is asked_again


def test_that_somebody_now_has_a_record_here_asks_nobody_and_another_record_does() -> None:
    """The brother was known before his own record came in; that it is another boy's record is news."""
    child, brother, other = a_child(), a_child("Ade"), a_child("Bayo")
    _confirmed(child)
    _bring(child, SaidConnection("r1", GRACE.names, GRACE.relation, other_child=brother.pk), as_of=TUESDAY)
    assert Connection.objects.get().known_confirmed_at
    _bring(child, SaidConnection("r1", GRACE.names, GRACE.relation, other_child=other.pk), as_of=TUESDAY)
    assert Connection.objects.get().known_confirmed_at is None


def test_a_worker_who_becomes_family_is_asked_about() -> None:
    """In their job everybody is named; at home only whom they know of."""
    child = a_child()
    _bring(child, SaidConnection("r1", ("Sam Ford",), "foster carer", professional=True))
    Connection.objects.update(known_confirmed_by=a_member_of_staff("Ben", "social_worker"), known_confirmed_at=NOW)
    _bring(child, SaidConnection("r1", ("Sam Ford",), "foster carer"), as_of=TUESDAY)
    assert Connection.objects.get().known_confirmed_at is None


def test_an_older_export_changes_nothing() -> None:
    """Files may come in any order."""
    child = a_child()
    _bring(child, GRACE, as_of=TUESDAY)
    assert not _bring(child, SaidConnection("r1", ("Somebody Else",), "uncle"), as_of=MONDAY)
    assert Connection.objects.get().names == ["Grace Okafor"]


def test_whoever_a_whole_export_no_longer_names_has_ended_and_stays_confirmed() -> None:
    """Nobody is taken out of a life because a row went; and whoever comes back goes on."""
    child = a_child()
    _confirmed(child)
    assert _bring(child, as_of=TUESDAY, whole=True)
    grace = Connection.objects.get()
    assert grace.ends == TUESDAY
    assert grace.known_confirmed_at == NOW
    assert _bring(child, GRACE, as_of=TUESDAY, whole=True)
    assert Connection.objects.get().ends is None


@pytest.mark.need("C2")
def test_separating_a_family_ends_the_tie_and_keeps_every_record() -> None:
    """Two brothers in one family; then one is in another. Nothing of either's record goes."""
    first, second = a_child("Ade"), a_child("Bayo")
    assert bring_families(source="ssd", members={"F1": {first.pk, second.pk}}, as_of=MONDAY) == {first.pk, second.pk}
    _bring(first, SaidConnection("r1", ("Bayo",), "Brother", other_child=second.pk))
    assert brothers_and_sisters_of(first) == {second.pk}
    assert bring_families(source="ssd", members={"F1": {first.pk}, "F2": {second.pk}}, as_of=TUESDAY) == {second.pk}
    assert brothers_and_sisters_of(first) == set()
    assert FamilyMember.objects.get(child=second, family__key="F1").left_on == TUESDAY
    assert Connection.objects.get(child=first).other_child_id == second.pk
    assert Child.objects.count() == 2


def test_a_child_who_is_left_out_of_an_export_stays_in_the_family() -> None:
    """An export of those who asked names only them."""
    first, second = a_child("Ade"), a_child("Bayo")
    bring_families(source="ssd", members={"F1": {first.pk, second.pk}}, as_of=MONDAY)
    assert bring_families(source="ssd", members={"F1": {first.pk}}, as_of=TUESDAY) == set()
    assert brothers_and_sisters_of(first) == {second.pk}


def test_a_child_in_no_family_has_left_and_may_come_back() -> None:
    """Named without a family is not the same as not named; an older export does not undo it."""
    first, second = a_child("Ade"), a_child("Bayo")
    bring_families(source="ssd", members={"F1": {first.pk, second.pk}}, as_of=MONDAY)
    assert bring_families(source="ssd", members={NO_FAMILY: {second.pk}}, as_of=TUESDAY) == {second.pk}
    assert bring_families(source="ssd", members={NO_FAMILY: {first.pk}}, as_of=date(2026, 11, 1)) == set()
    assert bring_families(source="ssd", members={"F1": {second.pk}}, as_of=TUESDAY) == {second.pk}
    assert brothers_and_sisters_of(second) == {first.pk}
