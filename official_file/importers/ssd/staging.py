"""The dataset in a temporary file, row by row, so that the rows of one person can be read together and memory stays small.

The file is SQLite's own unnamed temporary database: nobody else can open it, and it is gone when the process is, killed or not.
Rows that name no person (a review names a time in care, a school plan an assessment) are given theirs by following the dataset's keys.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from types import TracebackType
from typing import Self

from official_file.importers.returns.rows import Fault
from official_file.importers.ssd.exported import RawRow, SourceStopped
from official_file.importers.ssd.rows import cell_of
from official_file.importers.ssd.shapes import Table
from official_file.importers.ssd.table_map import TABLES

AT_A_TIME = 1000
NUMBER_OF = {name: number for number, name in enumerate(TABLES)}
NAME_OF = list(TABLES)
FULL = "The temporary file could not be written ({error}). Nothing of this run was written. Make room on the disk and run the import again."
SCHEMA = """
CREATE TABLE staged (t INTEGER, person TEXT, via_t INTEGER, via TEXT, own TEXT, line INTEGER, cells TEXT);
CREATE TABLE wanted (person TEXT PRIMARY KEY);
"""
INDEXES = "CREATE INDEX by_own ON staged (t, own) WHERE own IS NOT NULL"
BY_PERSON = "CREATE INDEX by_person ON staged (person)"
ADD = "INSERT INTO staged VALUES (?, ?, ?, ?, ?, ?, ?)"
OF_WANTED = """
SELECT staged.person, t, line, cells FROM wanted CROSS JOIN staged ON staged.person = wanted.person
WHERE :only IS NULL OR t = :only ORDER BY t, staged.rowid
"""
WHO_AND_WHOSE = ("ssd_person", "ssd_family", "ssd_linked_identifiers", "ssd_mother")
# The first way that leads anywhere; rows of a time in care all belong to one person, so the first of them says whose it is.
FOLLOW = """
UPDATE staged SET person = (
    SELECT target.person FROM staged target WHERE target.t = staged.via_t AND target.own = staged.via AND target.person IS NOT NULL LIMIT 1
) WHERE t = ? AND person IS NULL AND via IS NOT NULL
"""


class Staged:
    """Every row of the dataset that may be wanted. Use it as a context: it is gone afterwards."""

    def __init__(self) -> None:
        self.database = sqlite3.connect("", isolation_level=None)
        self.database.execute("PRAGMA journal_mode=OFF")
        self.database.execute("PRAGMA synchronous=OFF")
        self.database.execute("PRAGMA cache_size=-16000")  # kilobytes
        self.database.executescript(SCHEMA)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.database.close()

    def add(self, table: Table, rows: Iterable[RawRow]) -> None:
        """Take in rows of one table. Raises SourceStopped when the disk is full."""
        number = NUMBER_OF[table.name]
        try:
            remaining = iter(rows)
            while some := list(islice(remaining, AT_A_TIME)):
                self.database.execute("BEGIN")
                self.database.executemany(ADD, (_staged(number, table, raw) for raw in some))
                self.database.execute("COMMIT")
        except sqlite3.Error as error:
            raise SourceStopped(FULL.format(error=error)) from None

    def find_whose(self) -> None:
        """Give every row its person, as far as the dataset's keys lead to one. Call once, when everything is in."""
        try:
            self.database.execute(INDEXES)
            for name, table in TABLES.items():
                if table.via:
                    self.database.execute(FOLLOW, [NUMBER_OF[name]])
            self.database.execute(BY_PERSON)
        except sqlite3.Error as error:
            raise SourceStopped(FULL.format(error=error)) from None

    def nobodys(self) -> Iterator[tuple[str, int]]:
        """Table and line of every row that leads to no person."""
        for number, line in self.database.execute("SELECT t, line FROM staged WHERE person IS NULL ORDER BY t, line"):
            yield NAME_OF[number], line

    def persons_in_facts(self) -> set[str]:
        """Everybody of whom more is told than who they are and whose they are."""
        ask = "SELECT DISTINCT person FROM staged WHERE person IS NOT NULL AND t NOT IN (?, ?, ?, ?)"
        return {person for (person,) in self.database.execute(ask, [NUMBER_OF[name] for name in WHO_AND_WHOSE])}

    def strangers(self) -> Iterator[tuple[str, int, str]]:
        """Table, line and person of rows whose person has no row in ssd_person."""
        ask = "SELECT t, line, person FROM staged WHERE person NOT IN (SELECT person FROM staged WHERE t = ? AND person IS NOT NULL)"
        for number, line, person in self.database.execute(ask, [NUMBER_OF["ssd_person"]]):
            yield NAME_OF[number], line, person

    def rows_of(self, persons: Collection[str], table: str = "") -> dict[str, dict[str, list[RawRow]]]:
        """The rows of some people, by person and table, in the order of the tables; of one table only, when it is named."""
        found: dict[str, dict[str, list[RawRow]]] = {person: {} for person in persons}
        self.database.execute("DELETE FROM wanted")
        self.database.executemany("INSERT INTO wanted VALUES (?)", ((person,) for person in found))
        only = NUMBER_OF[table] if table else None
        for person, number, line, cells in self.database.execute(OF_WANTED, {"only": only}):
            found[person].setdefault(NAME_OF[number], []).append(_raw(line, cells))
        return found

    def all_of(self, table: Table) -> Iterator[tuple[str, RawRow]]:
        """Every row of a table, with its person."""
        ask = "SELECT coalesce(person, ''), line, cells FROM staged WHERE t = ? ORDER BY rowid"
        for person, line, cells in self.database.execute(ask, [NUMBER_OF[table.name]]):
            yield person, _raw(line, cells)


def _raw(line: int, cells: str) -> RawRow:
    fault, *values = json.loads(cells)
    return RawRow(line, values, Fault(*fault) if fault else None)


def _staged(number: int, table: Table, raw: RawRow) -> tuple[int, str | None, int | None, str | None, str | None, int, str]:
    person = cell_of(raw, table, table.person) or None
    via_t, via = None, None
    if person is None:
        for way in table.via:
            if via := cell_of(raw, table, way.field) or None:
                via_t = NUMBER_OF[way.table]
                break
    fault = [raw.fault.code, raw.fault.sentence, raw.fault.column] if raw.fault else None
    cells = json.dumps([fault, *raw.cells], ensure_ascii=False)
    return number, person, via_t, via, cell_of(raw, table, table.target) or None, raw.line, cells
