"""From one installation to another, as an operator does it: commands in processes of their own, killed anywhere, another database."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import psycopg
import pytest

from official_file.exports.checking import check_export
from tests.database import fill_postgresql
from tests.environment import FORGOTTEN, ROOT
from tests.importers.installations import begin, entries_of_each_child, fresh_installation, run
from tests.services import postgresql

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
RETURN = str(ROOT / "demonstration" / "ssda903" / "2024-25")
KILLS = 3


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An installation with a return in it."""
    installation = fresh_installation(tmp_path_factory.mktemp("left") / "data")
    run(installation, "import_ssda903", RETURN, "--report", "-")
    return installation


@pytest.fixture(scope="module")
def exported(left: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Everybody in it, exported."""
    folder = tmp_path_factory.mktemp("exports")
    run(left, "export_child", "--all", str(folder), "--no-pdf")
    return folder


def kill_somewhere(installation: Path, seconds: float, *arguments: str) -> None:
    """Begin a command and end it with SIGKILL after so long."""
    process = begin(installation, *arguments)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_an_export_killed_anywhere_shows_nothing_half_written_and_the_next_one_completes_it(left: Path, tmp_path: Path) -> None:
    chance = Random(7)
    for _time in range(KILLS):
        kill_somewhere(left, chance.uniform(0.5, 6), "export_child", "--all", str(tmp_path), "--no-pdf")
        for folder in whole_folders(tmp_path):
            check_export(folder)
    said = json.loads(run(left, "export_child", "--all", str(tmp_path), "--no-pdf", "--json"))
    assert said["ok"]
    assert len(whole_folders(tmp_path)) == len(said["written"]) + said["unchanged"]


def test_an_import_killed_anywhere_leaves_whole_people_and_the_next_one_brings_the_rest(left: Path, exported: Path, tmp_path: Path) -> None:
    there, chance, wanted = fresh_installation(tmp_path / "there"), Random(8), entries_of_each_child(left)
    for _time in range(KILLS):
        kill_somewhere(there, chance.uniform(0.5, 6), "import_export", str(exported))
        held = entries_of_each_child(there)
        assert held == {number: wanted[number] for number in held}
    assert json.loads(run(there, "import_export", str(exported), "--json"))["ok"]
    assert entries_of_each_child(there) == wanted
    assert json.loads(run(there, "verify_file", "--json"))["ok"]


def whole_folders(folder: Path) -> list[Path]:
    """What somebody who looks sees."""
    return [path for path in folder.iterdir() if not path.name.startswith(".")]


@pytest.fixture
def postgresql_installation(tmp_path: Path) -> Iterator[dict[str, str]]:
    """An empty installation on PostgreSQL: its surroundings."""
    server = postgresql.start()
    try:
        with psycopg.connect(f"{server.address}/postgres", autocommit=True) as connection:
            connection.execute("CREATE DATABASE elsewhere")
        kept = {name: value for name, value in os.environ.items() if name not in FORGOTTEN}
        surroundings = {**kept, "DATABASE_URL": f"{server.address}/elsewhere", "DATA_DIR": str(tmp_path / "data")}
        fill_postgresql(surroundings["DATABASE_URL"])
        yield surroundings
    finally:
        server.stop()


def command(surroundings: dict[str, str], *arguments: str) -> str:
    """Run a command there."""
    done = subprocess.run([sys.executable, "manage.py", *arguments], cwd=ROOT, env=surroundings, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.need("R89", "L2")
def test_from_sqlite_to_postgresql_and_back_the_chains_end_where_they_ended(
    exported: Path, postgresql_installation: dict[str, str], tmp_path: Path
) -> None:
    command(postgresql_installation, "import_export", str(exported), "--json")
    command(postgresql_installation, "verify_file", "--json")
    command(postgresql_installation, "export_child", "--all", str(tmp_path / "again"), "--no-pdf")
    for folder in whole_folders(exported):
        before, after = (check_export(one) for one in (folder, tmp_path / "again" / folder.name))
        assert before.heads["file"] == after.heads["file"]
        assert (folder / "data/chain.jsonl").read_bytes() == (tmp_path / "again" / folder.name / "data/chain.jsonl").read_bytes()
        assert after.heads["audit"]["position"] == before.heads["audit"]["position"] + 1  # that it was exported again
    there = fresh_installation(tmp_path / "back")
    run(there, "import_export", str(tmp_path / "again"))
    assert json.loads(run(there, "verify_file", "--json"))["ok"]
