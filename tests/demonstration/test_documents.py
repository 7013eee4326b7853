"""The demonstration's papers: small, made for it, each with its line, and fit for the lives they belong to."""

import csv
import json
from datetime import date

import pytest

from official_file.models import EntryFile
from official_file.plain_language.reading import longest_sentence
from tests.cast import young_person
from tests.demonstration import data
from tests.environment import ROOT
from tests.factories.manifests import brought_in

FOLDER = ROOT / "demonstration" / "documents"
SMALL = 50_000  # bytes
LINES = list(csv.DictReader((FOLDER / "manifest.csv").read_text(encoding="utf-8").splitlines()))
BORN = {record["child"]: date.fromisoformat(record["date_of_birth"]) for record in data.lines() if record["type"] == "person"}


def test_every_paper_has_a_line_and_is_small() -> None:
    kept = {path.name for path in FOLDER.iterdir()} - {"manifest.csv", "opened.json"}
    assert kept == {line["file"] for line in LINES}
    assert all((FOLDER / name).stat().st_size < SMALL for name in kept)


def test_every_paper_is_of_somebody_and_of_their_life() -> None:
    for line in LINES:
        assert date.fromisoformat(f"{line['date']}-01-01"[:10]) > BORN[line["child"]]
        assert all(longest_sentence(line[name]) <= 20 for name in ("title", "summary"))


def test_what_is_opened_is_there_and_says_what_it_is() -> None:
    papers = {(line["child"], line["key"]): line for line in LINES}
    opened = json.loads((FOLDER / "opened.json").read_text(encoding="utf-8"))
    assert all(papers[number, key]["summary"] for number, what in opened.items() for key in what["keys"])


@pytest.mark.django_db
@pytest.mark.usefixtures("fresh_storages")
def test_they_come_in_and_are_read_but_the_one_that_is_locked() -> None:
    for number in {line["child"] for line in LINES}:
        young_person(f"Somebody {number}", BORN[number], key=number)
    report = brought_in(FOLDER / "manifest.csv", read=True)
    assert [problem.code for problem in report.problems] == ["locked"]
    states = dict(EntryFile.objects.values_list("name", "file__reading__state"))
    assert states.pop("health-1998.pdf") == "quarantined"
    assert set(states.values()) == {"read"}
    diary = EntryFile.objects.get(name="diary-1999.tiff").file
    assert "kittens can stay" in " ".join(diary.text_pages.values_list("text", flat=True))
