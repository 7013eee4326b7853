"""`make soak` keeps to its time and says what it did not reach."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

SOAK_TESTS = """
import time
import pytest

pytestmark = pytest.mark.soak

def test_first(rounds):
    for number in rounds(at_most=1000):
        time.sleep(0.05)

def test_second(rounds):
    for number in rounds(at_least=3, at_most=3):
        time.sleep(0.01)

def test_third(rounds):
    time.sleep(5 - (time.time() - START))

START = time.time()

def test_fourth(rounds):
    raise AssertionError("the time was up before this")
"""


@pytest.fixture
def soak_tests(tmp_path) -> Path:
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n  soak\n  slow\n  shares\n")
    (tmp_path / "conftest.py").write_text((ROOT / "tests" / "soak" / "conftest.py").read_text())
    (tmp_path / "test_soak.py").write_text(SOAK_TESTS)
    return tmp_path


def test_the_time_is_shared_and_what_was_not_reached_is_named(soak_tests) -> None:
    environment = {**os.environ, "OWNSTORY_SOAK_UNTIL": str(time.time() + 4)}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:django", "-p", "no:cacheprovider", "-o", "addopts="]
    made = subprocess.run(command, cwd=soak_tests, env=environment, capture_output=True, text=True)
    assert made.returncode == 0, made.stdout
    assert "3 passed, 1 skipped" in made.stdout
    assert "Not reached: test_soak.py::test_fourth" in made.stdout
    assert "Reached in part: test_soak.py::test_first" in made.stdout
    assert "test_second" not in made.stdout
