"""What every way of reading the dataset hands over: tables with their columns, and rows as they were found."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from official_file.importers.report import Problems, Report, shown
from official_file.importers.returns.rows import Fault
from official_file.importers.ssd.shapes import NOT_OF_THE_DATASET, Field, Table
from official_file.importers.ssd.table_map import field_of


class NothingToRead(Exception):
    """There is no dataset here. `sentence` says what was looked for and where; `report` holds what was found instead."""

    def __init__(self, sentence: str, report: Report) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.report = report


class SourceStopped(Exception):
    """The source could not be read to its end: a database that went away, a full disk. Nothing of this run was written."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row: the line it begins on (the first line is 1; in a database, the row's number), and a cell for every field of its table."""

    line: int
    cells: Sequence[str]
    fault: Fault | None = None


@dataclass(frozen=True, slots=True)
class Exported:
    """One table that was found. `where`: the file or table; `rows` reads it, from the beginning, one row at a time."""

    table: Table
    where: str
    present: frozenset[str]
    rows: Callable[[], Iterator[RawRow]]


@dataclass(slots=True)
class Source:
    """A dataset that can be read: its tables, and the day its files were written, when files say so."""

    place: str
    tables: list[Exported] = field(default_factory=list)
    written_on: str = ""

    def of(self, table: Table) -> list[Exported]:
        """What was found of this table; several when it came in several files."""
        return [one for one in self.tables if one.table is table]


@dataclass(frozen=True, slots=True)
class Columns:
    """Which field stands in which column. `places`: for each field of the table, its column, or None."""

    fields: tuple[Field | None, ...]
    places: tuple[int | None, ...]

    @property
    def present(self) -> frozenset[str]:
        """The names of the fields that are there."""
        return frozenset(one.name for one in self.fields if one)

    def arranged(self, cells: Sequence[str]) -> list[str]:
        """The cells in the order of the table's fields; blank where there is no column."""
        return ["" if place is None or place >= len(cells) else cells[place] for place in self.places]


def columns_of(table: Table, headings: Sequence[str], *, row: int, where: str, report: Report) -> Columns:
    """Find the fields, and report what is there twice, what no field is called, and what is missing."""
    fields: list[Field | None] = []
    for heading in headings:
        found = field_of(table, heading)
        if found and found in fields:
            what = "there are two columns of this name. The first was read."
            report.problems.add("column_twice", what, table=table.name, row=row, column=table.full(found.name), file=where)
            found = None
        elif found is None and heading.strip():
            report.leave_out(table.name, shown(heading.strip()).strip('"'), NOT_OF_THE_DATASET)
        fields.append(found)
    for one in fields:
        if one and one.left_out:
            report.leave_out(table.name, table.full(one.name), one.left_out)
    _report_missing(table, fields, row, where, report.problems)
    places = tuple(next((place for place, one in enumerate(fields) if one is wanted), None) for wanted in table.fields)
    return Columns(tuple(fields), places)


def _report_missing(table: Table, fields: Sequence[Field | None], row: int, where: str, problems: Problems) -> None:
    for wanted in table.fields:
        if wanted.feeds and wanted not in fields:
            what = "there is no such column. Everything else of this table was read."
            problems.add("missing_column", what, table=table.name, row=row, column=table.full(wanted.name), file=where)
