"""Ages on a day."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.ages import age_on, is_child, turns


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (date(2013, 3, 2), date(2026, 3, 1), 12),
        (date(2013, 3, 2), date(2026, 3, 2), 13),
        (date(2008, 2, 29), date(2026, 2, 28), 17),
        (date(2008, 2, 29), date(2026, 3, 1), 18),
        (date(2008, 2, 29), date(2028, 2, 28), 19),
        (date(2008, 2, 29), date(2028, 2, 29), 20),
        (date(2026, 5, 4), date(2026, 5, 4), 0),
    ],
)
def test_an_age_changes_on_the_birthday(born: date, day: date, age: int) -> None:
    assert age_on(born, day) == age


def test_somebody_is_a_child_until_the_day_they_turn_18() -> None:
    assert is_child(date(2008, 11, 23), date(2026, 11, 22))
    assert not is_child(date(2008, 11, 22), date(2026, 11, 22))


@given(st.dates(max_value=date(2100, 1, 1)), st.integers(0, 100))
def test_on_the_day_somebody_turns_an_age_they_are_that_age(born: date, age: int) -> None:
    assert age_on(born, turns(born, age)) == age
