"""An import that is killed, and two at once: whole children and nothing else, and the next run goes on from there."""

import json
import signal
import time
from pathlib import Path

import pytest

from bench.generated_return import generate
from tests.importers.installations import begin, entries_of_each_child, fresh_installation, is_whole, run, whole

pytestmark = [pytest.mark.slow]
CHILDREN = 300


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A fresh installation in a folder of its own."""
    return fresh_installation(tmp_path / "data")


@pytest.fixture
def made(tmp_path: Path) -> Path:
    """A return large enough to be stopped in the middle of."""
    return generate(CHILDREN).write(tmp_path / "return")


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
