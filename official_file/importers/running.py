"""One import at a time: a lock of the operating system, which dies with its process.

    with only_run("ssd"):
        ...

Two imports at once would each compare with a file that the other is changing. The second is refused and told when the first
began. A run that was killed holds nothing, so it never stands in the way of the next: nothing has to be cleared away by hand.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from tempfile import gettempdir

from django.db import connection
from django.db.backends.utils import CursorWrapper
from django.utils import timezone

NAME = "ownstory import"  # what PostgreSQL's list of sessions calls an import, with its system and the second it began
ADVISORY = (0x0F11E, 1)  # the two numbers of the lock on PostgreSQL: any, as long as nothing else of ours takes them
RUNNING_SINCE = "Another import ({system}) has been running since {began}. Wait until it has ended, then run this one again."
RUNNING = "Another import is running. Wait until it has ended, then run this one again."
NO_LOCK = "{file} cannot be written ({error}). It says that an import is running. Check the disk and who owns the folder."
HOLDER = (
    "SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a USING (pid) "
    "WHERE l.locktype = 'advisory' AND l.granted AND l.classid = %s AND l.objid = %s "
    "AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())"
)
SET_NAME = "SELECT set_config('application_name', %s || ' ' || floor(extract(epoch FROM clock_timestamp()))::bigint, false)"
CLEAR_NAME = "SELECT set_config('application_name', '', false)"


class CannotBegin(Exception):
    """An import may not begin. `sentence` says why and what to do."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


class AlreadyRunning(CannotBegin):
    """Another import of this installation has not ended."""

    def __init__(self, system: str = "", began: datetime | None = None) -> None:
        super().__init__(RUNNING_SINCE.format(system=system, began=_in_words(began)) if began else RUNNING)


@contextmanager
def only_run(system: str) -> Iterator[None]:
    """Hold the one lock for imports of this installation, whatever they import.

    Raises AlreadyRunning when it is held, and CannotBegin when the file of the lock cannot be made.
    """
    with _session_lock(system) if connection.vendor == "postgresql" else _file_lock(system):
        yield


def lock_file() -> Path:
    """Where the lock of this installation is: beside its database. The file stays; only the lock on it means anything."""
    database = Path(str(connection.settings_dict["NAME"]))
    return Path(f"{database}.import-lock") if database.is_file() else Path(gettempdir(), f"ownstory-{os.getpid()}.import-lock")


@contextmanager
def _file_lock(system: str) -> Iterator[None]:
    # Never emptied before the lock is ours: whoever is refused reads in it who holds it, and on it since when.
    opened = _opened()
    try:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            holder = os.read(opened, 100).decode(errors="replace")
            raise AlreadyRunning(holder, datetime.fromtimestamp(os.fstat(opened).st_mtime, UTC)) from None
        with suppress(OSError):  # on a full disk the lock holds all the same
            os.ftruncate(opened, 0)
            os.write(opened, system.encode())
        yield
    finally:
        os.close(opened)


def _opened() -> int:
    try:
        return os.open(lock_file(), os.O_RDWR | os.O_CREAT, 0o600)
    except OSError as error:
        raise CannotBegin(NO_LOCK.format(file=lock_file(), error=error.strerror)) from None


@contextmanager
def _session_lock(system: str) -> Iterator[None]:
    """A lock of the database session, which ends when its process or its network does."""
    with connection.cursor() as cursor:
        # A session is given its own lock twice, so we ask first who holds it.
        if (holder := _holder(cursor)) is not None or not _try(cursor):
            raise _running(holder or _holder(cursor) or "")
        cursor.execute(SET_NAME, [f"{NAME} {system}"])
    try:
        yield
    finally:
        _release()


def _holder(cursor: CursorWrapper) -> str | None:
    """What the session that holds the lock calls itself; None when nobody holds it."""
    cursor.execute("SELECT pg_stat_clear_snapshot()")  # inside a transaction the names of sessions are as they were at first
    cursor.execute(HOLDER, ADVISORY)
    row = cursor.fetchone()
    return str(row[0]) if row else None


def _try(cursor: CursorWrapper) -> bool:
    cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", ADVISORY)
    row = cursor.fetchone()
    return bool(row and row[0])


def _release() -> None:
    """Give the lock back, if the session that held it still lives."""
    if connection.connection is None or connection.connection.closed or connection.needs_rollback:
        return
    with connection.cursor() as cursor:
        cursor.execute(CLEAR_NAME)
        cursor.execute("SELECT pg_advisory_unlock(%s, %s)", ADVISORY)


def _running(holder: str) -> AlreadyRunning:
    system, _space, began = holder.removeprefix(NAME).strip().rpartition(" ")
    return AlreadyRunning(system, datetime.fromtimestamp(int(began), UTC)) if began.isdigit() else AlreadyRunning()


def _in_words(at: datetime) -> str:
    local = timezone.localtime(at)
    return f"{local:%H:%M} on {local.day} {local:%B %Y}"
