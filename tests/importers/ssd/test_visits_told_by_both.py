"""Night after night with a visit that the dataset lists and the case notes write about: told once, whatever one of them does."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest

from audit.who import NIGHTLY_IMPORT
from official_file.importers import case_notes
from official_file.importers.case_notes import import_case_notes
from official_file.importers.report import Report
from official_file.models import Entry, EntryNow
from official_file.verify import verify
from tests.factories.people import NOW
from tests.importers.ssd.exports import CARE, an_export, bring_in, child_of
from tests.importers.ssd.rows_and_facts import P1

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = date(2025, 1, 3)
VISIT = {"cla_visit_id": "V1", **P1, "cla_visit_date": DAY.isoformat(), "cla_visit_seen": "Y", "cla_visit_seen_alone": "N"}
RECORD = {
    "type": "visit",
    "child": "900001",
    "key": "n-1",
    "date": DAY.isoformat(),
    "title": "Visit at home",
    "text": "We made a kite.",
    "author": {"name": "Priya Shah", "role": "social worker"},
    "written_on": "2025-01-04",
}
BOTH, THE_NOTES, THE_DATASET = ["case_notes", "ssd"], ["case_notes"], ["ssd"]


def dataset(folder: Path, day: int, *visits: dict[str, str]) -> Report:
    """One night's dataset, `day` days after the first."""
    export = an_export(folder / "export", {**CARE, "ssd_cla_visits": list(visits)}, people=None)
    return bring_in(export, now=NOW + timedelta(days=day), as_of=date(2026, 11, 17 + day))


def notes(folder: Path, day: int, *records: dict[str, object]) -> Report:
    """One night's case notes."""
    path = folder / "notes.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records or (RECORD,)), encoding="utf-8")
    return import_case_notes(path, by=NIGHTLY_IMPORT, now=NOW + timedelta(days=day, hours=1))


def visits() -> list[tuple[str, str, list[str], bool]]:
    """Kind, words, systems and whether it is gone, of every visit that stands."""
    rows = EntryNow.objects.filter(kind__startswith="visit").current().order_by("day", "kind")
    return [
        (row.kind, row.entry.text, sorted(row.entry.sources.values_list("system", flat=True)), row.gone_since is not None) for row in rows
    ]


ONE = ("visit", "We made a kite.", BOTH, False)


@pytest.fixture(autouse=True)
def _known(tmp_path: Path) -> None:
    """Amara is known to both, by the number of the return."""
    dataset(tmp_path, 0)
    child_of("P1").identifiers.create(source="ssda903", key="900001")


@pytest.mark.need("M18", "M15")
@pytest.mark.parametrize("notes_first", [True, False])
def test_a_row_that_goes_takes_no_words_away_and_one_that_comes_back_adds_nothing(tmp_path: Path, *, notes_first: bool) -> None:
    if notes_first:
        notes(tmp_path, 1)
    assert dataset(tmp_path, 1, VISIT).joined == int(notes_first)
    assert notes(tmp_path, 1).joined == int(not notes_first)
    assert visits() == [ONE]
    gone = dataset(tmp_path, 2)
    assert gone.more["gone"] == 1
    assert visits() == [ONE]
    back = dataset(tmp_path, 3, VISIT)
    assert (back.more["there_again"], back.entries["added"], back.entries["superseded"]) == (1, 0, 0)
    assert notes(tmp_path, 3).entries == {"added": 0, "superseded": 0, "unchanged": 1}
    assert visits() == [ONE]
    assert verify([child_of("P1")])[1] is None


def test_two_that_were_written_about_one_day_are_read_together_so_that_neither_is_the_only_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also where a batch is full between them."""
    monkeypatch.setattr(case_notes, "MOST_LINES", 1)
    dataset(tmp_path, 1, VISIT)
    notes(tmp_path, 1, RECORD, RECORD | {"key": "n-2", "text": "We cooked."})
    assert [systems for _kind, _text, systems, _gone in visits()] == [THE_NOTES, THE_NOTES, THE_DATASET]


def test_words_that_come_for_a_visit_that_is_gone_are_told_and_not_gone(tmp_path: Path) -> None:
    dataset(tmp_path, 1, VISIT)
    dataset(tmp_path, 2)
    assert visits() == [("visit_held", "", THE_DATASET, True)]
    notes(tmp_path, 2)
    assert visits() == [ONE]
    before = Entry.objects.count()
    for day in (3, 4):
        dataset(tmp_path, day)
        assert visits() == [ONE]
    assert Entry.objects.count() == before


def test_when_the_dataset_moves_the_visit_to_another_day_the_words_stay_and_the_new_day_is_told(tmp_path: Path) -> None:
    dataset(tmp_path, 1, VISIT)
    notes(tmp_path, 1)
    for day in (2, 3):
        dataset(tmp_path, day, {**VISIT, "cla_visit_date": "2025-02-03"})
        notes(tmp_path, day)
        assert visits() == [("visit", "We made a kite.", THE_NOTES, False), ("visit_held", "", THE_DATASET, False)]
    dataset(tmp_path, 4)
    assert visits() == [("visit", "We made a kite.", THE_NOTES, False), ("visit_held", "", THE_DATASET, True)]
