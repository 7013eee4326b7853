"""The path of a contribution, 4: her worker finds it on his desk, reads it beside what it is about, answers and decides."""

import pytest

from tests.journeys.council import REPLY, WORDS, Council, sign_in
from tests.journeys.path import (
    amara_joins,
    amara_signs_in,
    amara_writes,
    amara_writes_about,
    ben_files,
    ben_starts_reading,
    given_an_invitation,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(invited: Council) -> Council:
    """Every test here begins with the code in her hand."""
    return invited


@pytest.mark.need("R54")
def test_her_words_are_on_his_desk_and_on_one_screen_with_what_they_are_about(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes_about(amara)
    amara.press("Send")
    ben.open("/work/")
    assert ben.sees("Waiting to be read")
    ben_starts_reading(ben)
    assert WORDS in ben.quotes()
    assert ben.sees("Exactly as they were sent.")
    assert ben.sees("You planted beans together.")
    amara.open("/my-words/")
    assert amara.sees("Ben Hughes is reading it")


@pytest.mark.need("R44")
def test_she_reads_his_answer_in_full_with_his_name(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara)
    amara.press("Send")
    ben_files(ben)
    amara.open("/")
    assert amara.sees("Ben Hughes answered") or amara.sees("answer")
    amara.open("/my-words/")
    assert REPLY in amara.quotes()
    assert amara.sees("In your file, in your words. Ben Hughes put it there on 18 November 2026.")


def test_talk_first_leaves_it_undecided_and_says_so(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara)
    amara.press("Send")
    ben_starts_reading(ben)
    ben.write("Your answer", "Shall we talk on Thursday?")
    ben.press("Talk first")
    amara.open("/my-words/")
    assert amara.sees("Ben Hughes wants to talk with you about it first.")
    ben.open("/work/reading/")
    assert ben.sees("To talk about first")


@pytest.mark.need("R51")
def test_cannot_add_needs_a_manager_and_she_can_ask_someone_else_to_look(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara, "Twinkle, twinkle, little star")
    amara.press("Send")
    ben_starts_reading(ben)
    ben.write("Your answer", "This is a song that somebody else wrote.")
    ben.choose("These words or this picture are not theirs")
    ben.write("What did you find?", "A nursery rhyme.")
    ben.press("Propose not to add it")
    amara.open("/my-words/")
    assert amara.sees("Ben Hughes is reading it")
    assert not amara.sees("This is a song")
    joan = sign_in(council, "joan")
    joan.open("/work/reading/")
    joan.follow("Amara")
    joan.press("I agree")
    amara.open("/my-words/")
    assert amara.sees("could not add this to your file, because it is not your own.")
    assert "This is a song that somebody else wrote." in amara.quotes()
    amara.follow("More about this")
    amara.press("Ask someone else to look")
    assert amara.sees("Somebody who has not decided about it before will look.")


def test_a_worker_who_is_named_may_file_it_but_neither_limit_nor_refuse_it(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara, "Ben Hughes never asked me.")
    amara.press("Send")
    ben_starts_reading(ben)
    assert ben.sees("You are named in this")
    for never in ("Propose not to add it", "Propose to limit it", "Talk first"):
        assert not ben.sees(never)
    ben.write("Your answer", "You are right, and I am sorry.")
    ben.press("Put in the file")
    amara.open("/my-words/")
    assert amara.sees("In your file, in your words.")


def test_she_may_choose_another_reader(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara)
    amara.unfold("Choose who reads it first")
    amara.choose("Joan Mills, Team manager")
    amara.press("Send")
    assert amara.sees("Joan Mills will read it")
    ben.open("/work/reading/")
    assert not ben.sees("Amara")
    joan = sign_in(council, "joan")
    ben_files(joan)
    amara.open("/my-words/")
    assert amara.sees("Joan Mills put it there")


@pytest.mark.need("R55")
def test_at_night_the_urgent_way_gives_numbers_first_and_stands_first_in_the_morning(council: Council) -> None:
    ben = given_an_invitation(council)
    amara = amara_joins(council)
    amara_writes(amara, "An ordinary day.")
    amara.press("Send")
    council.clock.shift(13 * 60 * 60)  # eleven at night
    amara = amara_signs_in(council)
    amara.follow("I am worried about something now")
    assert amara.sees("Nobody at the council is reading just now.")
    assert amara.text().index("0800 1111") < amara.text().index("What are you worried about?")
    amara.write("What are you worried about?", "I do not feel safe here.")
    amara.press("Send now")
    assert amara.sees("Nobody is at work just now. Somebody will read it")
    assert amara.sees("0800 1111")
    council.clock.shift(9 * 60 * 60)  # eight in the morning
    ben = sign_in(council, "ben")
    ben.open("/work/reading/")
    assert ben.sees("Urgent: due today at 9am")
    ben.follow("Amara")
    assert "I do not feel safe here." in ben.quotes()
