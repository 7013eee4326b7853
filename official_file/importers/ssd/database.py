"""The dataset as tables of a database -> its tables, read only and in one look, whatever database Django reaches.

    with read_database("postgres://reader@host/hdm", report) as source: ...

SQLite is opened with mode=ro; PostgreSQL in one READ ONLY transaction of the REPEATABLE READ kind; others in a transaction that is
rolled back. Rows stream: the server keeps them, and only a few hundred at a time are here.
"""

import json
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, InterfaceError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.utils import ConnectionHandler

from official_file.importers.report import Report
from official_file.importers.ssd.exported import Columns, Exported, NothingToRead, RawRow, Source, SourceStopped, columns_of
from official_file.importers.ssd.table_map import table_called

AT_A_TIME = 500  # rows
# What begins one look at all tables, which nobody's change in the meantime can split.
ONE_LOOK = {"postgresql": "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY", "sqlite": "BEGIN"}
NO_ADDRESS = (
    "This is not the address of a database ({error}). Write it like postgres://reader:password@host:5432/name or sqlite:////path/file."
)
NOT_REACHED = "The database could not be opened ({error}). Check the address, the network and the account, then run the import again."
NO_TABLES = "No table of the dataset was found in the database. Check that the account may read the tables whose names begin with ssd_."
WENT_AWAY = "The database stopped answering while {table} was read ({error}). Nothing of this run was written. Run the import again."


@contextmanager
def read_database(address: str, report: Report) -> Iterator[Source]:
    """Find the tables in a database. Raises NothingToRead when it cannot be opened or holds none of them.

    Reading a table raises SourceStopped when the database goes away.
    """
    connection = _opened(address, report)
    try:
        yield _source(connection, report)
    finally:
        with suppress(DatabaseError, InterfaceError):
            connection.rollback()
        with suppress(DatabaseError, InterfaceError):
            connection.close()


def _opened(address: str, report: Report) -> BaseDatabaseWrapper:
    try:
        connection = ConnectionHandler({"default": _settings(address)})["default"]
        connection.ensure_connection()
        connection.set_autocommit(False)
        if connection.vendor in ONE_LOOK:
            with connection.cursor() as cursor:
                cursor.execute(ONE_LOOK[connection.vendor])
    except (DatabaseError, InterfaceError) as error:
        raise NothingToRead(NOT_REACHED.format(error=_first_line(error)), report) from None
    except (ImproperlyConfigured, ImportError, ValueError, KeyError) as error:
        raise NothingToRead(NO_ADDRESS.format(error=_first_line(error)), report) from None
    return connection


def _settings(address: str) -> dict[str, Any]:
    """Django's settings for the address. Raises ValueError when it names no database."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an unknown kind of address is said below
        settings: dict[str, Any] = dict(environ.Env.db_url_config(address))
    if not settings.get("ENGINE"):
        raise ValueError("it names no kind of database")
    if settings["ENGINE"].endswith("sqlite3"):
        path = Path(settings["NAME"]).resolve()
        if not path.is_file():
            raise ValueError(f"there is no file {path}")
        settings["NAME"] = f"{path.as_uri()}?mode=ro"
    return settings


def _source(connection: BaseDatabaseWrapper, report: Report) -> Source:
    source = Source("the database")
    try:
        with connection.cursor() as cursor:
            names = connection.introspection.table_names(cursor, include_views=True)
            for name in sorted(names):
                table = table_called(name)
                if table and name.lower().find("ssd_") >= 0:
                    described = connection.introspection.get_table_description(cursor, name)
                    headings = [column.name for column in described]
                    columns = columns_of(table, headings, row=1, where=name, report=report)
                    rows = partial(_rows, connection, name, headings, columns)
                    source.tables.append(Exported(table, name, columns.present, rows))
    except (DatabaseError, InterfaceError) as error:
        raise NothingToRead(NOT_REACHED.format(error=_first_line(error)), report) from None
    if not source.tables:
        raise NothingToRead(NO_TABLES, report)
    return source


def _rows(connection: BaseDatabaseWrapper, name: str, headings: list[str], columns: Columns) -> Iterator[RawRow]:
    quote = connection.ops.quote_name
    wanted = [heading for heading, field in zip(headings, columns.fields, strict=True) if field and field.feeds]
    if not wanted:
        return
    # Names come from the database's own list of its columns, quoted by Django.
    ask = f"SELECT {', '.join(map(quote, wanted))} FROM {quote(name)}"
    places = {heading: number for number, heading in enumerate(wanted)}
    order = [places.get(headings[place]) if place is not None else None for place in columns.places]
    try:
        with connection.chunked_cursor() as cursor:
            cursor.execute(ask)
            number = 0
            while found := cursor.fetchmany(AT_A_TIME):
                for row in found:
                    number += 1
                    yield RawRow(number, ["" if place is None else _cell(row[place]) for place in order])
    except (DatabaseError, InterfaceError) as error:
        raise SourceStopped(WENT_AWAY.format(table=name, error=_first_line(error))) from None


def _cell(value: Any) -> str:
    """A value as a file would hold it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode("utf-8", "replace")
    if isinstance(value, dict | list):
        return json.dumps(value)
    return value.isoformat(sep=" ") if hasattr(value, "hour") else str(value)


def _first_line(error: BaseException) -> str:
    """What went wrong, without the address that was asked for: it may hold a password."""
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".")[:200] if lines else type(error).__name__
