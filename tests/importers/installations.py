"""An installation of its own for commands that run in a process of their own, and what its file holds."""

import json
import os
import resource
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from official_file.importers.comparing import NOTHING_KNOWN
from official_file.importers.report import Report
from official_file.importers.returns.facts import facts_of
from official_file.importers.returns.reading import read_return
from official_file.importers.returns.sources import Origin
from tests.database import sqlite_template
from tests.environment import FORGOTTEN, ROOT

TODAY = date(2026, 11, 22)
ENTRIES_OF_EACH_CHILD = "SELECT i.key, count(e.id) FROM people_identifier i LEFT JOIN official_file_entry e USING (child_id) GROUP BY i.key"


def fresh_installation(folder: Path) -> Path:
    """A migrated database in a new folder, to be used as DATA_DIR."""
    folder.mkdir()
    shutil.copyfile(sqlite_template(), folder / "ownstory.sqlite3")
    return folder


def begin(
    installation: Path, *arguments: str, largest_file: int | None = None, program: tuple[str, ...] = ("manage.py",)
) -> subprocess.Popen[str]:
    """Start a command in a process of its own; `largest_file`: bytes after which its disk is full."""
    unset = {"DATABASE_URL", *FORGOTTEN}
    surroundings = {name: value for name, value in os.environ.items() if name not in unset} | {"DATA_DIR": str(installation)}
    command = [sys.executable, *program, *arguments]
    full = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (largest_file, largest_file)) if largest_file else None
    return subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=full)


def run(installation: Path, *arguments: str) -> str:
    """Run a command to its end; what it wrote on standard output."""
    process = begin(installation, *arguments)
    said, complained = process.communicate(timeout=120)
    assert process.returncode == 0, complained
    return said


def entries_of_each_child(installation: Path) -> dict[str, int]:
    """How many entries each child has by now."""
    with closing(sqlite3.connect(installation / "ownstory.sqlite3", timeout=20)) as database:
        return dict(database.execute(ENTRIES_OF_EACH_CHILD))


def whole(made: Path) -> dict[str, int]:
    """How many entries each child has when the whole return is in."""
    found = read_return(made, today=TODAY, report=Report())
    origin = Origin(found.year, found.as_of(TODAY))
    return {number: len(facts_of(number, rows, NOTHING_KNOWN, origin)) for number, rows in found.children.items()}


def is_whole(installation: Path) -> dict[str, Any]:
    """What verify_file says."""
    said: dict[str, Any] = json.loads(run(installation, "verify_file", "--json"))
    return said
