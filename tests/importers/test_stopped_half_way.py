"""An import that is killed, and two at once: whole children and nothing else, and the next run goes on from there."""

import json
import re
import signal
import time
from contextlib import suppress
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from audit.who import NIGHTLY_IMPORT
from bench.generated_return import generate
from official_file.importers.running import AlreadyRunning, only_run
from official_file.importers.ssda903 import BATCH, TURNS, import_return
from tests.cast import NOW
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


def test_of_two_imports_at_once_the_second_is_refused_and_told_since_when(installation: Path, made: Path) -> None:
    """Whatever it would bring in. The first is not disturbed, and the refused one goes in afterwards."""
    first = begin(installation, "import_ssda903", str(made), "--report", "-")
    while first.poll() is None and not entries_of_each_child(installation):
        time.sleep(0.005)
    first.send_signal(signal.SIGSTOP)
    for command in ("import_ssda903", "import_case_notes"):
        second = begin(installation, command, str(made), "--report", str(installation / "report.json"))
        _said, complained = second.communicate(timeout=120)
        assert second.returncode == 2
        assert re.search(
            r"Another import \(ssda903\) has been running since \d\d:\d\d on \d+ \w+ 20\d\d\. Wait until it has ended", complained
        )
        assert not (installation / "report.json").exists()
    first.send_signal(signal.SIGCONT)
    _said, complained = first.communicate(timeout=120)
    assert first.returncode == 0, complained
    expected = whole(made)
    assert entries_of_each_child(installation) == expected
    again = json.loads(run(installation, "import_ssda903", str(made), "--report", "-"))
    assert again["children"]["unchanged"] == CHILDREN
    assert is_whole(installation)["ok"]


def test_a_killed_import_holds_no_lock(installation: Path, made: Path) -> None:
    """Nobody has to clear anything away before the next run."""
    kill_half_way(installation, made)
    assert Path(f"{installation / 'ownstory.sqlite3'}.import-lock").exists()
    assert json.loads(run(installation, "import_ssda903", str(made), "--report", "-"))["children"]["refused"] == 0


@pytest.mark.django_db
def test_two_imports_that_were_not_refused_would_take_turns(made: Path) -> None:
    """The second defence: each batch locks the same row first, whichever import writes it."""
    with CaptureQueriesContext(connection) as asked:
        import_return(made, by=NIGHTLY_IMPORT, now=NOW)
    locks = [one["sql"] for one in asked if "audit_chainhead" in one["sql"] and f"'{TURNS}'" in one["sql"]]
    assert len(locks) >= CHILDREN // BATCH


@pytest.mark.django_db
def test_the_lock_is_one_for_all_importers_and_given_back() -> None:
    """Also within one process, and also when the import fails."""
    with only_run("ssd"), pytest.raises(AlreadyRunning, match=r"Another import \(ssd\) has been running since"), only_run("documents"):
        pytest.fail("two imports at once")
    with suppress(ZeroDivisionError), only_run("ssd"):
        raise ZeroDivisionError
    with only_run("documents"):
        pass
