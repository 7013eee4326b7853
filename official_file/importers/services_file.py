"""One service's table (CSV) -> rows. Columns may have any of several names, and dates and words for "none" any of several forms.

    child,status,name,contact,since,until,last_confirmed
    900001,recorded,Riverside Surgery,01632 960001,01/09/2021,,12/11/2026
    900002,none,,,,,12/11/2026

docs/how-to/import.md lists the columns. `service` may be a column, the name of the file, or given on the command line.
"""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from official_file.importers.report import Report, shown
from official_file.importers.returns.cells import Unreadable, day
from official_file.importers.returns.text_files import OLD_WINDOWS, UTF_8, encoding_of, open_text
from official_file.plain_language.twelve_services import BY_KEY, SERVICES, Status

LONGEST_CELL = 500
SEPARATORS = ",;\t|"
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "child": ("childid", "childnumber", "person", "personid", "ssda903", "number"),
    "service": ("servicename", "agency", "team"),
    "status": ("recorded", "involved", "involvement", "state", "open"),
    "name": ("who", "worker", "professional", "organisation", "practice", "school", "setting"),
    "contact": ("phone", "telephone", "email", "number to ring", "details", "contactdetails"),
    "since": ("from", "start", "startdate", "datefrom", "started"),
    "until": ("to", "end", "enddate", "dateto", "ended"),
    "last_confirmed": ("lastconfirmed", "confirmed", "confirmedon", "checked", "lastchecked", "lastupdated", "updated"),
}
OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "gp": ("doctor", "generalpractitioner", "gppractice"),
    "health_visiting": ("healthvisitor", "hv"),
    "early_years": ("nursery", "earlyyearssetting"),
    "school": ("education", "college", "schools"),
    "early_help": ("earlyhelpteam", "familysupport"),
    "young_carers": ("youngcarer",),
    "housing": ("housingteam",),
    "adult_social_care": ("asc", "adults", "adultservices"),
    "adult_mental_health": ("amh", "mentalhealth", "cmht"),
    "drugs_alcohol": ("drugsandalcohol", "drugandalcohol", "substancemisuse", "alcohol", "drugs"),
    "police": ("policeservice",),
    "youth_justice": ("yot", "yos", "yjs", "youthoffending", "youthoffendingteam"),
}
STATUSES: Mapping[str, Status] = {
    **dict.fromkeys(("recorded", "yes", "y", "1", "true", "active", "open", "current", "involved", "closed", "ended"), Status.RECORDED),
    **dict.fromkeys(("none", "nonerecorded", "no", "n", "0", "false", "notinvolved", "never", "nil"), Status.NONE_RECORDED),
    **dict.fromkeys(("notknown", "unknown", "nk", "notasked", "tbc", "?"), Status.NOT_KNOWN),
}


@dataclass(frozen=True, slots=True)
class ServiceRow:
    """One row that could be read. `line` is its line in the file."""

    line: int
    child: str
    service: str
    status: Status
    name: str = ""
    contact: str = ""
    since: date | None = None
    until: date | None = None
    confirmed_on: date | None = None


class NoServicesToRead(Exception):
    """There is no table of services here. `sentence` says what is wrong and what to do; `report`, what was found instead."""

    def __init__(self, sentence: str, report: Report) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.report = report


def plain(word: str) -> str:
    """A word without capitals, spaces and signs ("?" alone stays)."""
    return re.sub(r"[^a-z0-9]", "", word.lower()) or word.strip()


def service_called(word: str) -> str:
    """The service that this word means, or ""."""
    asked = plain(word)
    return next((one.key for one in SERVICES if asked in (plain(one.key), plain(one.staff_name), *OTHER_NAMES[one.key])), "")


