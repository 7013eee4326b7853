"""Ten working days for what is new; no clock for what came with the past."""

from datetime import UTC, date, datetime, timedelta

import pytest

from official_file.sharing_clock import due_at, is_new

CAME_IN = datetime(2026, 11, 9, 3, 0, tzinfo=UTC)  # a Monday, in the night


@pytest.mark.parametrize(
    ("day", "due"),
    [
        (date(2026, 11, 6), date(2026, 11, 23)),
        (date(2026, 10, 10), date(2026, 11, 23)),
        (date(2026, 10, 9), None),  # 31 days before it came in
        (date(2019, 2, 3), None),
        (None, None),
        (date(2026, 12, 1), date(2026, 11, 23)),  # still to come: read before it happens
    ],
)
def test_what_is_new_is_due_in_ten_working_days_and_history_never(day: date | None, due: date | None) -> None:
    found = due_at(day=day, recorded_at=CAME_IN, nation="EW")
    assert (found.date() if found else None) == due


def test_bank_holidays_are_no_working_days() -> None:
    christmas = due_at(day=date(2026, 12, 17), recorded_at=datetime(2026, 12, 18, 9, tzinfo=UTC), nation="EW")
    assert christmas is not None
    assert christmas.date() == date(2027, 1, 6)


def test_where_no_holidays_are_known_weekdays_count() -> None:
    far = datetime(2090, 1, 2, 9, tzinfo=UTC)
    assert due_at(day=far.date(), recorded_at=far, nation="EW") is not None
    assert is_new(far.date() - timedelta(days=30), far)
