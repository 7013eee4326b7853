"""The database of tests: a copy of a template that was migrated once, never a flush.

Migrating takes a quarter of a minute, so it happens once per set of migrations and is kept in `.test-cache/`. Every
worker starts from a copy. An ordinary test rolls back; a test with real transactions (`transactional_db`,
`live_server`) gets the template back afterwards, because append-only tables refuse to be emptied.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import psycopg
from django.db import connections

from tests.environment import CACHE, ROOT, database_url, on_postgresql, run_folder, worker
from tests.services import postgresql

TEMPLATE = "template"
KEPT_TEMPLATES = 4
SHAPES_THE_DATABASE = (
    "*/migrations/**/*",
    "*/models.py",
    "*/models/*.py",
    "config/*.py",
    "audit/**/*.py",
    "cms/*.py",
    "cms/contents/**/*",
    "requirements/base.txt",
)


def fingerprint() -> str:
    """A digest of everything that shapes a migrated database."""
    digest = hashlib.sha256()
    names = {path for pattern in SHAPES_THE_DATABASE for path in ROOT.glob(pattern) if path.is_file()}
    for path in sorted(names):
        if path.suffix != ".pyc":
            digest.update(f"{path.relative_to(ROOT)}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:20]


def install() -> None:
    """Give this worker its database: a copy of the template, which is built first when it is not there yet."""
    if on_postgresql():
        with _one_at_a_time(run_folder() / "postgresql"):
            _postgresql_template()
    restore()


def restore(name: str = "") -> None:
    """Put the template's contents back, or what was kept under a name, whatever a test has committed."""
    connections.close_all()
    if on_postgresql():
        _postgresql_copy(f"ownstory_{worker()}", of=_kept(name) if name else TEMPLATE)
    else:
        _sqlite_copy(run_folder() / worker() / "ownstory.sqlite3", of=run_folder() / worker() / _kept(name) if name else sqlite_template())


def keep(name: str) -> None:
    """Keep what this worker's database holds now, so that `restore` can put it back under this name."""
    connections.close_all()
    if on_postgresql():
        _postgresql_copy(f"ownstory_{_kept(name)}", of=worker())
        return
    folder = run_folder() / worker()
    with closing(sqlite3.connect(folder / "ownstory.sqlite3")) as held, closing(sqlite3.connect(folder / _kept(name))) as kept:
        held.backup(kept)


def _kept(name: str) -> str:
    return f"{worker()}_{name}"


# --- SQLite -------------------------------------------------------------------------------------------------


def sqlite_template() -> Path:
    """The migrated template file, built when it is missing."""
    template = CACHE / f"sqlite-{fingerprint()}.sqlite3"
    if not template.exists():
        with _one_at_a_time(CACHE / "sqlite"):
            if not template.exists():
                draft = template.with_suffix(".draft")
                _forget(draft)
                _migrate(f"sqlite:///{draft}")
                os.replace(draft, template)
                _drop_old("sqlite-*.sqlite3")
    return template


def _sqlite_copy(database: Path, *, of: Path) -> None:
    draft = database.with_suffix(".draft")
    shutil.copyfile(of, draft)
    _forget(database)
    os.replace(draft, database)


def _forget(database: Path) -> None:
    for suffix in ("", "-wal", "-shm"):
        Path(f"{database}{suffix}").unlink(missing_ok=True)


# --- PostgreSQL ---------------------------------------------------------------------------------------------


def _postgresql_template() -> None:
    marker = run_folder() / "postgresql.ready"
    if marker.exists():
        return
    _on_server(f'CREATE DATABASE "ownstory_{TEMPLATE}"')
    fill_postgresql(database_url(TEMPLATE))
    marker.touch()


def fill_postgresql(url: str) -> None:
    """Migrate an empty database at this address: from the dump that is kept, which is made first when it is not there yet."""
    dump = CACHE / f"postgresql-{fingerprint()}.sql"
    with _one_at_a_time(CACHE / "postgresql"):
        if dump.exists():
            _client("psql", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1", f"--file={dump}", url)
            return
        _migrate(url)
        draft = dump.with_suffix(".draft")
        _client("pg_dump", "--no-owner", f"--file={draft}", url)
        os.replace(draft, dump)
        _drop_old("postgresql-*.sql")


def _postgresql_copy(name: str, *, of: str) -> None:
    _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
    _on_server(f'CREATE DATABASE "{name}" TEMPLATE "ownstory_{of}" STRATEGY file_copy')


def _on_server(statement: str) -> None:
    with psycopg.connect(database_url(TEMPLATE).rsplit("/", 1)[0] + "/postgres", autocommit=True) as server:
        server.execute(statement)


def _client(name: str, *arguments: str) -> None:
    command = [postgresql.programs() / name, *arguments]
    subprocess.run(command, check=True, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


# --- Both ---------------------------------------------------------------------------------------------------


def _migrate(url: str) -> None:
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONWARNINGS": "ignore"}
    made = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0", "--skip-checks"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
    )
    if made.returncode:
        raise RuntimeError(f"The test database could not be migrated:\n{made.stdout}{made.stderr}")


def _drop_old(pattern: str) -> None:
    newest_first = sorted(CACHE.glob(pattern), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in newest_first[KEPT_TEMPLATES:]:
        old.unlink(missing_ok=True)


@contextmanager
def _one_at_a_time(name: Path) -> Iterator[None]:
    name.parent.mkdir(exist_ok=True)
    with name.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
