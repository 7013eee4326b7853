"""From the days people write down to the moments that hold: "from Monday", "up to and including Friday", in London's time.

starting(date(2026, 11, 23), now)   ->   midnight as Monday begins, or `now` when that day is today
ending(date(2026, 11, 27))          ->   midnight as Friday ends
"""

from datetime import date, datetime, time, timedelta

from law.working_time import LONDON, london_day


def starting(day: date, now: datetime) -> datetime:
    """When something begins that holds from this day on; today means from now."""
    return now if day == london_day(now) else datetime.combine(day, time.min, tzinfo=LONDON)


def ending(day: date) -> datetime:
    """When something ends that holds up to and including this day."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=LONDON)


def last_day(ends: datetime) -> date:
    """The last day on which something holds that ends at this moment."""
    return london_day(ends - timedelta(microseconds=1))
