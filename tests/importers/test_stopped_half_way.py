"""An import that is killed, and two at once: whole children and nothing else, and the next run goes on from there."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bench.generated_return import generate
from official_file.importers.comparing import NOTHING_KNOWN
from official_file.importers.report import Report
from official_file.importers.returns.facts import facts_of
from official_file.importers.returns.reading import read_return
from official_file.importers.returns.sources import Origin
from tests.database import sqlite_template
from tests.environment import FORGOTTEN, ROOT

pytestmark = [pytest.mark.slow]
TODAY = date(2026, 11, 22)
CHILDREN = 300
ENTRIES_OF_EACH_CHILD = "SELECT i.key, count(e.id) FROM people_identifier i LEFT JOIN official_file_entry e USING (child_id) GROUP BY i.key"


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A fresh installation in a folder of its own."""
    folder = tmp_path / "data"
    folder.mkdir()
    shutil.copyfile(sqlite_template(), folder / "ownstory.sqlite3")
    return folder


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A return large enough to be stopped in the middle of."""
    return generate(CHILDREN).write(tmp_path / "return")


def begin(installation: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a command in a process of its own."""
    unset = {"DATABASE_URL", *FORGOTTEN}
    surroundings = {name: value for name, value in os.environ.items() if name not in unset} | {"DATA_DIR": str(installation)}
    command = [sys.executable, "manage.py", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


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


def kill_half_way(installation: Path, made: Path) -> None:
    """SIGKILL as soon as the first batch is in."""
    process = begin(installation, "import_ssda903", str(made))
    while process.poll() is None and not entries_of_each_child(installation):
        time.sleep(0.005)
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL, "the import was over before it could be killed"


def test_an_import_killed_half_way_leaves_whole_children_and_the_next_one_finishes(installation: Path, made: Path) -> None:
    """No child has half of its facts; nothing is there twice afterwards; the chains hold."""
    kill_half_way(installation, made)
    expected, found = whole(made), entries_of_each_child(installation)
    assert 0 < len(found) < CHILDREN
    assert found == {number: expected[number] for number in found}
    assert is_whole(installation)["ok"]
    report = json.loads(run(installation, "import_ssda903", str(made), "--report", "-"))
    assert report["children"] == {"added": CHILDREN - len(found), "updated": 0, "unchanged": len(found), "refused": 0}
    assert entries_of_each_child(installation) == expected
    assert is_whole(installation) == {"ok": True, "entries": sum(expected.values()), "first_broken": None}


def test_two_imports_of_one_return_at_once_take_turns(installation: Path, made: Path) -> None:
    """Every child and every fact once, whoever was first."""
    both = [begin(installation, "import_ssda903", str(made), "--report", "-") for _number in range(2)]
    reports = []
    for process in both:
        said, complained = process.communicate(timeout=120)
        assert process.returncode == 0, complained
        reports.append(json.loads(said))
    expected = whole(made)
    assert sum(report["children"]["added"] for report in reports) == CHILDREN
    assert sum(report["entries"]["added"] for report in reports) == sum(expected.values())
    assert entries_of_each_child(installation) == expected
    assert is_whole(installation)["ok"]
