"""`make demo-reset` throws a demonstration away, and never anything else."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from scripts import demonstration
from tests.architecture.tree import ROOT


@pytest.fixture
def folder(tmp_path):
    """A folder as `make run` leaves it."""
    connection = sqlite3.connect(tmp_path / "ownstory.sqlite3")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE entry (words)")
    connection.close()
    (tmp_path / "sealed").mkdir()
    (tmp_path / "sealed" / "one").write_text("one")
    marker = {"loaded_into": demonstration.which_database(), "static": "x"}
    (tmp_path / demonstration.MARKER).write_text(json.dumps(marker))
    return tmp_path


@pytest.fixture(autouse=True)
def _no_address(monkeypatch) -> None:
    monkeypatch.delenv("DATABASE_URL")


def reset(folder: Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DATA_DIR": str(folder), **settings}
    return subprocess.run([sys.executable, "-m", "scripts.demo_reset"], cwd=ROOT, env=environment, capture_output=True, text=True)


def test_a_demonstration_goes_and_other_files_stay(folder) -> None:
    (folder / "letter to keep.txt").write_text("keep")
    made = reset(folder)
    assert (made.returncode, made.stdout) == (0, "The demonstration is gone. `make run` makes it afresh.\n")
    assert [path.name for path in folder.iterdir()] == ["letter to keep.txt"]


def test_twice_is_as_good_as_once(folder) -> None:
    assert reset(folder).returncode == 0
    assert reset(folder).returncode == 0


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"OWNSTORY_MODE": "production"}, "This is a real installation"),
        ({"DATABASE_URL": "postgres://somebody@127.0.0.1:1/real"}, "No demonstration was loaded"),
    ],
)
def test_a_real_installation_is_left_alone(folder, settings, said) -> None:
    made = reset(folder, **settings)
    assert made.returncode == 1
    assert said in made.stdout
    assert (folder / "ownstory.sqlite3").exists()


def test_a_folder_without_a_demonstration_is_left_alone(folder) -> None:
    (folder / demonstration.MARKER).unlink()
    assert reset(folder).returncode == 1
    assert (folder / "ownstory.sqlite3").exists()


def test_a_running_demonstration_is_left_alone(folder) -> None:
    running = sqlite3.connect(folder / "ownstory.sqlite3")
    running.execute("INSERT INTO entry VALUES ('one')")
    running.commit()
    try:
        made = reset(folder)
    finally:
        running.close()
    assert made.returncode == 1
    assert "End it with Ctrl-C first" in made.stdout
    assert (folder / "sealed" / "one").exists()
