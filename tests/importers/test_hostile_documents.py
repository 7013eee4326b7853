"""Documents that mean harm, or are broken: each gets its sentence, nothing of it is shown, and the rest of the batch goes in."""

from pathlib import Path
from typing import Any

import pytest

from audit.who import THE_PORTAL
from files.models import File, FilePage, FileReading
from files.queries import read
from files.reading.findings import FINDINGS
from files.storages import safe
from official_file.actions.read_document import read_document
from official_file.models import Entry, EntryFile
from official_file.verify import verify
from people.models import Child
from tests.cast import NOW
from tests.factories import documents
from tests.factories.hostile_documents import HOSTILE, NOT_TAKEN, infected
from tests.factories.manifests import a_folder, brought_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_storages", "cast")]
MORE_PROBLEMS = {"wrong_ending", "hidden_signs"}


@pytest.mark.slow
@pytest.mark.need("R87")
def test_every_hostile_document_gets_its_sentence_and_the_rest_of_the_batch_goes_in(tmp_path: Path) -> None:
    good = {"good/first.pdf": documents.pdf(), "good/last.png": documents.png()}
    bad = {name: make() for name, (make, _code) in (HOSTILE | NOT_TAKEN).items()}
    assert len(bad) >= 40
    names = ["good/first.pdf", *bad, "good/last.png"]
    report = brought_in(a_folder(tmp_path / "papers", {name: (good | bad)[name] for name in names}), read=True)

    said = {names[problem.row - 2]: problem for problem in report.problems if problem.code not in MORE_PROBLEMS}
    assert {name: problem.code for name, problem in said.items()} == {name: code for name, (_make, code) in (HOSTILE | NOT_TAKEN).items()}
    for name, (_make, code) in HOSTILE.items():
        assert FINDINGS[code].sentence in said[name].message
    assert report.entries["added"] == len(HOSTILE) + 2
    assert report.rows_read == len(names)
    assert verify(list(Child.objects.all())) == (len(HOSTILE) + 2, None)

    _assert_only_the_good_were_read(good)


def _assert_only_the_good_were_read(good: dict[str, bytes]) -> None:
    read_ones = FileReading.objects.filter(state="read")
    assert {bytes(read(one.file)) for one in read_ones} == set(good.values())
    closed = FileReading.objects.exclude(state="read")
    assert closed.count() == len(HOSTILE)
    assert not FilePage.objects.filter(file__in=closed.values("file")).exists()
    for one in closed:
        assert one.reason
        assert not safe().exists(f"{one.file.stored_as}/1.jpg")


@pytest.mark.parametrize("name", ["encrypted.pdf", "flood.png", "bomb.docx", "endless.wav"])
def test_what_is_kept_closed_is_not_opened_again_when_it_is_asked_for(tmp_path: Path, name: str) -> None:
    make, _code = HOSTILE[name]
    brought_in(a_folder(tmp_path / "papers", {name: make()}))
    before = FileReading.objects.values().get()
    read_document(file=File.objects.get(), by=THE_PORTAL, now=NOW)
    assert FileReading.objects.values().get() == before


def test_a_second_run_says_the_same_again_and_adds_nothing(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "papers", {name: HOSTILE[name][0]() for name in ("encrypted.pdf", "cut.png")})
    first, second = brought_in(path), brought_in(path)
    assert [problem.message for problem in first.problems] == [problem.message for problem in second.problems]
    assert second.entries == {"added": 0, "superseded": 0, "unchanged": 2}


def test_what_the_scanner_finds_is_closed_and_said(tmp_path: Path, settings: Any, clamav_server: Any) -> None:
    settings.SCANNER_URL = clamav_server.scanner_url
    files = {"virus.eml": infected(), "good.pdf": documents.pdf()}
    report = brought_in(a_folder(tmp_path / "papers", files), read=True)
    assert [(problem.row, problem.code) for problem in report.problems] == [(2, "infected")]
    states = dict(EntryFile.objects.values_list("name", "file__reading__state"))
    assert states == {"virus.eml": "quarantined", "good.pdf": "read"}
    assert Entry.objects.count() == 2


def test_a_hostile_file_cannot_take_the_importer_with_it(tmp_path: Path) -> None:
    """A parser that would use all the memory there is ends by itself, and the next file is looked at as if nothing had been."""
    deep = b"{\\rtf1" + b"{" * 250 + b"\\'e9" * 2_000_000 + b"}" * 250 + b"}"
    report = brought_in(a_folder(tmp_path / "papers", {"deep.rtf": deep, "good.pdf": documents.pdf()}), read=True)
    assert report.entries["added"] == 2
    assert FileReading.objects.get(file__content_type="application/pdf").state == "read"
    assert FileReading.objects.get(file__content_type="application/rtf").state in {"read", "quarantined", "unreadable"}
