"""Years, reviews and notes that a file should hold and does not."""

from datetime import date, timedelta
from typing import Any

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from official_file.gap_rules import (
    BARELY_LATE,
    Missing,
    Span,
    Years,
    first_review_due,
    missing_reviews,
    silent_years,
    times_in_care,
    without_notes,
)
from official_file.gap_words import BLANKS, REASONS, gap_title

TODAY = date(2026, 11, 22)
CAME = date(2020, 1, 6)  # a Monday
FIRST_DUE = date(2020, 2, 3)
DAYS = st.dates(date(2000, 1, 1), date(2026, 11, 1))


def in_care(start: date = CAME, end: date = TODAY) -> list[Span]:
    return [Span(start, end)]


def missing(held: list[date], care: list[Span] | None = None) -> list[Missing]:
    return missing_reviews(care or in_care(), held, today=TODAY, nation="EW")


@pytest.mark.need("M8")
@pytest.mark.parametrize(
    ("recorded", "years"),
    [
        ([], [Years(2009, 2011)]),
        ([Span(date(2010, 6, 1), date(2010, 6, 1))], [Years(2009, 2009), Years(2011, 2011)]),
        ([Span(date(2008, 6, 1), date(2009, 1, 1))], [Years(2010, 2011)]),
        ([Span(date(2008, 6, 1))], []),
        ([Span(date(2013, 1, 1), date(2013, 2, 1))], [Years(2009, 2011)]),
    ],
)
def test_years_in_care_with_nothing_recorded_are_found_and_joined(recorded: list[Span], years: list[Years]) -> None:
    assert silent_years([Span(date(2008, 3, 1), date(2012, 5, 1))], recorded) == years


def test_the_years_before_coming_and_after_leaving_are_nobodys_gap() -> None:
    care = times_in_care([date(2008, 3, 1), date(2015, 1, 1)], [date(2010, 2, 1)], until=date(2018, 6, 1))
    assert care == [Span(date(2008, 3, 1), date(2010, 2, 1)), Span(date(2015, 1, 1), date(2018, 6, 1))]
    assert silent_years(care, []) == [Years(2009, 2009), Years(2016, 2017)]


@pytest.mark.parametrize(("begun", "left"), [([], []), ([], [CAME]), ([date(2027, 1, 1)], [])])
def test_nobody_was_in_care_of_whom_nothing_says_so(begun: list[date], left: list[date]) -> None:
    assert times_in_care(begun, left, until=TODAY) == []


def test_a_home_that_begins_while_care_goes_on_is_the_same_time_in_care() -> None:
    assert times_in_care([CAME, date(2021, 1, 1)], [], until=TODAY) == in_care()


@pytest.mark.parametrize(
    ("came", "due"),
    [
        (CAME, FIRST_DUE),
        (date(2026, 3, 30), date(2026, 4, 29)),  # Good Friday and Easter Monday are no working days
        (date(2026, 12, 18), date(2027, 1, 20)),  # Christmas Day, Boxing Day's substitute, New Year's Day
    ],
)
def test_the_first_review_is_due_within_20_working_days(came: date, due: date) -> None:
    assert first_review_due(came, "EW") == due


RHYTHM = [date(2020, 2, 3), date(2020, 5, 3), date(2020, 11, 3), date(2021, 5, 3), date(2021, 11, 3), date(2022, 5, 3)]
UNTIL_SUMMER_2022 = [Span(CAME, date(2022, 7, 1))]


@pytest.mark.need("M8")
@pytest.mark.parametrize(
    ("what", "held", "answer"),
    [
        ("kept to the day", RHYTHM, []),
        ("none at all", [], [Missing(FIRST_DUE, date(2022, 5, 3), 6)]),
        ("the first is missing", RHYTHM[1:], [Missing(FIRST_DUE, FIRST_DUE)]),
        ("the second is missing", [RHYTHM[0], *RHYTHM[2:]], [Missing(date(2020, 5, 3), date(2020, 5, 3))]),
        ("one in the middle", RHYTHM[:3] + RHYTHM[4:], [Missing(date(2021, 5, 3), date(2021, 5, 3))]),
        ("two in a row", RHYTHM[:3] + RHYTHM[5:], [Missing(date(2021, 5, 3), date(2021, 11, 3), 2)]),
        ("each three weeks late", [day + timedelta(weeks=3) for day in RHYTHM], []),
        ("one five months late", [*RHYTHM[:3], date(2021, 10, 1), date(2022, 4, 1)], []),
        ("more often than the law asks", [CAME + timedelta(days=30 * month) for month in range(1, 30)], []),
    ],
)
def test_reviews_are_asked_for_by_the_rhythm_of_regulation_33_and_late_ones_are_there(
    what: str, held: list[date], answer: list[Missing]
) -> None:
    assert missing(held, UNTIL_SUMMER_2022) == answer, what


