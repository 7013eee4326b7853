"""How long a record is kept, by nation; nothing is deleted by a timer."""

from datetime import date

import pytest

from law.retention import keep_adoption_record_until, keep_until, may_be_appraised


@pytest.mark.parametrize(
    ("born", "nation", "dispose_from"),
    [
        (date(2010, 6, 15), "EW", date(2085, 6, 16)),
        (date(2010, 6, 15), "NI", date(2085, 6, 16)),
        (date(2010, 6, 15), "SC", date(2110, 6, 16)),
    ],
)
def test_a_record_is_kept_through_the_anniversary_of_birth(born: date, nation: str, dispose_from: date) -> None:
    assert keep_until(born, nation=nation).dispose_from == dispose_from


def test_born_on_29_february_the_anniversary_is_1_march_where_there_is_none() -> None:
    assert keep_until(date(2008, 2, 29), nation="EW").until == date(2083, 3, 1)
    assert keep_until(date(2008, 2, 29), nation="SC").until == date(2108, 2, 29)


@pytest.mark.parametrize(("nation", "dispose_from"), [("EW", date(2041, 3, 1)), ("SC", date(2051, 3, 1)), ("NI", date(2041, 3, 1))])
def test_after_a_death_under_18_years_begin_with_the_day_of_death(nation: str, dispose_from: date) -> None:
    assert keep_until(date(2010, 6, 15), nation=nation, died=date(2026, 3, 1)).dispose_from == dispose_from


def test_after_a_death_as_an_adult_the_anniversary_of_birth_stands() -> None:
    assert keep_until(date(1960, 6, 15), nation="EW", died=date(2026, 3, 1)).until == date(2035, 6, 15)


@pytest.mark.parametrize(("nation", "year"), [("EW", 2120), ("NI", 2095), ("SC", 2120)])
def test_an_adoption_record_is_kept_from_the_order(nation: str, year: int) -> None:
    assert keep_adoption_record_until(date(2020, 5, 1), nation=nation).until == date(year, 5, 1)


def test_a_hold_always_blocks_disposal() -> None:
    kept = keep_until(date(1940, 1, 1), nation="EW")
    assert may_be_appraised(kept, today=date(2026, 11, 22))
    assert not may_be_appraised(kept, today=date(2026, 11, 22), holds=["a request for the file"])
    assert not may_be_appraised(kept, today=kept.until)
