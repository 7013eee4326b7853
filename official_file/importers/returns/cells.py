"""Cells -> values: days, codes, numbers. What cannot be read raises Unreadable with a sentence; blank is None.

day("05/03/2019")   ->   date(2019, 3, 5)
part_of_a_day("zz/03/2015")   ->   (date(2015, 3, 1), Precision.MONTH)
"""

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from official_file.importers.report import shown
from official_file.importers.returns.tables import Form
from official_file.plain_language.when import Precision

EARLIEST, LATEST = 1900, 2100  # a year outside is a slip of the pen
LONGEST_CODE, LONGEST_TEXT = 20, 60
REMEMBERED = 20_000  # the same days and codes come again and again

_BRITISH = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T]00:00(?::00)?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[ T]00:00(?::00)?(?:\.0+)?Z?)?")
_PARTLY = re.compile(r"(zz|\d{1,2})[/.-](zz|\d{1,2})[/.-](zzzz|\d{4})", re.IGNORECASE)
_WHOLE_NUMBER = re.compile(r"-?\d{1,9}(?:\.0+)?")
_CHILD = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:/-]{0,63}")


class Unreadable(ValueError):
    """A cell that cannot be read: a stable code, and a sentence that says what to write instead."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


@lru_cache(REMEMBERED)
def day(cell: str) -> date:
    """A day written 05/03/2019 or 2019-03-05. Raises Unreadable for anything else, and for days that never were."""
    british, iso = _BRITISH.fullmatch(cell), _ISO.fullmatch(cell)
    if british:
        return _real_day(cell, int(british[3]), int(british[2]), int(british[1]))
    if iso:
        return _real_day(cell, int(iso[1]), int(iso[2]), int(iso[3]))
    raise Unreadable("unreadable_date", f"{shown(cell)} is not a date we can read. Write day/month/year, like 05/03/2019.")


@lru_cache(REMEMBERED)
def part_of_a_day(cell: str) -> tuple[date | None, Precision]:
    """A day of which parts may be written zz. Raises Unreadable as `day` does."""
    found = _PARTLY.fullmatch(cell)
    if found is None or "zz" not in cell.lower():
        return day(cell), Precision.DAY
    if found[3].lower() == "zzzz":
        return None, Precision.UNKNOWN
    if found[2].lower() == "zz":
        return _real_day(cell, int(found[3]), 1, 1), Precision.YEAR
    return _real_day(cell, int(found[3]), int(found[2]), 1), Precision.MONTH


@lru_cache(REMEMBERED)
def code(cell: str) -> str:
    """A code in capitals without spaces. Raises Unreadable when it is too long to be one."""
    written = "".join(cell.split()).upper()
    if len(written) > LONGEST_CODE:
        raise Unreadable("too_long", f"{shown(written)} is too long to be a code.")
    return written


@lru_cache(REMEMBERED)
def number(cell: str) -> int:
    """A whole number. Raises Unreadable for anything else."""
    if not _WHOLE_NUMBER.fullmatch(cell):
        raise Unreadable("unreadable_number", f"{shown(cell)} is not a whole number.")
    return int(cell.partition(".")[0])


def text(cell: str) -> str:
    """A short text as it is. Raises Unreadable when it is longer than any cell of a return."""
    if len(cell) > LONGEST_TEXT:
        raise Unreadable("too_long", f"{shown(cell)} is longer than any cell of this column can be.")
    return cell


def child(cell: str) -> str:
    """The council's number for a child. Raises Unreadable when it holds what no such number holds."""
    if not _CHILD.fullmatch(cell):
        raise Unreadable("unreadable_child", f"{shown(cell)} is not a number by which the council knows a child.")
    return cell


READERS: dict[Form, Callable[[str], Any]] = {
    Form.CODE: code,
    Form.DAY: day,
    Form.PART_OF_A_DAY: part_of_a_day,
    Form.NUMBER: number,
    Form.TEXT: text,
    Form.CHILD: child,
}


def _real_day(cell: str, year: int, month: int, of_month: int) -> date:
    try:
        found = date(year, month, of_month)
    except ValueError:
        raise Unreadable("unreadable_date", f"{shown(cell)} is not a day of the calendar. Look it up and correct it.") from None
    if not EARLIEST <= year <= LATEST:
        raise Unreadable("unreadable_date", f"{shown(cell)} is too long ago or too far away to be right. Check the year.")
    return found
