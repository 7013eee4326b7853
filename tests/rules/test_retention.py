"""How long a record is kept, by nation; nothing is deleted by a timer."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.ages import ADULT, age_on
from law.retention import keep_adoption_record_until, keep_record_until, keep_until, may_be_appraised


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


def test_the_whole_record_is_kept_by_whichever_rule_keeps_it_longest() -> None:
    born, order = date(2010, 6, 15), date(2020, 5, 1)
    kept = keep_record_until(born, nation="EW", adopted_on=order)
    assert kept is not None
    assert (kept.until, kept.law) == (date(2120, 5, 1), "SI 2005/888 reg 6")
    died = keep_record_until(born, nation="EW", died=date(2026, 3, 1), adopted_on=order)
    assert died is not None
    assert died.until == date(2120, 5, 1)


def test_an_order_made_before_the_act_of_2002_began_adds_nothing_in_england_and_wales() -> None:
    """The agency keeps such a record as long as it sees fit: the care record's own time stands."""
    last, first = date(2005, 12, 29), date(2005, 12, 30)
    before, after = (keep_record_until(date(2003, 1, 1), nation="EW", adopted_on=day) for day in (last, first))
    assert before is not None
    assert after is not None
    assert (before.until, after.until) == (date(2078, 1, 1), date(2105, 12, 30))
    scottish = keep_record_until(date(2003, 1, 1), nation="SC", adopted_on=last)
    assert scottish is not None
    assert scottish.until == date(2105, 12, 29)


@pytest.mark.parametrize("died", [None, date(2026, 3, 1)])
def test_without_a_date_of_birth_a_record_is_never_due(died: date | None) -> None:
    assert keep_record_until(None, nation="EW", died=died, adopted_on=date(2020, 5, 1)) is None


@given(
    born=st.dates(date(1920, 1, 1), date(2030, 1, 1)),
    lived=st.none() | st.integers(0, 40_000),
    adopted=st.none() | st.integers(0, 6_600),
    nation=st.sampled_from(["EW", "SC", "NI"]),
)
def test_no_other_fact_ever_shortens_what_one_rule_demands(born: date, lived: int | None, adopted: int | None, nation: str) -> None:
    died, order = (born + timedelta(days=days) if days is not None else None for days in (lived, adopted))
    whole = keep_record_until(born, nation=nation, died=died, adopted_on=order)
    assert whole is not None
    assert whole.until >= keep_until(born, nation=nation, died=died).until
    if died and age_on(born, died) >= ADULT:
        assert whole.until >= keep_until(born, nation=nation).until


def test_every_reason_is_a_sentence_with_its_years_and_its_law() -> None:
    for nation in ("EW", "SC", "NI"):
        for kept in (keep_until(date(2010, 6, 15), nation=nation), keep_adoption_record_until(date(2020, 5, 1), nation=nation)):
            assert str(kept.years) in kept.message.format(years=kept.years)
            assert kept.law
