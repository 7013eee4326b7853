"""Who worked with somebody, and when, comes from one source for each role."""

from datetime import date
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.one_source import Period, plain_role, told_by_the_dataset

Y2015, Y2017, Y2018, Y2020 = date(2015, 1, 1), date(2017, 1, 1), date(2018, 1, 1), date(2020, 1, 1)
DATASET = Period("dataset", "social worker", Y2017, Y2020, dataset=True)


@pytest.mark.need("R14")
@pytest.mark.parametrize(
    ("other", "told"),
    [
        pytest.param(Period("x", "social worker", Y2018, None, dataset=False), False, id="the return at the same time"),
        pytest.param(Period("x", "", Y2018, Y2020, dataset=False), False, id="a return gives no role: social workers"),
        pytest.param(Period("x", "Social  Worker", None, None, dataset=False), False, id="without days"),
        pytest.param(Period("x", "social worker", Y2015, Y2018, dataset=False), False, id="reaching into what the dataset knows"),
        pytest.param(Period("x", "social worker", Y2015, Y2017, dataset=False), True, id="before the dataset knows anything"),
        pytest.param(Period("x", "advocate", Y2018, None, dataset=False), True, id="a role the dataset does not have"),
        pytest.param(Period("x", "IRO", Y2018, None, dataset=False), True, id="another role"),
    ],
)
def test_where_the_dataset_tells_of_a_role_it_is_the_one_source(other: Period, *, told: bool) -> None:
    assert (other.id not in told_by_the_dataset([other, DATASET])) is told


def test_without_the_dataset_everybody_is_told() -> None:
    assert told_by_the_dataset([Period("x", "", Y2015, None, dataset=False)]) == frozenset()


def test_roles_are_one_however_they_are_written() -> None:
    assert plain_role("IRO") == plain_role("Independent  reviewing officer") == plain_role("Reviewing officer")


PERIODS = st.builds(
    Period,
    st.uuids().map(str),
    st.sampled_from(["", "social worker", "IRO", "advocate"]),
    st.none() | st.dates(Y2015, Y2020),
    st.none() | st.dates(Y2015, Y2020),
    dataset=st.booleans(),
)


@given(st.lists(PERIODS, max_size=8), st.randoms())
def test_the_order_changes_nothing_and_the_dataset_is_always_told(periods: list[Period], chance: Random) -> None:
    shuffled = list(periods)
    chance.shuffle(shuffled)
    untold = told_by_the_dataset(periods)
    assert untold == told_by_the_dataset(shuffled)
    assert not untold & {one.id for one in periods if one.dataset}
