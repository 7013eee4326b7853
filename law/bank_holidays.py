"""Bank holidays of each nation, shipped as data; nothing is computed beyond the last year held.

For example:

    is_working_day(date(2026, 12, 28), Nation.ENGLAND_AND_WALES)   ->   False: Boxing Day's substitute
"""

import json
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from pathlib import Path

DATA = Path(__file__).with_name("bank_holidays.json")
SATURDAY = 5


class Nation(StrEnum):
    """The three bank-holiday calendars and bodies of law of the United Kingdom."""

    ENGLAND_AND_WALES = "EW"
    SCOTLAND = "SC"
    NORTHERN_IRELAND = "NI"


class BeyondKnownHolidaysError(ValueError):
    """The date lies in a year whose bank holidays we do not hold: refresh law/bank_holidays.json."""


@cache
def bank_holidays(nation: str) -> frozenset[date]:
    """The bank holidays we hold for one nation. Raises ValueError for a nation that is none of EW, SC, NI."""
    held = json.loads(DATA.read_text(encoding="utf-8"))[Nation(nation)]
    return frozenset(date.fromisoformat(day) for day in held)


@cache
def last_known_day(nation: str) -> date:
    """The last day of the last year whose bank holidays we hold."""
    return date(max(bank_holidays(nation)).year, 12, 31)


def is_working_day(day: date, nation: str) -> bool:
    """Not a Saturday, Sunday or bank holiday. Raises BeyondKnownHolidaysError after the last year held."""
    if day > last_known_day(nation):
        message = f"No bank holidays are held for {day.year} ({nation}). Refresh law/bank_holidays.json."
        raise BeyondKnownHolidaysError(message)
    return day.weekday() < SATURDAY and day not in bank_holidays(nation)


def counts_as_working_day(day: date, nation: str) -> bool:
    """The same, but after the last year held every weekday counts.

    For clocks that must never stop because a list is old: a promise to a young person, how late something is. It errs towards
    sooner. Statutory due dates of requests use `is_working_day`, which says that it does not know.
    """
    if day > last_known_day(nation):
        return day.weekday() < SATURDAY
    return is_working_day(day, nation)


def roll_forward(day: date, nation: str) -> date:
    """The first working day on or after `day`. Reg 1182/71 Art 3(4): a period ending on a holiday runs to the next working day."""
    while not is_working_day(day, nation):
        day += timedelta(days=1)
    return day
