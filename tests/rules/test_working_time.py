"""Staffed hours: when somebody reads, when an urgent message is due, when new things open."""

from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from law.bank_holidays import bank_holidays
from law.working_time import (
    LONDON,
    NeverStaffedError,
    StaffedHours,
    add_staffed_hours,
    is_staffed,
    london_day,
    next_opening,
    next_staffed,
    urgent_due,
)

HOURS = StaffedHours()
HOLIDAYS = bank_holidays("EW")
moments = st.datetimes(min_value=datetime(2026, 1, 1), max_value=datetime(2028, 11, 1), timezones=st.just(LONDON))


def at(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    """A moment of late 2026 on London's clock; 22 November is a Sunday."""
    return datetime(2026, month, day, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("moment", "staffed"),
    [
        (at(23, 8, 59), False),
        (at(23, 9), True),
        (at(23, 16, 59), True),
        (at(23, 17), False),
        (at(22, 12), False),
        (at(25, 12, month=12), False),
    ],
)
def test_somebody_is_at_work_from_opening_to_just_before_closing(moment: datetime, staffed: bool) -> None:
    assert is_staffed(moment, HOURS, HOLIDAYS) is staffed


def test_out_of_hours_the_next_reading_is_at_the_next_opening() -> None:
    assert next_staffed(at(22, 12), HOURS, HOLIDAYS) == at(23, 9)
    assert next_staffed(at(23, 6), HOURS, HOLIDAYS) == at(23, 9)
    assert next_staffed(at(24, 17, month=12), HOURS, HOLIDAYS) == at(29, 9, month=12)


def test_in_hours_somebody_is_here_now() -> None:
    assert next_staffed(at(23, 10, 30), HOURS, HOLIDAYS) == at(23, 10, 30)


def test_new_things_do_not_open_from_friday_noon_to_monday_morning() -> None:
    assert next_opening(at(27, 11, 59), HOURS, HOLIDAYS) == at(27, 11, 59)
    assert next_opening(at(27, 12), HOURS, HOLIDAYS) == at(30, 9)
    assert next_opening(at(26, 18), HOURS, HOLIDAYS) == at(27, 9)


def test_a_council_that_works_on_saturday_still_opens_nothing_then() -> None:
    every_day = StaffedHours(days=frozenset(range(7)))
    assert next_opening(at(28, 10), every_day) == at(30, 9)


def test_a_friday_opening_only_in_the_afternoon_waits_for_monday() -> None:
    late = StaffedHours(opens=time(13), closes=time(18))
    assert next_opening(at(27, 9), late) == at(30, 13)


def test_an_urgent_message_is_due_one_staffed_hour_later() -> None:
    assert urgent_due(at(23, 10), HOURS, HOLIDAYS) == at(23, 11)
    assert urgent_due(at(23, 16, 30), HOURS, HOLIDAYS) == at(24, 9, 30)
    assert urgent_due(at(23, 16), HOURS, HOLIDAYS) == at(23, 17)


def test_an_urgent_message_out_of_hours_is_due_at_the_start_of_the_next_staffed_period() -> None:
    assert urgent_due(at(27, 22), HOURS, HOLIDAYS) == at(30, 9)


def test_staffed_hours_are_counted_over_weekends_and_holidays() -> None:
    assert add_staffed_hours(at(24, 16, month=12), 3, HOURS, HOLIDAYS) == at(29, 11, month=12)


def test_a_change_of_the_clocks_inside_the_hours_is_real_time() -> None:
    nights = StaffedHours(days=frozenset({6}), opens=time(0), closes=time(6))
    start = datetime(2026, 10, 25, 0, 0, tzinfo=LONDON)
    assert add_staffed_hours(start, 3, nights) == datetime(2026, 10, 25, 2, 0, tzinfo=LONDON)


def test_a_day_in_law_is_a_day_in_london() -> None:
    assert london_day(datetime(2026, 6, 30, 23, 30, tzinfo=UTC)) == date(2026, 7, 1)


def test_hours_that_never_open_are_refused() -> None:
    with pytest.raises(NeverStaffedError):
        StaffedHours(days=frozenset())
    with pytest.raises(NeverStaffedError):
        StaffedHours(opens=time(17), closes=time(9))


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        is_staffed(datetime(2026, 11, 23, 10), HOURS)


def test_a_closure_of_months_is_said_and_not_searched_for_ever() -> None:
    with pytest.raises(NeverStaffedError, match="60 days"):
        next_staffed(at(22, 12), HOURS, holidays=_EveryDay())


class _EveryDay:
    """A calendar on which every day is a holiday."""

    def __contains__(self, day: object) -> bool:
        return True


@given(moments)
def test_the_next_staffed_moment_is_staffed_and_never_earlier(moment: datetime) -> None:
    found = next_staffed(moment, HOURS, HOLIDAYS)
    assert is_staffed(found, HOURS, HOLIDAYS)
    assert found >= moment


@given(moments)
def test_new_things_open_in_staffed_hours_before_friday_noon(moment: datetime) -> None:
    opens = next_opening(moment, HOURS, HOLIDAYS)
    assert is_staffed(opens, HOURS, HOLIDAYS)
    assert opens >= moment
    assert opens.weekday() < 4 or opens.time() < time(12)


@given(moments, st.floats(min_value=0, max_value=40), st.floats(min_value=0, max_value=40))
def test_more_staffed_hours_are_never_due_earlier(moment: datetime, one: float, other: float) -> None:
    few, many = sorted((one, other))
    assert add_staffed_hours(moment, few, HOURS, HOLIDAYS) <= add_staffed_hours(moment, many, HOURS, HOLIDAYS)