def read_services(path: Path, *, service: str, report: Report) -> list[ServiceRow]:
    """Every row that could be read; what could not is in the report. Raises NoServicesToRead."""
    try:
        encoding = encoding_of(path)
        with open_text(path, encoding) as file:
            written = file.read()
    except OSError as error:
        raise NoServicesToRead(f"{path} could not be opened ({error.strerror}). Give the CSV file of one service.", report) from None
    if encoding.name != UTF_8:
        way = "in the old Windows way" if encoding.name == OLD_WINDOWS else "as UTF-16"
        what = f"this file is not written as UTF-8. It was read {way}; check that letters with accents are right."
        report.problems.add("encoding", what, table=path.name, row=max(encoding.odd_line, 1))
    separator = max(SEPARATORS, key=written.partition("\n")[0].count)
    rows = csv.reader(written.replace("\0", "").splitlines(keepends=True), delimiter=separator)
    columns = _columns(next(rows, []), path, report)
    of_file = service_called(service) or service_called(path.stem.removeprefix("services-").removeprefix("service-"))
    if service and not service_called(service):
        raise NoServicesToRead(f"{shown(service)} is none of the twelve services. They are: {', '.join(BY_KEY)}.", report)
    if "service" not in columns.values() and not of_file:
        raise NoServicesToRead(f"Which service is {path}? Say --service, with one of: {', '.join(BY_KEY)}.", report)
    found = [_row(dict(_cells(columns, cells)), rows.line_num, of_file, path.name, report) for cells in rows if any(map(str.strip, cells))]
    return _once([row for row in found if row], path.name, report)


def _columns(headings: list[str], path: Path, report: Report) -> dict[int, str]:
    names = {plain(name): column for column, others in COLUMNS.items() for name in (column, *others)}
    found: dict[int, str] = {}
    for place, heading in enumerate(headings):
        column = names.get(plain(heading.lstrip("\ufeff")), "")
        if column and column not in found.values():
            found[place] = column
        elif heading.strip():
            report.leave_out(path.name, shown(heading).strip('"'), "This table has no place for it.")
    if "child" not in found.values():
        raise NoServicesToRead(
            f"{path} has no column called child. The first row names the columns; docs/how-to/import.md lists them.", report
        )
    return found


def _cells(columns: Mapping[int, str], cells: list[str]) -> Iterator[tuple[str, str]]:
    for place, column in columns.items():
        yield column, cells[place].strip() if place < len(cells) else ""


def _row(cells: Mapping[str, str], line: int, of_file: str, table: str, report: Report) -> ServiceRow | None:
    """The row, or None when it is left out; the report says why."""
    report.count_row(table)
    service = service_called(cells.get("service", "")) if cells.get("service") else of_file
    column, code, what = _wrong(cells, service)
    days: dict[str, date | None] = {}
    for name in ("since", "until", "last_confirmed"):
        try:
            days[name] = day(cells[name]) if cells.get(name) else None
        except Unreadable as unreadable:
            column, code, what = name, unreadable.code, unreadable.sentence
    since, until = days.get("since"), days.get("until")
    if not code and since and until and until < since:
        column, code, what = "until", "end_before_start", "the last day comes before the first."
    if code:
        report.problems.add(code, f"{what} The row was left out.", table=table, row=line, column=column)
        return None
    status = STATUSES[plain(cells["status"])] if cells.get("status") else _status_of(cells)
    told = (cells.get("name", ""), cells.get("contact", "")) if status is Status.RECORDED else ("", "")
    return ServiceRow(line, cells["child"], service, status, *told, since, until, days["last_confirmed"])


def _wrong(cells: Mapping[str, str], service: str) -> tuple[str, str, str]:
    """Column, code and sentence of what keeps a row out; empty for nothing."""
    if not cells.get("child"):
        return "child", "missing_value", "there is no number of a young person."
    if not service:
        return "service", "unknown_service", f"{shown(cells.get('service', ''))} is none of the twelve services."
    if cells.get("status") and plain(cells["status"]) not in STATUSES:
        return "status", "unknown_status", f"{shown(cells['status'])} is not recorded, none or not known."
    long = next((name for name, cell in cells.items() if len(cell) > LONGEST_CELL or "\ufffd" in cell), "")
    return (long, "too_long", "this cell is too long, or holds signs that cannot be read.") if long else ("", "", "")


def _status_of(cells: Mapping[str, str]) -> Status:
    """Where nothing is said: recorded when there is somebody or a day; otherwise nobody asked, which is not the same as none."""
    return Status.RECORDED if any(cells.get(name) for name in ("name", "contact", "since")) else Status.NOT_KNOWN


def _once(rows: list[ServiceRow], table: str, report: Report) -> list[ServiceRow]:
    """Rows that say the same of the same child and service are read once."""
    found: dict[tuple[object, ...], int] = {}
    kept = []
    for row in rows:
        first = found.setdefault((row.child, row.service, row.status, row.name, row.contact, row.since, row.until), row.line)
        if first == row.line:
            kept.append(row)
        else:
            what = f"this line is the same as row {first}. It was read once."
            report.problems.add("duplicate_row", what, table=table, row=row.line, column="child")
    return kept
