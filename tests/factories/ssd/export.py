"""One night's export: the lives, and what the days since changed. Written as a folder of CSV tables or into a database."""

import csv
import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import groupby, islice
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from tests.factories.ssd.before_rows import before_rows
from tests.factories.ssd.care_rows import care_rows
from tests.factories.ssd.life import Life
from tests.factories.ssd.person_rows import baby_rows, person_rows
from tests.factories.ssd.tables import Row, as_text, in_order, key_of, tables
from tests.factories.ssd.worker_rows import involvement_rows, worker_rows

AT_ONCE = 2_000  # rows of one statement
LARGEST_FAMILY = 4
Key = tuple[str, str]
TYPES = {"int": "integer", "float": "double precision", "datetime": "timestamp", "bit": "integer"}
LITE = {"int": "integer", "float": "real", "bit": "integer"}


@dataclass(frozen=True)
class Export:
    """What the dataset says on `day`. `changed`, `added` and `gone` are what happened since the lives were drawn (as of `began`)."""

    children: int = 2_000
    seed: int = 2026
    began: date = date(2026, 11, 22)
    day: date = date(2026, 11, 22)
    changed: dict[Key, dict[str, Any]] = field(default_factory=dict)
    added: dict[int, list[Row]] = field(default_factory=dict)
    gone: frozenset[Key] = frozenset()

    def families(self) -> list[tuple[int, int]]:
        """For each child its family and its place in it: one to four brothers and sisters."""
        chance, found = random.Random(f"{self.seed}/families"), []
        family = 0
        while len(found) < self.children:
            found += [(family, at) for at in range(chance.choice((1, 1, 2, 2, 3, LARGEST_FAMILY)))]
            family += 1
        return found[: self.children]

    def rows_of(self, number: int, family: tuple[int, int]) -> list[Row]:
        """Every row about one child, as the export has it today."""
        life = Life(number, *family, chance=random.Random(f"{self.seed}/{number}"), today=self.began)
        made = [*person_rows(life), *before_rows(life), *care_rows(life), *involvement_rows(life), *baby_rows(life)]
        made += self.added.get(number, [])
        keyed = [(key_of(row), row) for row in made]
        return [(table, values | self.changed.get(key, {})) for key, (table, values) in keyed if key not in self.gone]

    def rows(self) -> Iterator[Row]:
        """Every row of every table, child by child: never more than one life in memory."""
        yield from worker_rows(self.began)
        for number, family in enumerate(self.families()):
            yield from self.rows_of(number, family)

    def counts(self) -> dict[str, int]:
        """How many rows each table has."""
        found = dict.fromkeys(tables(), 0)
        for table, _values in self.rows():
            found[table] += 1
        return found

    def write_csv(self, folder: Path, *, without: Iterable[str] = ()) -> Path:
        """Write every table as CSV into `folder`, but those in `without`. Returns the folder."""
        folder.mkdir(parents=True, exist_ok=True)
        with ExitStack() as files:
            writers = {}
            for table, columns in tables().items():
                if table not in without:
                    file = files.enter_context((folder / f"{table}.csv").open("w", encoding="utf-8", newline=""))
                    writers[table] = csv.writer(file)
                    writers[table].writerow(columns)
            for table, values in self.rows():
                if table in writers:
                    writers[table].writerow(map(as_text, in_order(table, values)))
        return folder

    def write_database(self, url: str) -> str:
        """Write every table into a database: `sqlite:///path` or `postgres://...`. Returns the address."""
        if url.startswith("sqlite:///"):
            with closing(sqlite3.connect(url.removeprefix("sqlite:///"))) as database, database:
                self._into(lambda statement: database.execute(statement), _lite_insert(database), LITE)
        else:
            with psycopg.connect(url) as server, server.cursor() as cursor:
                self._into(lambda statement: cursor.execute(statement.encode()), _copy(cursor), TYPES)
        return url

    def _into(self, run: Callable[[str], Any], insert: Callable[[str, list[list[Any]]], Any], types: dict[str, str]) -> None:
        for table, columns in tables().items():
            typed = ", ".join(f"{name} {types.get(kind, 'text')}" for name, kind in columns.items())
            run(f"CREATE TABLE {table} ({typed})")
        rows = self.rows()
        while some := list(islice(rows, AT_ONCE)):
            for table, of_table in groupby(sorted(some, key=lambda row: row[0]), key=lambda row: row[0]):
                insert(table, [in_order(table, values) for _table, values in of_table])

    def on(self, day: date, **more: Any) -> "Export":
        """The same lives on a later day."""
        return replace(self, day=day, **more)


def _lite_insert(database: sqlite3.Connection) -> Callable[[str, list[list[Any]]], None]:
    def insert(table: str, rows: list[list[Any]]) -> None:
        marks = ", ".join("?" * len(rows[0]))
        text = ([as_text(value) if isinstance(value, date) else value for value in row] for row in rows)
        database.executemany(f"INSERT INTO {table} VALUES ({marks})", text)

    return insert


def _copy(cursor: psycopg.Cursor[Any]) -> Callable[[str, list[list[Any]]], None]:
    def insert(table: str, rows: list[list[Any]]) -> None:
        with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(sql.Identifier(table))) as into:
            for row in rows:
                into.write_row(row)

    return insert
