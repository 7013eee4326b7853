"""Quiet hours: when nobody is told anything. Plain Python.

after_quiet(at_eleven_in_the_evening, time(20), time(8))   ->   tomorrow at eight
"""

from datetime import datetime, time, timedelta

from law.working_time import LONDON


def is_quiet(clock: time, quiet_from: time, quiet_until: time) -> bool:
    """Whether this time of day is quiet. From eight in the evening until eight goes over midnight; the same twice is never quiet."""
    if quiet_from <= quiet_until:
        return quiet_from <= clock < quiet_until
    return clock >= quiet_from or clock < quiet_until


def after_quiet(at: datetime, quiet_from: time, quiet_until: time) -> datetime:
    """The moment itself, or the end of the quiet hours it falls into, by the clock in the United Kingdom."""
    local = at.astimezone(LONDON)
    if not is_quiet(local.time(), quiet_from, quiet_until):
        return at
    day = local.date() if local.time() < quiet_until else local.date() + timedelta(days=1)
    return datetime.combine(day, quiet_until, tzinfo=LONDON)
