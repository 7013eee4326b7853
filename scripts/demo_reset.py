"""`make demo-reset`: throw away a demonstration, and nothing but a demonstration."""

import os
import shutil
import sqlite3
import sys
from pathlib import Path

import psycopg

from scripts import demonstration

OURS = ("ownstory.sqlite3", "ownstory.sqlite3-wal", "ownstory.sqlite3-shm", "cms", "sealed", "safe", "static", "keys.json")


def main() -> int:
    """Remove the demonstration's database and files. Returns 1, having removed nothing, when it is not a demonstration."""
    if os.environ.get("OWNSTORY_MODE") == "production":
        print("This is a real installation (OWNSTORY_MODE=production). Nothing was removed.")
        return 1
    folder, address = demonstration.marker().parent, os.environ.get("DATABASE_URL", "")
    if demonstration.done().get("loaded_into") != demonstration.which_database():
        print(f"No demonstration was loaded from {folder}, so nothing was removed. `make run` makes one.")
        return 1 if folder.exists() and any(folder.iterdir()) else 0
    if address.startswith(("postgres:", "postgresql:")):
        _empty_postgresql(address)
    elif _in_use(folder / "ownstory.sqlite3"):
        print("Ownstory is running on this demonstration. End it with Ctrl-C first. Nothing was removed.")
        return 1
    for name in (*OURS, demonstration.MARKER):
        _remove(folder / name)
    print("The demonstration is gone. `make run` makes it afresh.")
    return 0


def _in_use(database: Path) -> bool:
    # The last process to close a database in WAL mode removes this file: while it is there, somebody may hold it open.
    if not Path(f"{database}-wal").exists():
        return False
    connection = sqlite3.connect(database, timeout=0.5)
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError:
        return True
    finally:
        connection.close()
    return False


def _empty_postgresql(address: str) -> None:
    with psycopg.connect(address, autocommit=True) as server:
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public")


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())
