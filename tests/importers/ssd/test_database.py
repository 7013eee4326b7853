"""Straight from a database: the same facts as from files, nothing written there, and a clear sentence when it goes away."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from django.core.management import CommandError, call_command

from audit.who import NIGHTLY_IMPORT
from official_file.importers.report import Report
from official_file.importers.ssd import database
from official_file.importers.ssd.database import read_database
from official_file.importers.ssd.exported import NothingToRead, SourceStopped
from official_file.importers.ssd_import import import_ssd
from official_file.models import Entry, EntrySource, ImportRun
from tests.factories.people import NOW
from tests.factories.ssd import Export
from tests.importers.ssd.exports import CARE, an_export, as_database, bring_in, persons, run
from tests.services import postgresql
from tests.services.loopback import NotInstalled

pytestmark = [pytest.mark.django_db, pytest.mark.database]
CHILDREN = 6


@pytest.fixture(scope="module")
def server() -> Iterator[postgresql.Server]:
    """A server that belongs to another system."""
    try:
        found = postgresql.start()
    except NotInstalled as reason:
        pytest.skip(str(reason))
    yield found
    found.stop()


def keys() -> set[str]:
    """Every fact in the file."""
    return set(EntrySource.objects.filter(system="ssd").values_list("key", flat=True))


def test_sqlite_tells_what_the_files_tell_and_is_only_read(tmp_path: Path) -> None:
    folder = an_export(tmp_path / "files", CARE)
    path = as_database(folder, tmp_path / "hdm.sqlite3")
    os.chmod(path, 0o444)
    before = path.read_bytes()
    report, code, _said = run(None, tmp_path / "r.json", database=f"sqlite:///{path}")
    told = keys()
    assert (code, report["rows_read"], path.read_bytes() == before) == (0, 4, True)
    assert not list(tmp_path.glob("hdm.sqlite3-*"))
    again = bring_in(folder)
    assert (keys(), again.entries["added"]) == (told, 0)


def test_sqlite_refuses_to_be_written_to(tmp_path: Path) -> None:
    path = as_database(an_export(tmp_path / "files"), tmp_path / "hdm.sqlite3")
    connection = database._opened(f"sqlite:///{path}", Report())
    with connection.cursor() as cursor, pytest.raises(Exception, match="readonly"):
        cursor.execute("DELETE FROM ssd_person")
    connection.close()


def test_postgresql_tells_the_same_and_is_only_read(server: postgresql.Server, tmp_path: Path) -> None:
    """Every table of a made-up council, from both; in one transaction that may not write."""
    export = Export(children=CHILDREN)
    url = export.write_database(f"{server.address}/postgres")
    report = Report()
    with read_database(url, report) as source:
        import_ssd(source, report, by=NIGHTLY_IMPORT, now=NOW)
    assert report.children["added"] >= CHILDREN
    told = keys()
    again = bring_in(export.write_csv(tmp_path / "files"))
    assert (keys(), again.entries["added"], again.entries["superseded"]) == (told, 0, 0)
    connection = database._opened(url, Report())
    with connection.cursor() as cursor, pytest.raises(Exception, match="read-only transaction"):
        cursor.execute("DELETE FROM ssd_person")
    connection.close()


def test_a_database_that_goes_away_half_way_leaves_nothing_and_the_next_run_completes(server: postgresql.Server, tmp_path: Path) -> None:
    with psycopg.connect(f"{server.address}/postgres", autocommit=True) as admin:
        admin.execute("DROP DATABASE IF EXISTS second")
        admin.execute("CREATE DATABASE second")
        url = Export(children=CHILDREN).write_database(f"{server.address}/second")
        report = Report()
        with read_database(url, report) as source:
            admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'second'")
            with pytest.raises(SourceStopped) as stopped:
                import_ssd(source, report, by=NIGHTLY_IMPORT, now=NOW)
        assert "Run the import again." in stopped.value.sentence
        assert "127.0.0.1" not in stopped.value.sentence.split("(")[0]
        assert not Entry.objects.exists()
        assert not ImportRun.objects.exists()
        report = Report()
        with read_database(url, report) as source:
            import_ssd(source, report, by=NIGHTLY_IMPORT, now=NOW)
        assert report.children["added"] >= CHILDREN


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("nonsense", "not the address of a database"),
        ("sqlite:////nowhere/at/all.sqlite3", "there is no file"),
        ("mssql://reader@host/hdm", "not the address of a database"),
        ("postgres://reader:secret@127.0.0.1:1/hdm", "could not be opened"),
    ],
)
def test_an_address_that_leads_nowhere_says_so_without_its_password(address: str, words: str, tmp_path: Path) -> None:
    _report, code, said = run(None, tmp_path / "r.json", database=address)
    assert code == 2
    assert words in said
    assert "secret" not in said


def test_a_database_without_the_dataset_says_so(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "other.sqlite3")) as other:
        other.execute("CREATE TABLE persons (id)")
        other.commit()
    with pytest.raises(NothingToRead, match="ssd_"), read_database(f"sqlite:///{tmp_path / 'other.sqlite3'}", Report()):
        pass


def test_a_folder_and_a_database_at_once_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="either") as refusal:
        call_command("import_ssd", str(tmp_path), database="sqlite:////x", all=True)
    assert refusal.value.returncode == 2
    assert persons() == ()
