"""The path of a contribution, 5: her words are in the official file, byte for byte, and she sees who has looked."""

import json

import pytest

from official_file.models import EntryNow
from stories.models import Contribution
from stories.verbatim import digest_of
from tests.journeys.council import NUMBER, WORDS, Council
from tests.journeys.path import amara_joins, amara_writes, ben_starts_reading, given_an_invitation, given_words_in_the_file, open_her_page

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(invited: Council) -> Council:
    """Every test here begins with the code in her hand."""
    return invited


@pytest.mark.need("R49")
@pytest.mark.need("R50")
@pytest.mark.need("R52")
def test_her_words_stand_in_the_file_byte_for_byte_beside_what_they_are_about(council: Council) -> None:
    amara, ben = given_words_in_the_file(council)
    sent, filed = Contribution.objects.get(), EntryNow.objects.get(kind="own_words").entry
    assert filed.text.encode() == sent.words.encode() == WORDS.encode()
    assert filed.facts["digest"] == sent.digest == digest_of(WORDS)
    assert json.loads(council.command("verify_file", "--child", NUMBER, "--json"))["ok"]
    amara.open("/my-story/?by=time")
    assert amara.sees("Your words")
    amara.follow("Visit at home")
    assert WORDS in amara.quotes()
    open_her_page(ben)
    ben.follow("Their own words")
    assert WORDS in ben.quotes()


@pytest.mark.need("R60")
def test_she_sees_who_has_looked_and_nobody_looked_who_is_not_there(council: Council) -> None:
    amara, _ben = given_words_in_the_file(council)
    amara.open("/who-has-looked/")
    assert amara.sees("Ben Hughes")
    assert not amara.sees("David Osei")
    assert amara.sees("What this list cannot show")


@pytest.mark.need("R49")
def test_until_somebody_decided_nothing_of_it_is_in_the_file(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara)
    amara.press("Send")
    ben_starts_reading(ben)
    assert not EntryNow.objects.filter(kind="own_words").exists()
    open_her_page(ben)
    assert not ben.sees("Nobody asked me!")
    amara.open("/my-story/?by=time")
    assert not amara.sees("Nobody asked me!")


def test_what_is_in_the_file_cannot_be_taken_back_and_the_page_does_not_offer_it(council: Council) -> None:
    amara, _ben = given_words_in_the_file(council)
    amara.open("/my-words/")
    amara.follow("More about this")
    assert not amara.sees("Take it back")
    assert WORDS in amara.quotes()
