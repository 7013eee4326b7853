"""Five thousand pages for one request: gathered in the background within 600 MB, killed on the way, and nothing lost or doubled."""

import json
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.importers.installations import begin, fresh_installation

pytestmark = [pytest.mark.soak, pytest.mark.timeout(0)]
PAGES, SCANS, MAILS = 5_000, 40, 300
MOST_MB = 600
LOOK_EVERY = 0.5  # seconds
KILLED_AFTER = 60  # seconds


@pytest.mark.need("R71", "R72")
@pytest.mark.shares(4)
def test_five_thousand_pages_are_gathered_within_their_memory_and_after_a_kill(
    rounds: Callable[..., Iterator[int]], tmp_path: Path
) -> None:
    """The whole tree of processes is measured: the worker, and whatever reads for it."""
    for number in rounds(at_least=1, at_most=2):
        installation = fresh_installation(tmp_path / f"data-{number}")
        shell(installation, f"make({PAGES}, {SCANS}, {MAILS})")
        most, seen = worked(installation, seconds=KILLED_AFTER)
        middle = say(installation)
        assert middle["state"] in ("running", "waiting")
        assert middle["words"]
        shell(installation, "go_on()")
        again, _over = worked(installation)
        end = say(installation)
        assert (end["state"], end["pages"], end["doubled"], end["uploads"]) == ("done", PAGES, 0, ["taken"])
        assert seen
        assert max(most, again) < MOST_MB


def worked(installation: Path, seconds: float = float("inf")) -> tuple[float, bool]:
    """Let a worker do what waits, and kill it after so many seconds. The most memory its tree held in MB; whether it was killed."""
    worker = begin(installation, "db_worker", "--batch", "--interval", "0", "--no-startup-delay", "--verbosity", "0")
    began, most = time.monotonic(), 0.0
    while worker.poll() is None:
        most = max(most, sum(memory_of(pid) for pid in tree(worker.pid)))
        if time.monotonic() - began > seconds:
            worker.send_signal(signal.SIGKILL)
            worker.communicate()
            return most, True
        time.sleep(LOOK_EVERY)
    _said, complained = worker.communicate()
    assert worker.returncode == 0, complained
    return most, False


def tree(pid: int) -> list[int]:
    """A process and everything it started."""
    found = [pid]
    for parent in found:
        children = Path(f"/proc/{parent}/task/{parent}/children")
        if children.exists():
            found += [int(child) for child in children.read_text().split()]
    return found


def memory_of(pid: int) -> float:
    """What a process holds now, in MB; 0 for one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")), 0)


def shell(installation: Path, call: str) -> str:
    """Call one of tests/soak/pack_to_gather.py in a process of that installation."""
    name = call.split("(")[0]
    code = f"from tests.soak.pack_to_gather import {name}; {call}"
    process: subprocess.Popen[str] = begin(installation, "shell", "--no-imports", "-c", code)
    said, complained = process.communicate()
    assert process.returncode == 0, complained
    return said


def say(installation: Path) -> dict[str, Any]:
    """How it stands."""
    found: dict[str, Any] = json.loads(shell(installation, "say()").splitlines()[-1])
    return found
