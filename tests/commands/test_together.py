"""The processes of `make run` live and die together."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.architecture.tree import ROOT

PART = "import os, sys, time; open(sys.argv[1], 'w').write(str(os.getpid())); time.sleep(60)"
SUPERVISOR = f"""
import sys
from scripts.together import Together
with Together() as together:
    for number in (1, 2):
        together.start(f"part {{number}}", [sys.executable, "-c", {PART!r}, sys.argv[number]])
    print("ready", flush=True)
    sys.exit(together.wait())
"""


@pytest.fixture
def supervised(tmp_path):
    """A running supervisor and the process ids of its two parts."""
    files = [tmp_path / "first", tmp_path / "second"]
    command = [sys.executable, "-c", SUPERVISOR, *map(str, files)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        yield process, [_pid(path) for path in files]
    finally:
        process.kill()
        process.communicate()


def test_when_one_part_ends_so_does_the_other_and_we_say_which(supervised) -> None:
    process, parts = supervised
    os.kill(parts[0], signal.SIGKILL)
    said, _errors = process.communicate(timeout=20)
    assert process.returncode == 1
    assert "The part 1 ended with code -9" in said
    assert _all_gone(parts)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_asked_to_end_everything_ends_without_a_fuss(supervised, number) -> None:
    process, parts = supervised
    process.send_signal(number)
    said, _errors = process.communicate(timeout=20)
    assert (process.returncode, said) == (0, "ready\n")
    assert _all_gone(parts)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux can tell a child that its parent is gone")
def test_even_a_supervisor_that_is_killed_leaves_nothing_running(supervised) -> None:
    process, parts = supervised
    process.kill()
    process.communicate(timeout=20)
    assert _all_gone(parts)


def _pid(path: Path) -> int:
    until = time.monotonic() + 20
    while time.monotonic() < until:
        if path.exists() and path.read_text():
            return int(path.read_text())
        time.sleep(0.02)
    raise AssertionError(f"{path} was never written")


def _all_gone(pids: list[int]) -> bool:
    until = time.monotonic() + 10
    while time.monotonic() < until:
        if not any(_runs(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False
