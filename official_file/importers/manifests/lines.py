"""Lines of a manifest -> what each says about its file; every line that cannot be understood is a problem and nothing else.

read_manifest(Path("papers/manifest.csv"), report)   ->   DocumentLine(row=2, child="900001", file="letter.pdf", ...), ...
"""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from official_file.importers.manifests.columns import NEEDED, TYPES, column_of, plain
from official_file.importers.report import Report, shown
from official_file.kinds import SECTIONS
from official_file.plain_language.when import Precision, When

TABLE = "manifest"
MOST_BYTES = 50_000_000  # of a manifest
LONGEST = {"title": 300, "summary": 2_000, "author": 300, "author_role": 300, "key": 150, "file": 1_000, "child": 100}
BRITISH = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
PARTIAL = ((re.compile(r"\d{4}"), Precision.YEAR), (re.compile(r"\d{4}-\d{2}"), Precision.MONTH))
MOST_SENSITIVE = 2
NO_TEXT_HOLDS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
NO_PLACE = "The portal has no place for this column."


class NoManifest(Exception):
    """There is no manifest that can be read. `sentence` says why."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """What one line says. `row` is the line in the file; the heading is 1."""

    row: int
    child: str
    child_source: str
    file: str
    key: str
    when: When
    type: str
    title: str
    summary: str
    author: str
    author_role: str
    written_on: date | None
    sections: tuple[str, ...]
    sensitivity: int | None


class _Fault(ValueError):
    """A cell that cannot be understood: its column and a sentence."""

    def __init__(self, column: str, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.column, self.code, self.sentence = column, code, sentence


def read_manifest(path: Path, report: Report) -> Iterator[DocumentLine]:
    """Every line that can be understood. Raises NoManifest."""
    text = _text(path)
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    columns = _columns(next(rows, []), report)
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        raise NoManifest(f"{path} has no column called {' or '.join(missing)}. Its first line must name the columns.")
    try:
        yield from _lines(rows, columns, report)
    except csv.Error:
        report.problems.add("broken_table", "from here on the table cannot be read.", table=TABLE, row=rows.line_num)


def _lines(rows: Iterator[list[str]], columns: list[str], report: Report) -> Iterator[DocumentLine]:
    for row, cells in enumerate(rows, 2):
        if not any(cell.strip() for cell in cells):
            continue
        report.count_row(TABLE)
        said = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
        try:
            yield _line(row, said)
        except _Fault as fault:
            what = f"{fault.sentence} The line was left out."
            report.problems.add(fault.code, what, table=TABLE, row=row, column=fault.column)


def _text(path: Path) -> str:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise NoManifest(f"{path} is larger than 50 MB, so it is no manifest. Give the CSV file that lists the documents.")
        content = path.read_bytes()
    except OSError as error:
        what = f"{path} could not be opened ({error.strerror}). Give the CSV file that lists the documents."
        raise NoManifest(what) from None
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoManifest(f"{path} is not UTF-8. Save it as CSV UTF-8, and run the import again.") from None


def _delimiter(text: str) -> str:
    """Comma, semicolon or tab: whichever the first line has most of."""
    first = text.split("\n", 1)[0]
    return max(",;\t", key=first.count)


def _columns(headings: list[str], report: Report) -> list[str]:
    found: list[str] = []
    for heading in headings:
        column = column_of(heading)
        if not column or column in found:
            if heading.strip():
                report.leave_out(TABLE, heading.strip()[:100], NO_PLACE)
            column = ""
        found.append(column)
    return found


def _line(row: int, said: Mapping[str, str]) -> DocumentLine:
    _check_cells(said)
    type_, section = _type(said.get("type", ""))
    return DocumentLine(
        row=row,
        child=said["child"],
        child_source=plain(said.get("child_source", "")),
        file=said["file"],
        key=said.get("key", ""),
        when=_when(said),
        type=type_,
        title=said.get("title", ""),
        summary=said.get("summary", ""),
        author=said.get("author", ""),
        author_role=said.get("author_role", ""),
        written_on=_day("written_on", said.get("written_on", "")),
        sections=_sections(said.get("sections", "")) or (section,),
        sensitivity=_sensitivity(said.get("sensitivity", "")),
    )


def _check_cells(said: Mapping[str, str]) -> None:
    for column in NEEDED:
        if not said.get(column):
            raise _Fault(column, "missing_value", "this is empty.")
    for column, value in said.items():
        if len(value) > LONGEST.get(column, 1_000):
            raise _Fault(column, "too_long", f"this is longer than {LONGEST.get(column, 1_000)} characters.")
        if NO_TEXT_HOLDS.search(value):
            raise _Fault(column, "unreadable_character", "there is a character here that no text holds.")


def _type(said: str) -> tuple[str, str]:
    """Our word for the paper and its section; a word we do not know is kept as it is."""
    known = TYPES.get(plain(said)) if said else TYPES["other"]
    return known or (said[:100], TYPES["other"][1])


def _when(said: Mapping[str, str]) -> When:
    start, written = said.get("date", ""), said.get("date_precision", "").lower()
    precision = Precision(written) if written in set(Precision) else None
    if written and precision is None:
        raise _Fault("date_precision", "wrong_precision", f"this should be one of {', '.join(Precision)}.")
    for pattern, partial in PARTIAL:
        if pattern.fullmatch(start):
            start, precision = (start + "-01-01")[:10], precision if precision not in (None, Precision.DAY) else partial
    begun, ended = _day("date", start), _day("date_to", said.get("date_to", ""))
    if begun and ended and ended < begun:
        raise _Fault("date_to", "end_before_start", "this ends before it begins.")
    return When(begun, ended, (precision or Precision.DAY) if begun else Precision.UNKNOWN)


def _day(column: str, written: str) -> date | None:
    """A day as 2026-02-03 or 03/02/2026. None for an empty cell."""
    if not written:
        return None
    iso, british = ISO.fullmatch(written), BRITISH.fullmatch(written)
    try:
        if iso:
            return date(*map(int, iso.groups()))
        if british:
            day, month, year = map(int, british.groups())
            return date(year, month, day)
    except ValueError:
        pass
    raise _Fault(column, "wrong_date", f"{shown(written)} is not a day of the calendar. Write year-month-day, like 2026-02-03.")


def _sections(written: str) -> tuple[str, ...]:
    names = tuple(name.strip().lower().replace(" ", "_") for name in re.split(r"[;|,]", written) if name.strip())
    if any(name not in SECTIONS for name in names):
        raise _Fault("sections", "wrong_section", f"each part should be one of {', '.join(SECTIONS)}.")
    return names


def _sensitivity(written: str) -> int | None:
    if not written:
        return None
    if written not in map(str, range(MOST_SENSITIVE + 1)):
        raise _Fault("sensitivity", "wrong_sensitivity", "this should be 0, 1 or 2.")
    return int(written)
