"""When something a worker opens is there to be read: in staffed hours, not from Friday noon, and never before its own day."""

from datetime import datetime

from django.conf import settings

from law.bank_holidays import bank_holidays
from law.working_time import StaffedHours, london_day, next_opening
from official_file.models import EntryNow
from official_file.projection import hours_of_council, opening_moment


def opens_when(row: EntryNow, now: datetime, *, with_them: bool = False, hours: StaffedHours | None = None) -> datetime:
    """The moment it opens when a worker says "open" now. `with_them`: the worker is there, so it need not wait for the hours."""
    hours = hours or hours_of_council()
    moment = now if with_them else next_opening(now, hours, bank_holidays(settings.NATION))
    if row.day and row.day > london_day(now):
        return max(moment, opening_moment(row.day, hours))
    return moment
