"""What comes next about a request, as one table; whose turn it is; when the first talk is due. No database."""

from dataclasses import replace
from datetime import date
from functools import partial
from itertools import product

import pytest

from access_requests.first_contact import contact_due
from access_requests.lifecycle import ENDED, OPEN, State
from access_requests.next_action import PLACE, TABLE, WORDS, Facts, Gathered, Step, next_step
from access_requests.rotation import Load, in_turn

TODAY = date(2026, 11, 18)
S = State
under_way = partial(Facts, officer=True, contacted=True)  # somebody deals with it, and the first talk has been


@pytest.mark.parametrize(
    ("facts", "step"),
    [
        (Facts(S.ASKED), Step.NAME_OFFICER),
        (Facts(S.READY), Step.NAME_OFFICER),
        (Facts(S.ASKED, officer=True), Step.FIRST_CONTACT),
        (Facts(S.READING, officer=True, message_waits=True, unread=3), Step.FIRST_CONTACT),
        (under_way(S.ASKED, held=True), Step.CLEAR_THE_WAY),
        (under_way(S.ASKED), Step.BEGIN_SEARCH),
        (under_way(S.IDENTITY, held=True), Step.CLEAR_THE_WAY),
        (under_way(S.IDENTITY, held=True, question_is_old=True), Step.CHASE_QUESTION),
        (under_way(S.IDENTITY), Step.BEGIN_SEARCH),
        (under_way(S.SEARCHING, places_left=2), Step.SEARCH),
        (under_way(S.SEARCHING, places_left=2, message_waits=True), Step.ANSWER_MESSAGE),
        (under_way(S.SEARCHING, places_left=2, held=True), Step.CLEAR_THE_WAY),
        (under_way(S.SEARCHING), Step.PUT_TOGETHER),
        (under_way(S.SEARCHING, found=False), Step.SAY_NOTHING_HELD),
        (under_way(S.SEARCHING, found=False, places_left=1), Step.SEARCH),
        (under_way(S.GATHERING), Step.GATHER),
        (under_way(S.GATHERING, gathered=Gathered.UNDER_WAY), Step.WAIT_FOR_GATHERING),
        (under_way(S.GATHERING, gathered=Gathered.FAILED), Step.GATHER_AGAIN),
        (under_way(S.GATHERING, gathered=Gathered.DONE), Step.READ),
        (under_way(S.GATHERING, gathered=Gathered.DONE, empty=True), Step.BRING_IN),
        (under_way(S.READING, unread=1), Step.READ),
        (under_way(S.READING), Step.PROPOSE),
        (under_way(S.SECOND_CHECK), Step.WAIT_FOR_CHECK),
        (under_way(S.READY), Step.GIVE),
        (under_way(S.READY, to_hide=1), Step.WAIT_FOR_HIDING),
        (under_way(S.READY, message_waits=True), Step.GIVE),
        (under_way(S.GIVEN), Step.NOTHING),
        (under_way(S.GIVEN, complaint_open=True), Step.LOOK_AT_COMPLAINT),
        (Facts(S.WITHDRAWN), Step.NOTHING),
    ],
)
def test_what_comes_next(facts: Facts, step: Step) -> None:
    assert next_step(facts) is step


def test_every_request_there_can_be_has_one_next_step_in_words_and_a_place() -> None:
    yes_no = (False, True)
    for state, officer, contacted, waits, old, held, complaint in product(State, *[yes_no] * 6):
        for left, gathered, unread in product((0, 2), Gathered, (0, 2)):
            first = Facts(state, officer, contacted, waits, old, held, left, gathered, unread, complaint_open=complaint)
            for facts in (first, replace(first, to_hide=1), replace(first, empty=True, found=False)):
                assert next_step(facts) in WORDS.keys() & PLACE.keys()
    assert {step for step, _row in TABLE} == set(Step) == set(WORDS) == set(PLACE)


def test_while_it_is_open_somebody_always_has_something_to_do_and_after_it_ended_nobody() -> None:
    assert all(next_step(Facts(state)) is Step.NAME_OFFICER for state in OPEN)
    assert all(next_step(Facts(state)) is Step.NOTHING for state in ENDED)
    assert all(next_step(Facts(state, message_waits=True)) is Step.ANSWER_MESSAGE for state in ENDED)


@pytest.mark.parametrize(
    ("received", "nation", "due"),
    [
        (date(2026, 11, 18), "EW", date(2026, 11, 20)),
        (date(2026, 11, 20), "EW", date(2026, 11, 24)),  # over a weekend
        (date(2026, 12, 24), "EW", date(2026, 12, 30)),  # over Christmas; Boxing Day is a Saturday, kept on the Monday
        (date(2099, 1, 1), "EW", None),  # no bank holidays known
    ],
)
def test_the_first_talk_is_due_within_two_working_days(received: date, nation: str, due: date | None) -> None:
    assert contact_due(received, nation) == due


def test_whoever_has_fewest_is_next_and_whoever_read_something_hard_rests() -> None:
    ann, bea = Load("Ann", open=1, last_hard=date(2026, 11, 10)), Load("Bea", open=5)
    assert in_turn([ann, bea], hard=False, today=TODAY)[0] is ann
    assert in_turn([ann, bea], hard=True, today=TODAY)[0] is bea
    assert in_turn([ann, bea], hard=True, today=date(2026, 11, 24))[0] is ann  # two weeks are over
    cai = Load("Cai", hard=1)
    assert in_turn([cai, bea], hard=False, today=TODAY)[0] is bea  # something hard is already with Cai
    assert in_turn([cai], hard=True, today=TODAY) == [cai]  # somebody must
