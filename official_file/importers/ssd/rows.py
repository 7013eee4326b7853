"""One row as it was found -> a row with every cell read. What cannot be read is a problem with table, row, column and a sentence.

A row without a key of its own that can be read, or with a day that cannot, is left out; any other cell that cannot be read is blank.
Everything else about the young person goes in. A row that is left out counts as there: nothing of it is taken for gone.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from official_file.importers.report import Problems
from official_file.importers.returns.cells import Unreadable
from official_file.importers.returns.rows import Fault, ReadCells, is_known
from official_file.importers.ssd.cells import is_blank, name_of, read
from official_file.importers.ssd.exported import RawRow
from official_file.importers.ssd.shapes import Field, Form, Table

LEFT_OUT = "The row was left out; everything else of this young person went in."
CELL_LEFT_OUT = "The cell was left out."
DAYS = frozenset({Form.DAY, Form.PART_OF_A_DAY, Form.KEY})
LOCAL = frozenset({"SW_REASON", "SEN_NEED", "AFTER_CARE", "CARE_PLAN"})  # lists that councils write in their own way as well


@dataclass(frozen=True, slots=True)
class Row(ReadCells):
    """One row with every cell read; blank cells are None. `key` is what tells it apart in its table."""

    table: Table
    line: int
    key: str
    values: Mapping[str, Any]

    def listed(self, name: str) -> tuple[str, ...]:
        """The codes in this field."""
        return self.values.get(name) or ()

    @property
    def source_key(self) -> str:
        """What the keys of its facts begin with."""
        return f"{self.table.name}/{self.key}"


def key_of(raw: RawRow, table: Table) -> str:
    """The row's own key, or empty when it has none that can be read."""
    return cell_of(raw, table, table.key)


def cell_of(raw: RawRow, table: Table, field: str) -> str:
    """A key in this field, or empty."""
    if not field:
        return ""
    cell = raw.cells[table.position(field)]
    try:
        return "" if is_blank(cell) else name_of(cell)
    except Unreadable:
        return ""


def read_row(raw: RawRow, table: Table, problems: Problems) -> Row | None:
    """Read every cell. None when the row is left out: then the problem says why."""
    values: dict[str, Any] = {}
    fault = raw.fault
    for field, cell in zip(table.fields, raw.cells, strict=True):
        if fault is not None:
            break
        if not field.feeds:
            continue
        try:
            values[field.name] = read(cell, field)
            _report_unknown(values[field.name], field, table, raw.line, problems)
        except Unreadable as refusal:
            if field.form in DAYS:
                fault = Fault(refusal.code, refusal.sentence, table.full(field.name))
            else:
                what = f"{refusal.sentence} {CELL_LEFT_OUT}"
                problems.add(refusal.code, what, table=table.name, row=raw.line, column=table.full(field.name))
    fault = fault or _out_of_order(table, values)
    if fault is not None:
        problems.add(fault.code, f"{fault.sentence} {LEFT_OUT}", table=table.name, row=raw.line, column=fault.column)
        return None
    return Row(table, raw.line, key_of(raw, table) or _made_key(table, values), values)


def _made_key(table: Table, values: Mapping[str, Any]) -> str:
    """A key for a row that has none: its days and codes, which a system rarely changes."""
    said = (str(values[field.name]) for field in table.fields if field.form in DAYS and values.get(field.name))
    return "-".join(said)[:80] or "1"


def _out_of_order(table: Table, values: Mapping[str, Any]) -> Fault | None:
    first, last = values.get(table.first), values.get(table.last)
    if first is None or last is None or first <= last:
        return None
    return Fault("end_before_start", f"it ends on {last:%d/%m/%Y}, before it begins on {first:%d/%m/%Y}.", table.full(table.last))


def _report_unknown(value: Any, field: Field, table: Table, line: int, problems: Problems) -> None:
    if value and field.form is Form.CODE and field.codes and field.codes not in LOCAL and not is_known(value, field.codes):
        problems.add_unknown_code(value, table=table.name, row=line, column=table.full(field.name))