def test_no_review_is_asked_for_before_it_is_four_weeks_late() -> None:
    for days, count in ((27, 0), (28, 0), (29, 1)):
        until = FIRST_DUE + timedelta(days=days)
        assert len(missing_reviews([Span(CAME)], [], today=until, nation="EW")) == count
        assert len(missing([], [Span(CAME, until)])) == count  # nor of somebody who left care by then


def test_after_leaving_and_coming_again_the_rhythm_begins_again() -> None:
    times = [Span(CAME, date(2020, 3, 1)), Span(date(2024, 1, 8), date(2024, 4, 1))]
    assert missing([date(2020, 2, 3)], times) == [Missing(date(2024, 2, 5), date(2024, 2, 5))]


@pytest.mark.parametrize(("came", "nation"), [(date(1991, 10, 13), "EW"), (CAME, "SC"), (CAME, "NI")])
def test_none_is_asked_for_where_another_law_held(came: date, nation: str) -> None:
    assert missing_reviews([Span(came, date(2022, 7, 1))], [], today=TODAY, nation=nation) == []


@given(came=DAYS, days=st.integers(0, 3000), held=st.lists(DAYS, max_size=12))
def test_no_review_is_ever_asked_for_outside_care_nor_when_one_was_held_near_its_day(came: date, days: int, held: list[date]) -> None:
    until = min(came + timedelta(days=days), TODAY)
    for gap in missing(held, [Span(came, until)]):
        assert came < gap.first <= gap.last < until - BARELY_LATE + timedelta(days=1)
        assert gap.count >= 1
        assert not [day for day in held if gap.first <= day <= gap.last]


@given(came=DAYS, days=st.integers(0, 3000), held=st.lists(DAYS, max_size=8), more=DAYS)
def test_every_review_of_a_kept_rhythm_leaves_nothing_to_ask(came: date, days: int, held: list[date], more: date) -> None:
    """A rhythm that is kept stays whole whatever other reviews are held beside it."""
    until = min(came + timedelta(days=days), TODAY)
    day, kept = came + timedelta(days=25), []
    while day <= until:
        kept.append(day)
        day += relativedelta(months=2)
    assert missing([*kept, *(one for one in (*held, more) if came <= one <= until)], [Span(came, until)]) == []


@pytest.mark.parametrize(
    ("notes", "answer"),
    [
        ([], [Missing(RHYTHM[0], RHYTHM[2], 3)]),
        ([RHYTHM[0] + timedelta(days=28)], [Missing(RHYTHM[1], RHYTHM[2], 2)]),
        ([RHYTHM[0] + timedelta(days=29)], [Missing(RHYTHM[0], RHYTHM[2], 3)]),
        ([RHYTHM[1]], [Missing(RHYTHM[0], RHYTHM[0]), Missing(RHYTHM[2], RHYTHM[2])]),
        (RHYTHM, []),
    ],
)
def test_a_review_that_was_held_should_have_notes_within_four_weeks(notes: list[date], answer: list[Missing]) -> None:
    assert without_notes(RHYTHM[:3], notes) == answer


def test_every_reason_and_every_blank_is_said_to_the_worker_and_to_the_young_person() -> None:
    for choice in (*REASONS.values(), *BLANKS.values()):
        assert choice.label
        assert choice.sentence.endswith(".")
    assert set(BLANKS) == {"not_applicable", "not_known", "not_written", "not_shared", "never_asked"}


@pytest.mark.parametrize(
    ("kind", "given_", "title"),
    [
        ("stretch", {"first": 2009, "last": 2011}, "We have nothing from 2009 to 2011"),
        ("stretch", {"first": 2009, "last": 2009}, "We have nothing from 2009"),
        ("review", {"count": 3}, "3 of your meetings about your plan are missing here"),
        ("notes", {}, "We do not have the notes of a meeting about your plan"),
    ],
)
def test_what_is_missing_is_said_plainly(kind: str, given_: dict[str, Any], title: str) -> None:
    assert gap_title(kind, **given_) == title
