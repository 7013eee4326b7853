"""Notices at the top of a page: those for its readers, on that day, at that hour."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.utils.translation import gettext

from cms.queries import Hours, Notice, notices
from law.bank_holidays import bank_holidays
from law.calendar_words import say_date
from law.working_time import NeverStaffedError, StaffedHours, is_staffed, london_day, next_staffed

NEXT_DAY = "{day}"


@dataclass(frozen=True, slots=True)
class Banner:
    """One notice as it is shown. `careful`: it does not only inform."""

    text: str
    careful: bool


def banners_for(reader: str, hours: Hours, at: datetime) -> list[Banner]:
    """What these readers ("young_person", "staff", "" before sign-in: none) see at this moment."""
    today = london_day(at)
    found = [one for one in notices() if one.is_for(reader, today)] if reader else []
    if not found:
        return []
    staffed = StaffedHours(frozenset(hours.days), hours.opens, hours.closes)
    shown = [one for one in found if _is_now(one, staffed, at)]
    words = _next_day(staffed, at) if any(NEXT_DAY in one.text for one in shown) else ""
    return [Banner(one.text.replace(NEXT_DAY, words), one.tone == "careful") for one in shown]


def _is_now(one: Notice, staffed: StaffedHours, at: datetime) -> bool:
    if one.when == "holiday":
        return london_day(at) in bank_holidays(settings.NATION)
    return one.when != "closed" or not is_staffed(at, staffed, bank_holidays(settings.NATION))


def _next_day(staffed: StaffedHours, at: datetime) -> str:
    """The next day on which somebody is at work, as one says it."""
    try:
        return say_date(london_day(next_staffed(at, staffed, bank_holidays(settings.NATION))), gettext)
    except NeverStaffedError:
        return gettext("the next working day")
