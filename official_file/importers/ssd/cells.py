"""Cells of the dataset -> values, however the council's system wrote them. What cannot be read raises Unreadable.

day("2019-03-05 14:30:00.000")            ->   date(2019, 3, 5)
code("C2 - Full care order", "LS")        ->   "C2"
yes_no("Yes")                             ->   1
listed('{"LTFOST18": "Y", "ADOPTION": "N"}')   ->   ("LTFOST18",)
"""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache, lru_cache
from typing import Any

from law.calendar_words import MONTHS
from official_file.importers.report import shown
from official_file.importers.returns import cells as of_returns
from official_file.importers.returns.cells import REMEMBERED, Unreadable
from official_file.importers.ssd.shapes import Field, Form
from official_file.plain_language.codes import known_codes, meaning
from official_file.plain_language.when import Precision

BLANK = frozenset(
    {"", "null", "none", "nan", "nat", "n/a", "na", "ssd_ph", "#n/a", "-"}
)  # the dataset's scripts write SSD_PH where they have nothing
NO_DAY = frozenset({date(1900, 1, 1), date(9999, 12, 31)})  # what databases write for no day
YES = frozenset({"y", "yes", "1", "true", "t", "1.0"})
NO = frozenset({"n", "no", "0", "false", "f", "0.0"})
UNKNOWN = frozenset({"u", "unknown", "not known", "9", "x"})
LONGEST_KEY, LONGEST_TEXT, LONGEST_CODE = 80, 500, 60
DEEPEST = 4  # levels of a JSON column

_TIME_OF_DAY = re.compile(r"[ T]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp][Mm])?\s*(?:Z|[+-]\d{2}:?\d{2})?$")
_IN_WORDS = re.compile(r"(\d{1,2})[ -]([A-Za-z]{3,9})[ ,-]+(\d{4})")
_SHORT_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})")
_FIRST_WORD = re.compile(r"[A-Za-z0-9_]+")
_ODD = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")
_MONTH_NUMBERS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)}


def is_blank(cell: str) -> bool:
    """Whether a cell says nothing, in any of the ways in which databases write nothing."""
    return cell.strip().lower() in BLANK


@lru_cache(REMEMBERED)
def day(cell: str) -> date | None:
    """A day in any of the usual forms, with or without a time of day. None for the days that mean no day."""
    written = _TIME_OF_DAY.sub("", cell.strip())
    if found := _IN_WORDS.fullmatch(written):
        month = _MONTH_NUMBERS.get(found[2][:3].lower())
        written = f"{found[1]}/{month}/{found[3]}" if month else written
    elif short := _SHORT_DAY.fullmatch(written):
        written = f"{short[1]}-{short[2]}-{short[3]}"
    if written.startswith("9999"):
        return None
    if re.fullmatch(r"\d{4}/\d{2}/\d{2}", written):
        written = written.replace("/", "-")
    try:
        found_day = of_returns.day(written)
    except Unreadable as refusal:
        raise Unreadable(refusal.code, refusal.sentence.replace(shown(written), shown(cell))) from None
    return None if found_day in NO_DAY else found_day


def part_of_a_day(cell: str) -> tuple[date | None, Precision]:
    """A day of which parts may be written zz, or a year alone."""
    written = _TIME_OF_DAY.sub("", cell.strip())
    if re.fullmatch(r"(?:19|20)\d{2}", written):
        return date(int(written), 1, 1), Precision.YEAR
    if "z" in written.lower():
        return of_returns.part_of_a_day(written)
    return day(written), Precision.DAY


def code(cell: str, codes: str = "") -> str:
    """A code of the list, from the code alone, from the code with its words, or from the official words. Else as it was written."""
    written = cell.strip()
    if len(written) > LONGEST_CODE * 3:
        raise Unreadable("too_long", f"{shown(written)} is too long to be a code.")
    return _known(written, codes) or "".join(written.split()).upper()[:LONGEST_CODE]


