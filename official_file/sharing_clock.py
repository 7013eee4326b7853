"""By when a worker reads what waits for its subject: ten working days for what is new, nothing for what came with the past. Pure.

    due_at(day=date(2026, 11, 9), recorded_at=..., nation="EW")     ->   the end of the tenth working day after it came in
    due_at(day=date(2019, 2, 3), recorded_at=..., nation="EW")      ->   None: history waits until somebody asks for it

A chapter that a young person asked for has a clock of its own: the task they made (people/task_clocks.py, also ten working days).
"""

from datetime import date, datetime, timedelta

from law.bank_holidays import BeyondKnownHolidaysError, counts_as_working_day
from law.working_time import ONE_DAY, add_working_days, london_day
from people.task_clocks import end_of

NEW_FOR = timedelta(days=30)  # between the day it tells of and the day it came in
WORKING_DAYS = 10


def is_new(day: date | None, recorded_at: datetime) -> bool:
    """Whether it came in about when it happened; without a day nobody knows, and it is not."""
    return day is not None and london_day(recorded_at) - day <= NEW_FOR


def due_at(*, day: date | None, recorded_at: datetime, nation: str) -> datetime | None:
    """When a worker should have read it; None where no clock runs. In a year whose bank holidays we do not hold, weekdays count."""
    if not is_new(day, recorded_at):
        return None
    start = london_day(recorded_at)
    try:
        return end_of(add_working_days(start, WORKING_DAYS, nation))
    except BeyondKnownHolidaysError:
        return end_of(_by_weekdays(start, nation))


def _by_weekdays(day: date, nation: str) -> date:
    left = WORKING_DAYS
    while left:
        day += ONE_DAY
        left -= counts_as_working_day(day, nation)
    return day
