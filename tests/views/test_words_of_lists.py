"""Lists can be added to at any time; whoever was written down before keeps the word of then."""

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse

from cms.models import ListedWord
from official_file.actions.confirm_connection import confirm_connection
from official_file.models import Connection
from official_file.plain_language.codes import meaning
from official_file.plain_language.relations import RELATIONS, SAYS_NOTHING, AddedWord, in_their_terms
from tests.cast import NOW, Cast, sign_in


def test_what_is_in_no_list_is_kept_as_it_was_written_and_unknown_says_nothing() -> None:
    """Free text is never squeezed into a list."""
    assert in_their_terms("Auntie Bev's friend") == "Auntie Bev's friend"
    assert in_their_terms("MOTHER") == "your mum"
    assert in_their_terms("your big brother Tobi") == "your big brother Tobi"
    assert {in_their_terms(word) for word in SAYS_NOTHING} == {""}


@pytest.mark.parametrize("said", sorted(set(RELATIONS.values())))
def test_every_relation_is_said_to_the_person_it_is_about(said: str) -> None:
    """No word of the office among them."""
    assert said.startswith(("your ", "a ", "one of your ", "somebody ", "the man "))
    assert not {"sibling", "siblings", "placement", "contact"} & set(said.split())


@pytest.mark.need("C3")
def test_a_word_counts_from_its_day_on_and_the_newest_of_that_day_wins() -> None:
    """Written down in June with the word of June; in December with that of December."""
    more = [AddedWord("Kinship carer", "your kin", date(2026, 1, 1)), AddedWord("Kinship carer", "your aunt at home", date(2026, 9, 1))]
    said = {
        day: in_their_terms("kinship carer", written_on=day, more=more) for day in (date(2025, 6, 1), date(2026, 6, 1), date(2026, 12, 1))
    }
    assert list(said.values()) == ["somebody who looks after you, or did", "your kin", "your aunt at home"]


@pytest.mark.need("C3")
def test_a_code_of_years_ago_still_means_what_it_meant() -> None:
    """Lines are added to the code lists and none is taken away: a home of 2010 is told as then."""
    assert meaning("PLACE", "H5").known
    assert "up to 2023-24" in meaning("PLACE", "H5").official


@pytest.mark.django_db
@pytest.mark.need("C3")
def test_an_added_word_is_shown_for_new_people_and_changes_nothing_for_those_of_before(cast: Cast) -> None:
    """The council's editors add it; no release of the software is needed."""
    people = [
        Connection.objects.create(child=cast.amara, source="ssd", key=name, names=[name], relation="Respite link")
        for name in ("Bev Hart", "Cy Hart")
    ]
    confirm_connection(connection=people[0], by=cast.ben, now=NOW - timedelta(days=30))
    ListedWord.objects.create(written="Respite link", said="a family you stay with", since=(NOW - timedelta(days=7)).date())
    confirm_connection(connection=people[1], by=cast.ben, now=NOW)
    with time_machine.travel(NOW, tick=False):
        page = sign_in(Client(), cast.amara.user).get(reverse("portal:my_people")).content.decode()
    assert "a family you stay with" not in page.split("Bev Hart")[1].split("</li>")[0]
    assert "a family you stay with" in page.split("Cy Hart")[1].split("</li>")[0]
