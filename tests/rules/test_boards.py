"""What is said by taps: kept with the words that stood there, in the order of the table, whatever becomes of the table."""

import pytest

from official_file.plain_language.pictures import PICTURES
from stories.boards import BOARDS, board_from, in_lines, said_by_taps, taps_on, to_tap
from tests.environment import ROOT

KNOWN = {"1": "Nan", "2": "Uncle Kofi"}
WELSH = {"Sad": "Trist", "How I feel": "Sut rydw i'n teimlo"}


def welsh(words: str) -> str:
    return WELSH.get(words, words)


def test_every_tap_has_a_picture_with_its_word_and_no_name_stands_twice() -> None:
    for board in BOARDS:
        assert len({pick.slug for pick in board.picks}) == len({pick.words for pick in board.picks}) == len(board.picks)
        for picture in [board.picture, *(pick.picture for pick in board.picks)]:
            assert picture in PICTURES
            assert (ROOT / "templates" / "pictures" / f"{picture}.svg").exists()


@pytest.mark.need("R35")
def test_feelings_people_places_and_what_one_can_do_are_said_by_taps_alone() -> None:
    rows = board_from(["help/money", "people/known/1", "feelings/sad", "can/wash", "places/school"], known=KNOWN, translate=str)
    assert in_lines(rows, translate=str) == [
        "How I feel: Sad",
        "Who it is about: Nan",
        "Where it is about: School",
        "I can do this: Washing",
        "I need help with this: Money",
    ]
    assert rows[1] == {"board": "people", "pick": "known", "words": "Nan"}


def test_a_page_shows_again_what_was_tapped_and_posts_the_same() -> None:
    rows = board_from(["feelings/sad", "people/known/2"], known=KNOWN, translate=str)
    assert taps_on(rows, known=KNOWN) == ("feelings/sad", "people/known/2")
    assert board_from(taps_on(rows, known=KNOWN), known=KNOWN, held=rows, translate=str) == rows
    assert [pick.words for board in to_tap(rows, known=KNOWN, translate=str) for pick in board.chosen] == ["Sad", "Uncle Kofi"]


def test_what_was_tapped_keeps_its_words_when_the_table_or_the_language_changes() -> None:
    rows = board_from(["feelings/sad"], translate=welsh)
    assert rows == [{"board": "feelings", "pick": "sad", "words": "Trist"}]
    assert board_from(["feelings/sad"], held=rows, translate=str) == rows
    (board,) = said_by_taps(rows, translate=str)
    assert (board.question, board.picks[0].words, board.picks[0].also) == ("How I feel", "Trist", "Sad")


def test_what_a_page_could_not_show_it_cannot_take_away() -> None:
    lost = [{"board": "weather", "pick": "rain", "words": "Rain"}, {"board": "people", "pick": "known", "words": "Somebody"}]
    assert board_from([], known=KNOWN, held=lost, translate=str) == lost
    assert in_lines(lost, translate=str) == ["Rain", "Who it is about: Somebody"]


def test_names_that_no_board_has_say_nothing() -> None:
    assert board_from(["feelings/rich", "x", "people/known/9", "<b>/</b>"], known=KNOWN, translate=str) == []
