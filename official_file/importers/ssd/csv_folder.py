"""The dataset as a folder of CSV files -> its tables. Tables are known by their columns, or else by the name of the file.

Commas, semicolons, tabs and bars; UTF-8 with or without a mark, UTF-16, old Windows; cells over several lines; columns in any order.
"""

import csv
from collections import deque
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from law.working_time import london_day
from official_file.importers.report import Report
from official_file.importers.returns.rows import Fault
from official_file.importers.returns.text_files import OLD_WINDOWS, UTF_8, Encoding, Line, encoding_of, lines, open_text
from official_file.importers.ssd.exported import Columns, Exported, NothingToRead, RawRow, Source, columns_of
from official_file.importers.ssd.shapes import Table
from official_file.importers.ssd.table_map import table_called, table_with

SEPARATORS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "bars"}
MOST_JOINED = 200  # lines that one quoted cell may run over
ENDINGS = (".csv", ".txt", ".tsv", ".psv")
IGNORED = "neither its name nor its first row is that of a table of the dataset, so this file was not read."
EMPTY = "the file is empty. Export it again."
UNREADABLE = "the file could not be opened ({error}). Check who may read it."
OPEN_QUOTE = Fault("open_quotation_mark", "a quotation mark is opened and not closed.")
TOO_LONG = Fault("too_long", "this row is far longer than any row of this table.")


def read_folder(path: Path, report: Report) -> Source:
    """Find the tables in a folder. Raises NothingToRead when there is no folder, or no table in it."""
    source = Source(str(path))
    newest = 0.0
    for file in _files(path, report):
        try:
            found = _table_in(file, report)
            newest = max(newest, file.stat().st_mtime if found else 0.0)
        except OSError as error:
            report.problems.add("unreadable_file", UNREADABLE.format(error=error.strerror), table=file.name, row=1, file=file.name)
            continue
        if found:
            source.tables.append(found)
    if not source.tables:
        raise NothingToRead(f"No table of the dataset was found in {path}. Give the folder with its tables as CSV.", report)
    source.written_on = london_day(datetime.fromtimestamp(newest, UTC)).isoformat()
    return source


def _files(path: Path, report: Report) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(file for file in path.iterdir() if file.suffix.lower() in ENDINGS and not file.name.startswith(("~", ".")))
    except OSError as error:
        raise NothingToRead(f"{path} could not be opened ({error.strerror}). Check who may read it.", report) from None
    what = "is one file" if path.exists() else "is not there"
    raise NothingToRead(f"{path} {what}. Give the folder with the tables of the dataset as CSV, or --database with an address.", report)


def _table_in(file: Path, report: Report) -> Exported | None:
    encoding = encoding_of(file)
    with open_text(file, encoding) as opened:
        first = next((line for line in lines(opened) if line.text.strip("\ufeff ,;\t|")), None)
    if first is None:
        report.problems.add("empty_file", EMPTY, table=file.name, row=1, file=file.name)
        return None
    separator = max(SEPARATORS, key=lambda sign: len(_split(first.text, sign) or []))
    headings = _split(first.text, separator) or []
    table = table_with(headings) or table_called(file.name)
    if table is None:
        report.problems.add("ignored_file", IGNORED, table=file.name, row=first.number, file=file.name)
        return None
    _report_form(encoding, separator, table, file.name, report)
    columns = columns_of(table, headings, row=first.number, where=file.name, report=report)
    return Exported(table, file.name, columns.present, partial(_rows, file, encoding, separator, columns, first.number))


def _report_form(encoding: Encoding, separator: str, table: Table, where: str, report: Report) -> None:
    if separator != ",":
        what = f"the cells are separated by {SEPARATORS[separator]}, not by commas. It was read all the same."
        report.problems.add("separator", what, table=table.name, row=1, file=where)
    if encoding.name != UTF_8:
        way = "in the old Windows way" if encoding.name == OLD_WINDOWS else "as UTF-16"
        what = f"this file is not written as UTF-8. It was read {way}; check that letters with accents are right."
        report.problems.add("encoding", what, table=table.name, row=max(encoding.odd_line, 1), file=where)


def _rows(file: Path, encoding: Encoding, separator: str, columns: Columns, first: int) -> Iterator[RawRow]:
    """Every row under the headings. Raises OSError."""
    with open_text(file, encoding) as opened:
        waiting = deque[Line]()
        source = lines(opened)
        for line in _with_waiting(source, waiting):
            if line.number > first and line.text.strip(separator + ' \t"'):
                yield _row(line, separator, columns, source, waiting)


def _with_waiting(source: Iterator[Line], waiting: deque[Line]) -> Iterator[Line]:
    while (line := waiting.popleft() if waiting else next(source, None)) is not None:
        yield line


def _row(line: Line, separator: str, columns: Columns, source: Iterator[Line], waiting: deque[Line]) -> RawRow:
    cells = None if line.cut else _split(line.text, separator)
    fault = TOO_LONG if line.cut else None
    if cells is None and fault is None:
        cells = _joined(line, len(columns.fields), separator, source, waiting)
        fault = None if cells else OPEN_QUOTE
    if cells is None:
        cells = line.text[:1000].replace('"', "").split(separator)
    width = len(columns.fields)
    if fault is None and len(cells) > width and any(cell.strip() for cell in cells[width:]):
        fault = Fault("too_many_cells", f"this row has too many cells ({len(cells)}; the first row has {width}).")
    elif fault is None and len(cells) < width - 1:
        fault = Fault("too_few_cells", f"this row has too few cells ({len(cells)}; the first row has {width}).")
    return RawRow(line.number, columns.arranged(cells), fault)


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


def _joined(line: Line, width: int, separator: str, source: Iterator[Line], waiting: deque[Line]) -> list[str] | None:
    """The cells of a row with line breaks inside quotation marks. When it does not come out right the lines wait to be rows."""
    taken: list[Line] = []
    text = line.text
    while len(taken) < MOST_JOINED:
        following = waiting.popleft() if waiting else next(source, None)
        if following is None:
            break
        taken.append(following)
        text = f"{text}\n{following.text}"
        if '"' in following.text:
            cells = _split_lines(text, separator)
            if cells is not None and len(cells) == width and not following.cut:
                return cells
    waiting.extendleft(reversed(taken))
    return None


def _split_lines(text: str, separator: str) -> list[str] | None:
    if text.count('"') % 2:
        return None
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=separator))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None
