"""A whole return -> rows of each child. Tables are recognised by their first row, whatever the files are called.

    read_return(Path("returns/2025-26"), today=today, report=report)   ->   Return(year=2026, children={"900001": [Row, ...]})

A child with one row that cannot be read is left out whole, so that nobody's file tells half a story.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from official_file.importers.report import Report
from official_file.importers.returns.csv_reader import read_csv
from official_file.importers.returns.rows import RawRow, Row, child_of, read_row
from official_file.importers.returns.tables import TABLES
from official_file.importers.returns.text_files import looks_like_xml
from official_file.importers.returns.xml_reader import BrokenXml, read_xml

ONE_IN = 200  # a year counts when at least one day in 200 falls in it: a slip of the pen does not move the return
NOT_OF_A_RETURN = (".json",)  # the report of an earlier import, often


class NothingToRead(Exception):
    """There is no return here. `sentence` says what was looked for and where; `report` holds what was found instead."""

    def __init__(self, sentence: str, report: Report) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.report = report


@dataclass(slots=True)
class Return:
    """The rows of each child. `year`: the return is about the year to 31 March of it."""

    year: int
    children: dict[str, list[Row]] = field(default_factory=dict)

    def as_of(self, today: date) -> date:
        """The day up to which its facts were true: the end of its year, or today in the year that runs."""
        return min(date(self.year, 3, 31), today)


def read_return(path: Path, *, today: date, report: Report, year: int | None = None) -> Return:
    """Read every table at `path` (a folder, or one file). `year` is worked out from the days when it is not given.

    Raises NothingToRead when no table is recognised.
    """
    found = Return(year or 0)
    refused: set[str] = set()
    years: Counter[int] = Counter()
    for raw in _raw_rows(path, report):
        report.count_row(raw.table.name)
        row = read_row(raw, report.problems)
        if row is None:
            refused.add(child_of(raw))
        else:
            found.children.setdefault(row.child, []).append(row)
            years.update(_years_of(raw, row, today))
    if not report.tables:
        raise NothingToRead(_nothing_at(path), report)
    for child in refused:
        found.children.pop(child, None)
    report.children["refused"] = len(refused - {""})
    found.year = year or _year(years, today)
    _report_missing_tables(path, report)
    return found


def year_to_march(day: date) -> int:
    """The year, named by its end on 31 March, in which a day falls."""
    return day.year + ((day.month, day.day) >= (4, 1))


def _raw_rows(path: Path, report: Report) -> Iterator[RawRow]:
    for file in _files(path, report):
        try:
            yield from read_xml(file, report) if looks_like_xml(file) else read_csv(file, report)
        except OSError as error:
            what = f"the file could not be opened ({error.strerror}). Check who may read it."
            report.problems.add("unreadable_file", what, table=file.name, row=1, file=file.name)
        except BrokenXml as broken:
            report.problems.add(broken.code, broken.sentence, table=file.name, row=broken.line, file=file.name)
            raise NothingToRead(f"{file.name}, row {broken.line}: {broken.sentence}", report) from None


def _files(path: Path, report: Report) -> list[Path]:
    try:
        if path.is_dir():
            return sorted(file for file in path.iterdir() if file.is_file() and not _is_nobodys(file.name))
    except OSError as error:
        raise NothingToRead(f"{path} could not be opened ({error.strerror}). Check who may read it.", report) from None
    if not path.exists():
        raise NothingToRead(f"There is nothing at {path}. Give the folder with the tables of the return, or its XML file.", report)
    return [path]


def _is_nobodys(name: str) -> bool:
    """Hidden files, and reports of earlier imports."""
    return name.startswith(".") or name.endswith(NOT_OF_A_RETURN)


def _years_of(raw: RawRow, row: Row, today: date) -> Iterator[int]:
    for column in raw.table.columns:
        day = row.values.get(column.name) if column.dates_the_return else None
        if day is not None and day <= today:
            yield year_to_march(day)


def _year(years: Counter[int], today: date) -> int:
    enough = max(1, years.total() // ONE_IN)
    return max((year for year, days in years.items() if days >= enough), default=year_to_march(today))


def _report_missing_tables(path: Path, report: Report) -> None:
    for table in TABLES.values():
        if table.expected and table.name not in report.tables:
            needed = ", ".join(column.name for column in table.columns if column.needed)
            what = f"no file has the columns of this table ({needed}), so the return is not whole. Export it again with this table."
            report.problems.add("missing_table", what, table=table.name, row=1, file=path.name)


def _nothing_at(path: Path) -> str:
    known = ", ".join(TABLES)
    said = f"No table of a return was found at {path}. Give the folder with the tables as CSV ({known}), or the XML file."
    inside = sorted(one.name for one in path.iterdir() if one.is_dir() and any(one.glob("*.[cCxX][sSmM][vVlL]"))) if path.is_dir() else []
    return f"{said} There are files in {', '.join(inside)}: bring in one year at a time, the oldest first." if inside else said