@lru_cache(REMEMBERED)
def _known(written: str, codes: str) -> str:
    """The code of the list that was meant, or nothing."""
    if not codes:
        return ""
    known = known_codes(codes)
    plain = "".join(written.split()).upper()
    first = _FIRST_WORD.match(written)
    candidates = [plain, plain.removesuffix(".0"), first.group().upper() if first else ""]
    if codes == "ACCOM" and candidates[-1][:1] in known and candidates[-1][1:] in {"1", "2"}:
        return candidates[-1]  # a letter, and whether it was suitable
    if codes == "SDQ_REASON" and plain.isdigit():
        candidates.append(f"SDQ{plain}")
    found = next((candidate for candidate in candidates if candidate in known), "")
    return found or _by_words(codes).get(_folded(written), "")


@cache
def _by_words(codes: str) -> dict[str, str]:
    return {_folded(meaning(codes, one).official): one for one in known_codes(codes)}


def _folded(words: str) -> str:
    return " ".join(re.findall(r"[a-z0-9]+", words.lower()))


def number(cell: str) -> int:
    """A whole number."""
    return of_returns.number(cell.strip())


def yes_no(cell: str) -> int | None:
    """1 for yes, 0 for no, None for not known. Raises Unreadable for anything else."""
    written = cell.strip().lower()
    if written in YES:
        return 1
    if written in NO:
        return 0
    if written in UNKNOWN:
        return None
    raise Unreadable("unreadable_answer", f"{shown(cell)} is neither yes nor no. Write Y or N.")


def text(cell: str) -> str:
    """Words as they are, on one line. Raises Unreadable when they are longer than any of this column."""
    if len(cell) > LONGEST_TEXT:
        raise Unreadable("too_long", f"this cell is far too long. It begins {shown(cell)}.")
    return " ".join(cell.split())


def name_of(cell: str) -> str:
    """A number or name that the system gave; 12345.0, as some spreadsheets write it, is 12345."""
    written = cell.strip()
    if len(written) > LONGEST_KEY:
        raise Unreadable("too_long", f"{shown(written)} is too long to be a number of the system.")
    return written.removesuffix(".0") if written.removesuffix(".0").isdigit() else written


def listed(cell: str) -> tuple[str, ...]:
    """The codes in a JSON column: of a list, of the values of an object, or of its keys that say yes. Sorted, each once."""
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        raise Unreadable("broken_json", f"{shown(cell)} is not JSON, so this column was left out.") from None
    return tuple(sorted({one for one in _codes_in(found, 0) if one}))


def _codes_in(found: Any, depth: int) -> Iterator[str]:
    if isinstance(found, dict | list) and depth < DEEPEST:
        for name, value in found.items() if isinstance(found, dict) else enumerate(found):
            is_answer = isinstance(found, dict) and str(value).strip().lower() in YES
            yield from [_short(name)] if is_answer else _codes_in(value, depth + 1)
    elif not isinstance(found, dict | list) and str(found).strip().lower() not in NO | BLANK | UNKNOWN:
        yield _short(found)


def _short(code: Any) -> str:
    return str(code).strip().upper()[:LONGEST_CODE]


READERS: dict[Form, Callable[[str], Any]] = {
    Form.DAY: day,
    Form.PART_OF_A_DAY: part_of_a_day,
    Form.NUMBER: number,
    Form.YES_NO: yes_no,
    Form.TEXT: text,
    Form.KEY: name_of,
    Form.JSON: listed,
}


def read(cell: str, field: Field) -> Any:
    """The value of a cell; None when it says nothing. Raises Unreadable."""
    if is_blank(cell):
        return None
    if _ODD.search(cell):
        raise Unreadable("unreadable_character", f"{shown(cell)} holds a character that cannot be read.")
    return code(cell, field.codes) if field.form is Form.CODE else READERS[field.form](cell)
