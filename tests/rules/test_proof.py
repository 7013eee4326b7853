"""Proof in proportion: one paper, never an address from somebody without a home, and few guesses."""

from datetime import date

import pytest

from access_requests.proof import (
    ASKS,
    MOST_LOST,
    MOST_ROUNDS,
    PAPERS,
    QUESTIONS,
    Ask,
    PaperKind,
    RoundError,
    check_round,
    enough_by_account,
    may_ask_for,
    passes,
    rounds_left,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(("changed_on", "enough"), [(None, True), (date(2026, 10, 23), True), (date(2026, 10, 24), False), (TODAY, False)])
def test_signed_in_is_enough_unless_where_we_reach_them_changed_in_thirty_days(changed_on: date | None, enough: bool) -> None:
    assert enough_by_account(changed_on=changed_on, today=TODAY) is enough


def test_a_photo_and_an_address_are_never_both_asked_of_anybody() -> None:
    assert not may_ask_for(PaperKind.ADDRESS, [PaperKind.PHOTO])
    assert not may_ask_for(PaperKind.PHOTO, [PaperKind.CARE, PaperKind.ADDRESS])
    assert may_ask_for(PaperKind.ADDRESS, [])
    assert may_ask_for(PaperKind.LETTER, [PaperKind.PHOTO])
    assert set(PAPERS) == set(PaperKind)


def test_a_question_gives_nothing_away_it_is_open_and_the_same_for_everybody() -> None:
    assert set(ASKS) == set(Ask)
    assert not any("{" in words for words in ASKS.values()), "no place for anything from a file"
    assert not any(words.startswith(("Did ", "Was ", "Were ", "Is ")) for words in ASKS.values()), "yes and no can be guessed"


def test_a_round_has_five_different_questions_of_ours_and_four_right_are_enough() -> None:
    check_round(list(Ask)[:QUESTIONS])
    for wrong in (list(Ask)[:4], [Ask.HOME] * QUESTIONS, [*list(Ask)[:4], "mothers_maiden_name"]):
        with pytest.raises(RoundError):
            check_round(wrong)
    assert passes([True, True, False, True, True])
    assert not passes([True, True, False, True, False])
    assert not passes([True] * 4), "four of four is no round"


def test_rounds_run_out_for_a_request_and_for_a_record_whoever_asks() -> None:
    assert rounds_left(of_request=0, lost_about_record=0) == MOST_ROUNDS
    assert rounds_left(of_request=MOST_ROUNDS, lost_about_record=1) == 0
    assert rounds_left(of_request=0, lost_about_record=MOST_LOST) == 0
    assert rounds_left(of_request=9, lost_about_record=9) == 0
