"""One row of a table: as it was found (RawRow), and once every cell has been read (Row).

read_row(RawRow(REVIEWS, "reviews.csv", 2, {"CHILD": "900001", "REVIEW": "08/09/2025", "REVIEW_CODE": "pn1"}), problems)
->   Row(table="Reviews", line=2, child="900001", values={"REVIEW": date(2025, 9, 8), "REVIEW_CODE": "PN1", ...})
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from official_file.importers.report import Problems, shown
from official_file.importers.returns.cells import READERS, Unreadable
from official_file.importers.returns.tables import Column, Table
from official_file.plain_language.codes import known_codes
from official_file.plain_language.when import Precision

LONGEST_CELL = 200
ODD_CHARACTER = re.compile(r"[\x00-\x1f\x7f-\x9f\ufffd\ud800-\udfff]")
NOTHING_GOES_IN = "Nothing of this young person was imported."
# Codes that stand in no list of their own file: kept as given.
WITHOUT_A_LIST = frozenset({"REASON_PLACED_CEASED"})


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a whole row cannot be trusted: a stable code and a sentence."""

    code: str
    sentence: str
    column: str = ""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row as it was found: the line it begins on (the first line is 1), and its cells by column name."""

    table: Table
    file: str
    line: int
    cells: Mapping[str, str]
    fault: Fault | None = None


class ReadCells:
    """A row whose cells are read: `values` by the name of the column, None where blank. Returns and the national dataset share it."""

    __slots__ = ()
    values: Mapping[str, Any]

    def day(self, name: str) -> date | None:
        """The day in this column."""
        found: date | None = self.values.get(name)
        return found

    def text(self, name: str) -> str:
        """The code or text in this column; empty when blank."""
        return self.values.get(name) or ""

    def number(self, name: str) -> int | None:
        """The whole number in this column."""
        found: int | None = self.values.get(name)
        return found

    def partial(self, name: str) -> tuple[date | None, Precision]:
        """The day in this column of which only a part may be known."""
        return self.values.get(name) or (None, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Row(ReadCells):
    """One row with every cell read; blank cells are None. The values of one table stand always in the same order."""

    table: str
    file: str
    line: int
    child: str
    values: Mapping[str, Any]


def child_of(raw: RawRow) -> str:
    """Whose row this is, or empty when that cannot be read."""
    try:
        return str(_read(raw.cells.get("CHILD", ""), raw.table.columns[0]) or "")
    except Unreadable:
        return ""


def read_row(raw: RawRow, problems: Problems) -> Row | None:
    """Read every cell of a row. None when one cannot be read: then the problem says which, and the child is refused."""
    fault = raw.fault
    values: dict[str, Any] = {}
    for column in raw.table.columns if fault is None else ():
        try:
            values[column.name] = _read(raw.cells.get(column.name, ""), column)
        except Unreadable as refusal:
            fault = Fault(refusal.code, refusal.sentence, column.name)
            break
    fault = fault or _out_of_order(raw.table, values)
    if fault is not None:
        _report(fault, raw, problems)
        return None
    _report_unknown_codes(raw, values, problems)
    return Row(raw.table.name, raw.file, raw.line, values.pop("CHILD"), values)


def _read(cell: str, column: Column) -> Any:
    written = cell.strip()
    if not written:
        if column.filled:
            raise Unreadable("missing_value", "this cell is blank, and without it the row says nothing.")
        return None
    if len(written) > LONGEST_CELL:
        raise Unreadable("too_long", f"this cell is far too long. It begins {shown(written)}.")
    if ODD_CHARACTER.search(written):
        raise Unreadable("unreadable_character", f"{shown(written)} holds a character that cannot be read.")
    return READERS[column.form](written)


def _out_of_order(table: Table, values: Mapping[str, Any]) -> Fault | None:
    first, last = values.get(table.first), values.get(table.last)
    if first is None or last is None or first <= last:
        return None
    return Fault("end_before_start", f"it ends on {last:%d/%m/%Y}, before it begins on {first:%d/%m/%Y}.", table.last)


def _report(fault: Fault, raw: RawRow, problems: Problems) -> None:
    whose = NOTHING_GOES_IN if child_of(raw) else "It does not say whose row it is, so it was left out."
    problems.add(fault.code, f"{fault.sentence} {whose}", table=raw.table.name, row=raw.line, column=fault.column, file=raw.file)


def _report_unknown_codes(raw: RawRow, values: Mapping[str, Any], problems: Problems) -> None:
    for column in raw.table.columns:
        value = values[column.name]
        if column.codes and value and column.codes not in WITHOUT_A_LIST and not is_known(value, column.codes):
            problems.add_unknown_code(value, table=raw.table.name, row=raw.line, column=column.name, file=raw.file)


def is_known(value: str, codes: str) -> bool:
    """Whether the list has this code."""
    # ACCOM is a letter, and 1 or 2 for a suitable home or not.
    return (value[:1] if codes == "ACCOM" and value[1:] in {"", "1", "2"} else value) in known_codes(codes)
