"""A date as people type it, with as much of it as they know: "4 May 2026", "May 2026", "spring 2026", "2026".

read_partial("may 2026")    ->   (date(2026, 5, 1), Precision.MONTH)
"""

import re
from datetime import date

from law.calendar_words import MONTHS
from official_file.plain_language.when import Precision

SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "winter": 12}
EARLIEST, LATEST = 1900, 2199
_MONTH = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SLASHES = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_DAY = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]+)\.?,?\s+(\d{4})")
_PART = re.compile(r"([a-z]+)\.?\s+(\d{4})")
_YEAR = re.compile(r"(\d{4})")


class NotADate(ValueError):
    """What was typed is no date, nor a part of one."""


def read_partial(typed: str) -> tuple[date, Precision]:
    """The first day it can mean, and how exactly it is known. Raises NotADate."""
    words = " ".join(typed.casefold().split())
    try:
        found = _read(words)
    except ValueError:
        found = None
    if found is None or not EARLIEST <= found[0].year <= LATEST:
        raise NotADate(typed)
    return found


def _read(words: str) -> tuple[date, Precision] | None:
    if match := _ISO.fullmatch(words):
        year, month, day = map(int, match.groups())
        return date(year, month, day), Precision.DAY
    if match := _SLASHES.fullmatch(words):
        day, month, year = map(int, match.groups())
        return date(year, month, day), Precision.DAY
    if match := _DAY.fullmatch(words):
        return date(int(match[3]), _month(match[2]), int(match[1])), Precision.DAY
    if match := _PART.fullmatch(words):
        if season := SEASONS.get(match[1]):
            return date(int(match[2]), season, 1), Precision.SEASON
        return date(int(match[2]), _month(match[1]), 1), Precision.MONTH
    if match := _YEAR.fullmatch(words):
        return date(int(match[1]), 1, 1), Precision.YEAR
    return None


def _month(word: str) -> int:
    """The number of a month, by its name or the first letters of it, at least three. Raises ValueError."""
    number = _MONTH.get(word[:3])
    if number is None or not MONTHS[number - 1].casefold().startswith(word):
        raise ValueError(word)
    return number
