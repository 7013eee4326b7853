"""A whole dataset -> a temporary file from which the rows of each person come together. Nothing is written to the portal meanwhile."""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from official_file.importers.report import Problems, Report
from official_file.importers.ssd.asked import Asked, NewestDay, persons_asked_for
from official_file.importers.ssd.exported import Exported, NothingToRead, RawRow, Source
from official_file.importers.ssd.facts_of_life import role_of
from official_file.importers.ssd.origin import Worker
from official_file.importers.ssd.rows import Row, cell_of, read_row
from official_file.importers.ssd.shapes import Table
from official_file.importers.ssd.staging import Staged
from official_file.importers.ssd.table_map import TABLES
from official_file.importers.ssd.tables_of_people import FAMILY, INVOLVEMENTS, MOTHER, PERSON, PROFESSIONALS

NO_PERSONS = "The dataset has no table ssd_person that can be read, so nobody knows who is who. Export it with this table."
NOT_THERE = "this table is not in the export. Everything else was read."
NOBODYS_ROW = "it belongs to nobody: what it names is not in the export. The row was left out."
UNKNOWN_PERSON = "ssd_person has nobody of this number. The row was left out."
OF_EVERYBODY = (PERSON, FAMILY, MOTHER)  # whoever is named in a file has a mother and a family who are not


@dataclass(slots=True)
class Read:
    """What was read. `persons`: everybody the import is about, in order; `present`: the tables that could be read."""

    staged: Staged
    persons: list[str]
    as_of: date
    present: frozenset[str]
    workers: Mapping[str, Worker]

    def involvements_of(self, persons: Collection[str]) -> dict[str, list[Row]]:
        """Who worked with these persons. What is wrong in these rows has been reported."""
        found = {}
        for person, tables in self.staged.rows_of(persons, INVOLVEMENTS.name).items():
            rows = (read_row(raw, INVOLVEMENTS, Problems()) for raw in tables.get(INVOLVEMENTS.name, ()))
            found[person] = [row for row in rows if row]
        return found


def read_source(
    source: Source, staged: Staged, report: Report, *, asked: Asked | None, switched_on: Collection[str], today: date, as_of: date | None
) -> Read:
    """Read every table that is wanted into `staged`.

    Raises NothingToRead without a table of persons, and SourceStopped when the source goes away or the disk is full.
    """
    tables = [table for table in TABLES.values() if _is_wanted(table, source, switched_on, report)]
    if PERSON not in tables or "person_id" not in source.of(PERSON)[0].present:
        raise NothingToRead(NO_PERSONS, report)
    only = persons_asked_for(asked, source) if asked else None
    newest, workers = NewestDay(today), dict[str, Worker]()
    for table in tables:
        for found in source.of(table):
            rows = newest.watched(table, _counted(found, report))
            if table is PROFESSIONALS:
                workers.update(_workers(rows, report.problems))
            elif not table.person and not table.via:
                deque(rows, maxlen=0)  # it is about nobody: only its days count
            else:
                staged.add(table, rows if only is None or table in OF_EVERYBODY else _about(rows, table, only))
    staged.find_whose()
    known = _persons(staged)
    if only is None:
        _report_nobodys(staged, report.problems)
    persons = sorted(only & known if only is not None else _everybody(staged, known))
    present = frozenset(table.name for table in tables)
    return Read(staged, persons, as_of or newest.as_of(source.written_on), present, workers)


def rows_of(read: Read, persons: Collection[str], problems: Problems) -> tuple[dict[str, dict[str, list[Row]]], dict[str, set[str]]]:
    """The rows of some persons, every cell read; and, for each, the keys of rows that are there and could not be read."""
    found: dict[str, dict[str, list[Row]]] = {}
    unread: dict[str, set[str]] = {}
    for person, tables in read.staged.rows_of(persons).items():
        rows = found[person] = {}
        unread[person] = set()
        for name, raws in tables.items():
            rows[name] = list(_once(raws, TABLES[name], problems, unread[person]))
    return found, unread


def _once(raws: list[RawRow], table: Table, problems: Problems, unread: set[str]) -> Iterator[Row]:
    """The rows of one table and person that can be read, each key once."""
    told: dict[str, Row] = {}
    for raw in raws:
        row = read_row(raw, table, problems)
        if row is None:
            unread.add(f"{table.name}/{cell_of(raw, table, table.key)}")
            continue
        before = told.setdefault(row.key, row)
        if before is row:
            yield row
        elif before.values == row.values:
            what = f"this row is the same as row {before.line}. It was read once."
            problems.add("duplicate_row", what, table=table.name, row=row.line)
        else:
            what = f"row {before.line} has the same key and says something else. The first was read."
            problems.add("key_twice", what, table=table.name, row=row.line, column=table.full(table.key) if table.key else "")


def _is_wanted(table: Table, source: Source, switched_on: Collection[str], report: Report) -> bool:
    found = source.of(table)
    if table.off and table.name not in switched_on:
        if found:
            report.leave_out(table.name, "", table.off)
        return False
    if not table.is_read:
        return False
    if not found:
        report.problems.add("missing_table", NOT_THERE, table=table.name, row=1, file=source.place)
        return False
    return any(_leads_to_somebody(table, one, report) for one in found)


def _leads_to_somebody(table: Table, found: Exported, report: Report) -> bool:
    ways = {table.person, *(way.field for way in table.via)} - {""}
    if not ways or ways & found.present:
        return True
    what = f"there is no column {', '.join(sorted(map(table.full, ways)))}, so this table was not read. Export it again with it."
    report.problems.add("missing_column", what, table=table.name, row=1, column=table.full(min(ways)), file=found.where)
    return False


def _counted(found: Exported, report: Report) -> Iterator[RawRow]:
    for raw in found.rows():
        report.count_row(found.table.name)
        yield raw


def _about(rows: Iterator[RawRow], table: Table, only: set[str]) -> Iterator[RawRow]:
    """Rows of the persons who were asked for, and rows that do not say whose they are yet."""
    for raw in rows:
        person = cell_of(raw, table, table.person)
        if not person or person in only:
            yield raw


def _workers(rows: Iterator[RawRow], problems: Problems) -> Iterator[tuple[str, Worker]]:
    for raw in rows:
        row = read_row(raw, PROFESSIONALS, problems)
        if row:
            title = row.text("professional_job_title")
            number = row.text("social_worker_registration_no") or row.key
            yield row.key, Worker(row.text("professional_name"), role_of("", title), number)


def _persons(staged: Staged) -> set[str]:
    return {person for person, _raw in staged.all_of(PERSON) if person}


def _everybody(staged: Staged, known: set[str]) -> set[str]:
    """Everybody but the adults who are only somebody's mother: nobody keeps a record about them here."""
    mothers = {mother for mother, _raw in staged.all_of(MOTHER)}
    with_rows = staged.persons_in_facts() if mothers else set()
    return known - (mothers - with_rows)


def _report_nobodys(staged: Staged, problems: Problems) -> None:
    for table, line in staged.nobodys():
        way = TABLES[table].person or next((way.field for way in TABLES[table].via), "")
        problems.add("nobodys_row", NOBODYS_ROW, table=table, row=line, column=TABLES[table].full(way))
    for table, line, _person in staged.strangers():
        column = TABLES[table].full(TABLES[table].person) if TABLES[table].person else ""
        problems.add("unknown_person", UNKNOWN_PERSON, table=table, row=line, column=column)
