"""Dates, stretches, durations and ages, said as a person would."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.plain_language.phrases import say_ages, say_duration, say_when, say_years, title_when
from official_file.plain_language.when import Precision, When, first_day, last_day

BORN = date(2009, 12, 1)
MARCH, AUGUST = date(2017, 3, 4), date(2018, 8, 21)


@pytest.mark.parametrize(
    ("when", "inside", "alone"),
    [
        (When(date(2016, 5, 4)), "on 4 May 2016", "4 May 2016"),
        (When(date(2016, 5, 1), None, Precision.MONTH), "in May 2016", "May 2016"),
        (When(date(2016, 3, 1), None, Precision.SEASON), "in spring 2016", "spring 2016"),
        (When(date(2017, 1, 9), None, Precision.SEASON), "in winter 2016 to 2017", "winter 2016 to 2017"),
        (When(date(2016, 1, 1), None, Precision.YEAR), "in 2016", "2016"),
        (When(MARCH, AUGUST), "from March 2017 to August 2018", "March 2017 to August 2018"),
        (When(MARCH, date(2017, 3, 9)), "from 4 March to 9 March 2017", "4 March to 9 March 2017"),
        (When(date(2016, 12, 30), date(2017, 1, 2)), "from 30 December 2016 to 2 January 2017", "30 December 2016 to 2 January 2017"),
        (When(MARCH, date(2017, 3, 31), Precision.MONTH), "in March 2017", "March 2017"),
        (When(date(2016, 1, 1), date(2018, 1, 1), Precision.YEAR), "from 2016 to 2018", "2016 to 2018"),
        (When(MARCH, MARCH), "on 4 March 2017", "4 March 2017"),
        (When(None), "", "We do not know the date."),
        (When(MARCH, None, Precision.UNKNOWN), "", "We do not know the date."),
    ],
)
def test_a_time_is_said_as_exactly_as_it_is_known(when: When, inside: str, alone: str) -> None:
    assert (say_when(when), title_when(when)) == (inside, alone)


@pytest.mark.parametrize(
    ("when", "inside", "alone"),
    [
        (When(MARCH), "since March 2017", "Since March 2017"),
        (When(date(2016, 1, 1), None, Precision.YEAR), "since 2016", "Since 2016"),
        (When(MARCH, MARCH), "for one day, 4 March 2017", "4 March 2017"),
        (When(None, AUGUST), "until August 2018", "Until August 2018"),
    ],
)
def test_a_lasting_time_may_be_open_at_an_end(when: When, inside: str, alone: str) -> None:
    assert (say_when(when, lasting=True), title_when(when, lasting=True)) == (inside, alone)


@pytest.mark.parametrize(
    ("when", "lasting", "said"),
    [
        (When(MARCH, AUGUST), True, "You were 7, then 8."),
        (When(MARCH), False, "You were 7."),
        (When(MARCH), True, "You were 7 when it began."),
        (When(MARCH, date(2020, 1, 1)), True, "You were 7 when it began and 10 when it ended."),
        (When(date(2016, 1, 1), None, Precision.YEAR), False, "You were 6 or 7."),
        (When(date(2016, 1, 1), None, Precision.YEAR), True, "You were 6 or 7 when it began."),
        (When(date(2010, 5, 1)), False, "You were a baby."),
        (When(date(2010, 5, 1), date(2011, 5, 1)), True, "You were a baby, then 1."),
        (When(date(2010, 5, 1), date(2013, 5, 1)), True, "You were a baby when it began and 3 when it ended."),
        (When(date(2010, 5, 1)), True, "You were a baby when it began."),
        (When(date(2010, 1, 1), None, Precision.YEAR), False, "You were a baby, or 1."),
        (When(date(2009, 5, 1)), False, ""),
        (When(None), False, ""),
    ],
)
def test_an_age_stands_beside_a_date(when: When, lasting: bool, said: str) -> None:
    assert say_ages(when, BORN, lasting=lasting) == said


def test_without_a_date_of_birth_no_age_is_said() -> None:
    assert say_ages(When(MARCH), None) == ""


def test_born_on_29_february_the_age_changes_on_1_march() -> None:
    assert say_ages(When(date(2017, 2, 28), date(2017, 3, 1)), date(2008, 2, 29)) == "You were 8, then 9."


@pytest.mark.parametrize(
    ("end", "said"),
    [
        (date(2017, 3, 4), "That was one day."),
        (date(2017, 3, 9), "That was five days."),
        (date(2017, 3, 16), "That was 12 days."),
        (date(2017, 4, 17), "That was about six weeks."),
        (date(2017, 9, 1), "That was about six months."),
        (date(2018, 1, 20), "That was about 11 months."),
        (date(2018, 3, 6), "That was about one year."),
        (date(2018, 8, 21), "That was about 18 months."),
        (date(2020, 2, 1), "That was about three years."),
        (date(2030, 3, 4), "That was about 13 years."),
    ],
)
def test_a_duration_is_said_in_the_unit_people_use(end: date, said: str) -> None:
    assert say_duration(MARCH, end) == said


def test_the_years_of_a_chapter() -> None:
    assert say_years(MARCH, AUGUST) == "2017 to 2018"
    assert say_years(MARCH, date(2017, 9, 1)) == "2017"
    assert say_years(MARCH, None) == "since 2017"


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(list(Precision)))
def test_a_partial_date_holds_the_day_it_was_made_from(day: date, precision: Precision) -> None:
    assert first_day(day, precision) <= day <= last_day(day, precision)
    assert (last_day(day, precision) - first_day(day, precision)).days <= 366


@given(st.dates(min_value=date(1930, 1, 1)), st.dates(min_value=date(1930, 1, 1)), st.sampled_from(list(Precision)), st.booleans())
def test_every_stretch_can_be_said(one: date, other: date, precision: Precision, lasting: bool) -> None:
    when = When(min(one, other), max(one, other), precision)
    assert title_when(when, lasting=lasting)
    assert "{" not in say_when(when, lasting=lasting) + say_ages(when, BORN, lasting=lasting)
    assert say_duration(min(one, other), max(one, other)).endswith(".")


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        When.from_body({"from": "31/02/2020", "to": None, "precision": "day"})


def test_the_body_of_an_entry_is_read() -> None:
    assert When.from_body({"from": "2016-05-04", "to": None, "precision": "month"}) == When(date(2016, 5, 4), None, Precision.MONTH)
    assert When.from_body(None) == When(None)
