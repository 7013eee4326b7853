"""The demonstration's dataset tells the same lives as its returns and notes, and adds what they have not."""

import csv
from datetime import date
from pathlib import Path

import pytest

from audit.who import NIGHTLY_IMPORT
from official_file.importers.case_notes import import_case_notes
from official_file.importers.report import Report
from official_file.importers.ssd.csv_folder import read_folder
from official_file.importers.ssd_import import import_ssd
from official_file.importers.ssda903 import import_return
from official_file.models import EntryNow, EntrySource
from people.models import Child, DoubtfulMatch, Family
from tests.environment import ROOT
from tests.factories.people import NOW

FOLDER = ROOT / "demonstration"
DATASET = FOLDER / "ssd"
TOLD_BY_BOTH = {
    "home", "legal_status", "review_held", "move_reason", "reason_for_care", "came_into_care", "left_care", "worker_period",
    "missing_episode", "ethnic_background", "own_child", "unaccompanied",
}  # fmt: skip

pytestmark = [pytest.mark.django_db]


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one table."""
    with (DATASET / f"{name}.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def report() -> Report:
    """Everything the council's systems handed over, brought in."""
    for folder in sorted(path for path in (FOLDER / "ssda903").iterdir() if path.is_dir()):
        import_return(folder, by=NIGHTLY_IMPORT, now=NOW)
    import_case_notes(FOLDER / "case_notes.jsonl", by=NIGHTLY_IMPORT, now=NOW)
    found = Report()
    return import_ssd(read_folder(DATASET, found), found, by=NIGHTLY_IMPORT, now=NOW, as_of=date(2026, 11, 17))


@pytest.mark.need("M18", "R7")
def test_it_knows_the_same_people_and_tells_nothing_twice(report: Report) -> None:
    """Every fact that a return or the notes brought in gets one more source, and no second entry."""
    assert (Child.objects.count(), DoubtfulMatch.objects.count(), report.children["added"], report.children["refused"]) == (15, 0, 0, 0)
    alone = EntryNow.objects.filter(superseded_by__isnull=True, kind__in=TOLD_BY_BOTH, entry__sources__system="ssd")
    assert not [row for row in alone if row.entry.sources.count() == 1]
    assert report.joined > 250


@pytest.mark.need("M18", "R7")
def test_a_visit_that_it_lists_and_a_worker_wrote_about_is_told_once_in_the_words_of_the_worker(report: Report) -> None:
    """Amara's visit in November: the words, with both sources. The visits that nobody wrote about are told as listed."""
    amara = Child.objects.get(identifiers__key="900001", identifiers__source="ssda903")
    row = EntryNow.objects.get(child=amara, day=date(2026, 11, 12), kind__in=("visit", "visit_held"), superseded_by=None)
    assert (row.kind, sorted(row.entry.sources.values_list("system", flat=True))) == ("visit", ["case_notes", "ssd"])
    assert EntryNow.objects.filter(child=amara, kind="visit_held", superseded_by=None).exists()


def test_it_adds_what_the_others_have_not(report: Report) -> None:
    kinds = set(EntryNow.objects.filter(entry__sources__system="ssd").values_list("kind", flat=True))
    assert {
        "protection_plan",
        "early_help",
        "education_plan",
        "learning_need",
        "visit_held",
        "care_plan",
        "disability",
        "health_check",
    } <= kinds
    assert Family.objects.filter(source="ssd").count() == 2
    missing = {problem.table for problem in report.problems if problem.code == "missing_table"}
    assert "ssd_cla_immunisations" in missing
    assert {problem.code for problem in report.problems} == {"missing_table"}


def test_the_next_night_changes_nothing(report: Report) -> None:
    again = Report()
    import_ssd(read_folder(DATASET, again), again, by=NIGHTLY_IMPORT, now=NOW, as_of=date(2026, 11, 17))
    assert (again.entries["added"], again.entries["superseded"], again.children["updated"]) == (0, 0, 0)
    assert EntrySource.objects.filter(system="ssd").count() == again.entries["unchanged"]


@pytest.mark.parametrize("path", sorted(DATASET.glob("*.csv")), ids=lambda path: path.stem)
def test_nothing_could_be_mistaken_for_a_real_place_or_person(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "@" not in text
    for row in rows(path.stem):
        for name, value in row.items():
            assert not value or not any(part in name for part in ("postcode", "address", "nhs")), name
