"""The path of a contribution, 3: she reads her story, writes beside it, sees who will read her words, and sends them."""

import pytest

from stories.models import Contribution
from tests.journeys.council import WORDS, Council
from tests.journeys.path import amara_joins, amara_signs_in, amara_writes, amara_writes_about, given_an_invitation

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(invited: Council) -> Council:
    """Every test here begins with the code in her hand."""
    return invited


@pytest.mark.need("R6")
def test_her_story_is_told_in_chapters_of_the_places_where_she_lived_and_names_no_address(council: Council) -> None:
    given_an_invitation(council)
    amara = amara_joins(council)
    amara.follow("My story")
    for said in ("16 May 2017", "August 2018", "March 2023", "Visit at home", "You planted beans together."):
        assert amara.sees(said), amara.text()
    for never in ("QX", "900001", "U4", "PR1", "placement"):
        assert not amara.sees(never)


def test_the_plain_words_come_first_and_the_originals_behind_one_touch(council: Council) -> None:
    given_an_invitation(council)
    amara = amara_joins(council)
    amara.open("/my-story/?by=time")
    amara.follow("Visit at home")
    amara.unfold("In their words")
    assert amara.sees("Ben came to see you at home.")
    assert amara.quotes() == ["Seen at home. We planted beans on the windowsill.\n\nAmara said the blue room is hers now."]
    assert amara.sees("Ben Hughes, social worker, wrote this.")


@pytest.mark.need("R62")
@pytest.mark.need("R31")
def test_before_sending_she_sees_exactly_who_will_read_it_and_when(council: Council) -> None:
    given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes_about(amara)
    assert amara.quotes() == [WORDS]
    assert amara.sees("Ben Hughes")
    assert amara.sees("Joan Mills")
    assert not amara.sees("Ruth Lewis")
    assert amara.sees("You are writing about this")
    amara.press("Send")
    assert amara.sees("Sent.")
    assert amara.sees("Ben Hughes will read it by")


@pytest.mark.need("R42")
def test_pressing_send_again_in_another_window_sends_nothing_twice(council: Council) -> None:
    given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara)
    second = amara_signs_in(council)
    second.open(amara.path)
    amara.press("Send")
    second.press("Send")
    assert second.path == amara.path
    assert Contribution.objects.count() == 1


@pytest.mark.need("R41")
def test_words_sent_after_she_was_away_too_long_wait_for_her(council: Council) -> None:
    given_an_invitation(council)
    amara = amara_joins(council)
    amara.open("/my-words/write/")
    amara.write("What do you want to say?", WORDS)
    council.clock.shift(16 * 60)
    amara.press("Keep as draft")
    assert amara.path == "/sign-in/"
    amara.write("The name you sign in with", "bluefox7")
    amara.write("Your passphrase", "otter-candle-bridge")
    amara.press("Sign in")
    assert amara.sees("Your words are saved")
    assert Contribution.objects.get().words == WORDS


def test_a_draft_thrown_away_is_gone(council: Council) -> None:
    given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara)
    amara.follow("Change the words")
    amara.follow("Throw this draft away")
    amara.press("Throw it away")
    assert amara.sees("We threw that draft away. Nobody else saw it.")
    assert not Contribution.objects.filter(words__contains="brother").exists()
