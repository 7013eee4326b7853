"""How days, times and hours are said to people."""

from datetime import date, datetime, time

import pytest

from law.calendar_words import say_by, say_day, say_hours, say_moment, say_next_read, say_time
from law.working_time import LONDON, StaffedHours

SUNDAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, tzinfo=LONDON)


@pytest.mark.parametrize(
    ("clock", "said"),
    [
        (time(9), "9am"),
        (time(9, 30), "9.30am"),
        (time(12), "midday"),
        (time(12, 5), "12.05pm"),
        (time(17), "5pm"),
        (time(0, 15), "12.15am"),
    ],
)
def test_a_time_of_day_is_said_shortly(clock: time, said: str) -> None:
    assert say_time(clock) == said


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 26), "by Thursday"),
        (date(2026, 11, 22), "by the end of today"),
        (date(2026, 11, 23), "by tomorrow"),
        (date(2026, 12, 3), "by Thursday 3 December"),
        (date(2027, 1, 5), "by Tuesday 5 January 2027"),
        (date(2026, 11, 20), "by Friday 20 November"),
    ],
)
def test_a_promise_names_a_day_people_know(day: date, said: str) -> None:
    assert say_by(day, today=SUNDAY) == said


@pytest.mark.parametrize(
    ("at", "said"),
    [
        (datetime(2026, 11, 23, 9, tzinfo=LONDON), "tomorrow at 9am"),
        (datetime(2026, 11, 25, 9, 30, tzinfo=LONDON), "on Wednesday at 9.30am"),
        (datetime(2026, 11, 22, 14, tzinfo=LONDON), "today at 2pm"),
        (datetime(2026, 12, 29, 9, tzinfo=LONDON), "on Tuesday 29 December at 9am"),
        (NOW, "now"),
    ],
)
def test_a_moment_to_come_is_said_from_now(at: datetime, said: str) -> None:
    assert say_moment(at, now=NOW) == said


def test_who_reads_next_is_one_sentence() -> None:
    assert say_next_read(datetime(2026, 11, 23, 9, tzinfo=LONDON), now=NOW) == "Somebody will next read this tomorrow at 9am."
    assert say_next_read(NOW, now=NOW) == "Somebody is here to read this now."


def test_the_hours_are_said_as_runs_of_days() -> None:
    assert say_hours(StaffedHours()) == "Monday to Friday, 9am to 5pm"
    some = StaffedHours(days=frozenset({0, 1, 3}), opens=time(9, 30))
    assert say_hours(some) == "Monday to Tuesday, 9.30am to 5pm, Thursday, 9.30am to 5pm"


def test_a_translation_gets_whole_messages() -> None:
    welsh = {"by {day}": "erbyn {day}", "Thursday": "dydd Iau"}
    assert say_by(date(2026, 11, 26), today=SUNDAY, translate=lambda message: welsh.get(message, message)) == "erbyn dydd Iau"


def test_a_day_in_another_year_says_the_year() -> None:
    assert say_day(date(2024, 2, 29), today=SUNDAY) == "Thursday 29 February 2024"
