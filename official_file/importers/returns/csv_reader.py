"""A table written as CSV -> rows. A row is a line: a quotation mark left open spoils its own row and no other.

Commas are the rule; semicolons and tabs, which some systems write, are understood and reported.
"""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from official_file.importers.report import Report, shown
from official_file.importers.returns.rows import Fault, RawRow
from official_file.importers.returns.tables import NOT_OF_THE_RETURN, Recognised, Table, column_name, recognise
from official_file.importers.returns.text_files import OLD_WINDOWS, UTF_8, Encoding, Line, encoding_of, lines, open_text

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
MOST_JOINED = 5  # lines that one quoted cell may run over
TOO_LONG = Fault("too_long", "this row is far longer than any row of a return.")
OPEN_QUOTE = Fault("open_quotation_mark", "a quotation mark is opened and not closed.")
IGNORED = "the first row is not that of any table of the return, so this file was not read."
EMPTY = "the file is empty. Export it again."


@dataclass(frozen=True, slots=True)
class Headings:
    """The first row of a recognised table: which column stands where."""

    table: Table
    names: tuple[str, ...]
    separator: str
    file: str

    def needed_after(self, cells: int) -> bool:
        """Whether a row of so few cells lacks more than blank ones at its end, which some spreadsheets leave out."""
        needed = {column.name for column in self.table.columns if column.needed}
        return any(name in needed for name in self.names[cells : len(self.names) - 1])


def read_csv(path: Path, report: Report) -> Iterator[RawRow]:
    """Every row of the table in this file, in order; nothing when it is none of the return. Raises OSError."""
    encoding = encoding_of(path)
    with open_text(path, encoding) as file:
        waiting = deque[Line]()
        source = lines(file)
        headings = _headings(path.name, source, report)
        if headings is None:
            return
        _report_encoding(encoding, headings, report)
        for line in _with_waiting(source, waiting):
            if line.text.strip(headings.separator + " \t"):
                yield _row(line, headings, source, waiting)


def _with_waiting(source: Iterator[Line], waiting: deque[Line]) -> Iterator[Line]:
    while True:
        line = waiting.popleft() if waiting else next(source, None)
        if line is None:
            return
        yield line


def _headings(name: str, source: Iterator[Line], report: Report) -> Headings | None:
    first = next((line for line in source if line.text.strip("\ufeff ,;\t")), None)
    if first is None:
        report.problems.add("empty_file", EMPTY, table=name, row=1, file=name)
        return None
    cells = {separator: _split(first.text, separator) or [] for separator in SEPARATORS}
    separator, found = max(((mark, recognise(names)) for mark, names in cells.items()), key=lambda pair: _fit(pair[1]))
    if found is None:
        report.problems.add("ignored_file", IGNORED, table=name, row=first.number, file=name)
        return None
    if found.missing:
        what = f"there is no column {', '.join(found.missing)}, so this table was not read. Export it again with every column."
        report.problems.add("missing_column", what, table=found.table.name, row=first.number, column=found.missing[0], file=name)
        return None
    headings = Headings(found.table, tuple(map(column_name, cells[separator])), separator, name)
    _report_headings(headings, first.number, report)
    report.tables.setdefault(found.table.name, 0)
    return headings


def _fit(found: Recognised | None) -> int:
    return 0 if found is None else 100 - len(found.missing)


def _report_headings(headings: Headings, row: int, report: Report) -> None:
    table, problems = headings.table, report.problems
    if headings.separator != ",":
        what = f"the cells are separated by {SEPARATORS[headings.separator]}, not by commas. It was read all the same."
        problems.add("separator", what, table=table.name, row=row, file=headings.file)
    known = {column.name for column in table.columns}
    for name in dict.fromkeys(headings.names):
        if headings.names.count(name) > 1 and name:
            what = "there are two columns of this name. The first was read."
            problems.add("column_twice", what, table=table.name, row=row, column=name[:60], file=headings.file)
        if name and name not in known:
            report.leave_out(table.name, shown(name).strip('"'), table.left_out.get(name, NOT_OF_THE_RETURN))


def _report_encoding(encoding: Encoding, headings: Headings, report: Report) -> None:
    if encoding.name == UTF_8:
        return
    row, way = max(encoding.odd_line, 1), "in the old Windows way" if encoding.name == OLD_WINDOWS else "as UTF-16"
    what = f"this file is not written as UTF-8. It was read {way}; check that letters with accents are right."
    report.problems.add("encoding", what, table=headings.table.name, row=row, file=headings.file)


def _row(line: Line, headings: Headings, source: Iterator[Line], waiting: deque[Line]) -> RawRow:
    cells = None if line.cut else _split(line.text, headings.separator)
    fault = TOO_LONG if line.cut else None
    if cells is None and fault is None:
        cells = _joined(line, headings, source, waiting)
        fault = None if cells else OPEN_QUOTE
    if cells is None:
        cells = line.text[:1000].replace('"', "").split(headings.separator)
    elif headings.needed_after(len(cells)):
        fault = Fault("too_few_cells", f"this row has too few cells ({len(cells)}; the first row has {len(headings.names)}).")
        cells = cells if len(cells) > 1 else []  # a piece of something else: its one cell says nothing about whose it is
    elif len(cells) > len(headings.names) and any(cell.strip() for cell in cells[len(headings.names) :]):
        fault = Fault("too_many_cells", f"this row has too many cells ({len(cells)}; the first row has {len(headings.names)}).")
    return RawRow(headings.table, headings.file, line.number, _by_name(headings.names, cells), fault)


def _by_name(names: Sequence[str], cells: Sequence[str]) -> dict[str, str]:
    # In reverse, so that of two columns of one name the first wins.
    return dict(zip(reversed(names[: len(cells)]), reversed(cells[: len(names)]), strict=True))


def _split(text: str, separator: str) -> list[str] | None:
    """The cells of a line; None when a quotation mark is left open."""
    if '"' not in text:
        return text.split(separator)
    if text.count('"') % 2:
        return None
    try:
        return next(csv.reader([text], delimiter=separator))
    except csv.Error:
        return None


def _joined(line: Line, headings: Headings, source: Iterator[Line], waiting: deque[Line]) -> list[str] | None:
    """The cells of a row with a line break inside quotation marks. When it does not come out right the lines wait to be rows."""
    taken: list[Line] = []
    text = line.text
    while len(taken) < MOST_JOINED:
        following = waiting.popleft() if waiting else next(source, None)
        if following is None:
            break
        taken.append(following)
        text = f"{text} {following.text}"
        cells = _split(text, headings.separator)
        if cells is not None and len(cells) == len(headings.names) and not following.cut:
            return cells
    waiting.extendleft(reversed(taken))
    return None
