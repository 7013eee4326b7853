"""What a breach still needs, and what the law does not let be decided: UK GDPR Art 33 and 34."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from access_requests.breach_rules import Known, Needed, hours_left, left_to_do, why_not

KNOWN = st.builds(Known, st.sampled_from(["", "unlikely", "likely", "high"]), st.booleans(), st.booleans(), st.booleans(), st.booleans())


def test_whom_to_tell_follows_from_the_risk() -> None:
    done = {"contained": True, "learned": True}
    assert left_to_do(Known("likely", **done)) == (Needed.TELL_COMMISSIONER,)
    assert left_to_do(Known("high", **done)) == (Needed.TELL_COMMISSIONER, Needed.TELL_PEOPLE)
    assert left_to_do(Known("high", commissioner=True, people=True, **done)) == ()
    assert left_to_do(Known()) == (Needed.CONTAIN, Needed.WEIGH, Needed.TELL_COMMISSIONER, Needed.LEARN)


@pytest.mark.parametrize("risk", ["likely", "high"])
def test_the_commissioner_is_told_unless_a_risk_is_unlikely(risk: str) -> None:
    assert why_not("not_told_commissioner", Known(risk))
    assert why_not("not_told_commissioner", Known())
    assert why_not("not_told_commissioner", Known("unlikely")) == ""


@given(KNOWN)
def test_it_is_closed_only_when_nothing_is_left_and_telling_is_never_held_up(known: Known) -> None:
    assert (why_not("ended", known) == "") is (left_to_do(known) == ())
    assert why_not("told_commissioner", known) == why_not("told_people", known) == ""


def test_72_hours_run_through_the_night_the_clocks_change() -> None:
    noticed = datetime(2026, 10, 24, 12, tzinfo=UTC)  # the clocks go back that night
    assert hours_left(noticed, noticed + timedelta(hours=71)) == 1
    assert hours_left(noticed, noticed + timedelta(hours=73)) == -1
