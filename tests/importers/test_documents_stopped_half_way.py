"""An import of documents that is killed at any point: no entry without its original, and the next run completes it."""

import json
import random
import signal
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.factories import documents
from tests.factories.manifests import a_folder
from tests.importers.installations import begin, fresh_installation, is_whole, run

pytestmark = [pytest.mark.slow]
PAPERS = 45  # more than two batches
TIMES = 6


@pytest.fixture
def installation(tmp_path: Path) -> Path:
    """A fresh installation that knows one young person."""
    made = fresh_installation(tmp_path / "data")
    notes = tmp_path / "notes.jsonl"
    person = {"type": "person", "child": "900001", "known_as": "Amara", "names": [{"name": "Amara Okafor", "kind": "legal"}]}
    notes.write_text(json.dumps(person | {"date_of_birth": "2013-03-02", "stage": "in_care"}) + "\n", encoding="utf-8")
    run(made, "import_case_notes", str(notes))
    return made


@pytest.fixture
def manifest(tmp_path: Path) -> Path:
    """A folder of short letters."""
    words = documents.rtf()
    return a_folder(tmp_path / "papers", {f"{number}.rtf": words.replace(b"Amara", b"%d" % number) for number in range(PAPERS)})


def standing(installation: Path) -> tuple[int, int]:
    """How many documents are in the file, and how many of them have no original."""
    with closing(sqlite3.connect(installation / "ownstory.sqlite3", timeout=20)) as database:
        there = "SELECT count(*) FROM official_file_entrynow WHERE kind = 'document'"
        return (
            database.execute(there).fetchone()[0],
            database.execute(f"{there} AND entry_id NOT IN (SELECT entry_id FROM official_file_entryfile)").fetchone()[0],
        )


@pytest.mark.timeout(600)
def test_killed_at_any_point_there_is_no_entry_without_its_original_and_the_next_run_completes(installation: Path, manifest: Path) -> None:
    chance = random.Random(7)
    for _time in range(TIMES):
        process = begin(installation, "import_documents", str(manifest))
        time.sleep(chance.uniform(1.0, 9.0))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        count, without = standing(installation)
        assert without == 0
        assert count % 20 == 0 or count == PAPERS, "a batch is whole or not there"
    report = json.loads(run(installation, "import_documents", str(manifest), "--report", "-"))
    assert report["entries"]["added"] + report["entries"]["unchanged"] == PAPERS
    assert standing(installation) == (PAPERS, 0)
    assert is_whole(installation) == {"ok": True, "entries": PAPERS, "first_broken": None}
    again = json.loads(run(installation, "import_documents", str(manifest), "--report", "-"))
    assert again["entries"] == {"added": 0, "superseded": 0, "unchanged": PAPERS}
