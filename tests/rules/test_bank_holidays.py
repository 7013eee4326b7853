"""Bank holidays are data; the file must not run out unnoticed."""

from datetime import date, timedelta

import pytest

from law.bank_holidays import BeyondKnownHolidaysError, Nation, bank_holidays, is_working_day, last_known_day, roll_forward
from law.working_time import LONDON, add_working_days, datetime

EIGHTEEN_MONTHS = timedelta(days=548)


@pytest.mark.parametrize("nation", list(Nation))
def test_the_bank_holidays_reach_eighteen_months_ahead_of_today(nation: Nation) -> None:
    today = datetime.now(LONDON).date()
    assert last_known_day(nation) >= today + EIGHTEEN_MONTHS, "refresh law/bank_holidays.json from the government's list"


@pytest.mark.parametrize("nation", list(Nation))
def test_every_year_held_is_whole(nation: Nation) -> None:
    years = [day.year for day in bank_holidays(nation)]
    for year in set(years):
        assert years.count(year) >= 8, f"{nation} {year} looks incomplete"


def test_no_bank_holiday_is_on_a_weekend_because_substitutes_are_what_counts() -> None:
    assert all(day.weekday() < 5 for nation in Nation for day in bank_holidays(nation))


def test_a_substitute_day_is_not_a_working_day() -> None:
    assert not is_working_day(date(2026, 12, 28), "EW")
    assert roll_forward(date(2026, 12, 25), "EW") == date(2026, 12, 29)


def test_easter_monday_is_a_working_day_in_scotland_only() -> None:
    assert is_working_day(date(2026, 4, 6), "SC")
    assert not is_working_day(date(2026, 4, 6), "EW")
    assert not is_working_day(date(2026, 4, 6), "NI")


def test_nothing_is_computed_beyond_the_last_year_held() -> None:
    with pytest.raises(BeyondKnownHolidaysError, match="Refresh law/bank_holidays.json"):
        is_working_day(last_known_day("EW") + timedelta(days=1), "EW")


def test_an_unknown_nation_is_refused() -> None:
    with pytest.raises(ValueError, match="XX"):
        bank_holidays("XX")


def test_working_days_skip_weekends_and_holidays() -> None:
    assert add_working_days(date(2026, 12, 23), 2, "EW") == date(2026, 12, 29)
    assert add_working_days(date(2026, 11, 20), 1, "EW") == date(2026, 11, 23)
    assert add_working_days(date(2026, 11, 20), 0, "EW") == date(2026, 11, 20)
