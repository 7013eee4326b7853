"""Documents by manifest: sealed, filed, read in the background; the same twice is once, and what may not come in says why."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from files.models import File, FilePage, FileReading, FileScan
from files.queries import read
from official_file.importers.manifests.lines import NoManifest
from official_file.models import Entry, EntryFile, EntryNow, ImportRun, SearchWords
from official_file.models.now import State
from official_file.verify import verify
from people.models import Child
from tests.cast import Cast
from tests.factories import documents
from tests.factories.manifests import PAPER, a_document, a_folder, a_manifest, brought_in
from tests.factories.people import NOW

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("fresh_storages", "cast")]


def codes(report: Any) -> list[tuple[int, str]]:
    return [(problem.row, problem.code) for problem in report.problems]


def test_every_kind_that_is_taken_comes_in_and_is_read(tmp_path: Path) -> None:
    files = {name: make() for name, make in documents.ALL.items()}
    report = brought_in(a_folder(tmp_path / "papers", files), read=True)
    assert codes(report) == []
    assert report.entries == {"added": 14, "superseded": 0, "unchanged": 0}
    assert report.children == {"added": 0, "updated": 1, "unchanged": 0, "refused": 0}
    assert {reading.state for reading in FileReading.objects.all()} == {"read"}
    for one in EntryFile.objects.select_related("file__reading"):
        text = " ".join(one.file.text_pages.values_list("text", flat=True))
        if one.name.startswith("tone"):
            assert one.file.reading.seconds == 2
        else:
            assert "Dear Amara" in text, one.name
            assert one.file.reading.pages == one.file.reading.pages_read == one.file.text_pages.count()
    assert verify(list(Child.objects.all())) == (14, None)


@pytest.mark.need("R13", "R87")
def test_a_document_is_an_entry_with_its_author_its_days_and_the_digest_of_its_bytes(cast: Cast, tmp_path: Path) -> None:
    content = documents.pdf()
    row = a_document(cast.amara, tmp_path, content, read=False, summary="What was agreed with the school.", sections="school; plans")
    body = row.entry.body
    file = EntryFile.objects.get(entry=row.entry_id).file
    assert body["author"] == {"name": "Priya Shah", "role": "social worker"}
    assert (body["written_on"], body["when"]["from"]) == ("2024-02-04", "2024-02-03")
    assert body["facts"]["sha256"] == file.sha256
    assert body["facts"]["media_type"] == "application/pdf"
    assert body["sections"] == ["school", "plans"]
    assert read(file) == content
    source = row.entry.sources.get()
    assert (source.system, source.key, source.as_of) == ("documents", "900001/letter.pdf", NOW.date())


def test_a_document_is_closed_to_its_subject_until_a_worker_opens_it(cast: Cast, tmp_path: Path) -> None:
    row = a_document(cast.amara, tmp_path, documents.pdf())
    assert (row.state, row.opens_at) == (State.WAITING, None)
    assert not EntryNow.objects.visible_to(cast.amara.user, NOW).filter(pk=row.pk).exists()


def test_the_same_manifest_twice_changes_nothing(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "papers", {"a.pdf": documents.pdf(), "b.png": documents.png()})
    brought_in(path, read=True)
    before = (Entry.objects.count(), File.objects.count(), FilePage.objects.count())
    again = brought_in(path, read=True)
    assert again.entries == {"added": 0, "superseded": 0, "unchanged": 2}
    assert again.children["unchanged"] == 1
    assert (Entry.objects.count(), File.objects.count(), FilePage.objects.count()) == before


def test_changed_facts_supersede_and_keep_the_file(cast: Cast, tmp_path: Path) -> None:
    first = a_document(cast.amara, tmp_path, documents.pdf())
    second = a_document(cast.amara, tmp_path, documents.pdf(), title="Another title")
    first.refresh_from_db()
    assert first.superseded_by_id == second.pk
    assert File.objects.count() == 1
    assert EntryFile.objects.filter(entry=second.pk).exists()


@pytest.mark.need("R11", "R95")
def test_changed_bytes_are_a_new_version_and_the_old_stay(cast: Cast, tmp_path: Path) -> None:
    first = a_document(cast.amara, tmp_path, documents.pdf())
    second = a_document(cast.amara, tmp_path, documents.pdf(("Dear Amara", "this was put right")))
    first.refresh_from_db()
    assert first.superseded_by_id == second.pk
    assert [EntryFile.objects.get(entry=row.pk).file.sha256 for row in (first, second)] == [
        row.entry.facts["sha256"] for row in (first, second)
    ]
    assert File.objects.count() == 2


def test_headings_may_be_written_in_many_ways(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    a_folder(folder, {"a.pdf": documents.pdf()})
    heads = "\ufeffChild ID;File Name;Document Date;Written by;Job title;Kind;Shoe size"
    text = f"{heads}\r\n900001;a.pdf;03/02/2024;Priya;nurse;Pathway plan;4\r\n"
    (folder / "manifest.csv").write_text(text, encoding="utf-8")
    report = brought_in(folder / "manifest.csv")
    body = Entry.objects.get().body
    assert (body["when"]["from"], body["author"]["role"], body["facts"]["type"]) == ("2024-02-03", "nurse", "plan")
    assert body["sections"] == ["leaving_care"]
    assert [left.field for left in report.not_imported] == ["Shoe size"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"child": "999"}, "unknown_child"),
        ({"child": ""}, "missing_value"),
        ({"date": "31/02/2024"}, "wrong_date"),
        ({"date_precision": "decade"}, "wrong_precision"),
        ({"date_to": "2020-01-01"}, "end_before_start"),
        ({"sections": "cellar"}, "wrong_section"),
        ({"sensitivity": "9"}, "wrong_sensitivity"),
        ({"title": "x" * 301}, "too_long"),
        ({"title": "a\x07b"}, "unreadable_character"),
        ({"child_source": "abacus"}, "unknown_child"),
        ({"file": "/etc/passwd"}, "outside_folder"),
        ({"file": "C:\\papers\\a.pdf"}, "outside_folder"),
        ({"file": "../manifest.csv"}, "outside_folder"),
        ({"file": "in/../../a.pdf"}, "outside_folder"),
        ({"file": "..\\..\\a.pdf"}, "outside_folder"),
        ({"file": "link.pdf"}, "outside_folder"),
        ({"file": "linked/passwd"}, "outside_folder"),
        ({"file": "folder"}, "not_a_file"),
        ({"file": "pipe"}, "not_a_file"),
        ({"file": "gone.pdf"}, "missing_file"),
        ({"file": "x" * 300 + ".pdf"}, "name_not_possible"),
        ({"file": "loop.pdf"}, "name_not_possible"),
    ],
)
def test_a_line_that_may_not_come_in_gets_its_sentence_and_the_rest_goes_in(tmp_path: Path, facts: dict[str, str], code: str) -> None:
    folder = tmp_path / "papers"
    a_folder(folder, {"a.pdf": documents.pdf()})
    (folder / "link.pdf").symlink_to("/etc/passwd")
    (folder / "linked").symlink_to("/etc")
    (folder / "loop.pdf").symlink_to(folder / "loop.pdf")
    (folder / "folder").mkdir()
    os.mkfifo(folder / "pipe")
    lines = [PAPER | {"file": "a.pdf"} | facts, PAPER | {"file": "a.pdf", "key": "good"}]
    report = brought_in(a_manifest(folder, lines))
    assert codes(report) == [(2, code)]
    message = next(iter(report.problems)).message
    assert message.startswith("manifest, row 2, column ")
    assert message.endswith("left out.")
    assert report.entries["added"] == 1


def test_a_link_that_stays_in_the_folder_is_followed(tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    a_folder(folder, {"deep/a.pdf": documents.pdf()})
    (folder / "b.pdf").symlink_to(folder / "deep" / "a.pdf")
    assert brought_in(a_manifest(folder, [PAPER | {"file": "b.pdf"}])).entries["added"] == 1


def test_names_of_300_characters_and_from_right_to_left_come_in_as_they_are(tmp_path: Path) -> None:
    deep = "/".join(["folder-of-papers" * 5] * 4) + "/" + "n" * 200 + ".pdf"
    arabic = "رسالة إلى المدرسة.pdf"
    report = brought_in(a_folder(tmp_path / "papers", {deep: documents.pdf(), arabic: documents.pdf(("two",))}))
    assert codes(report) == []
    assert set(EntryFile.objects.values_list("name", flat=True)) == {"n" * 200 + ".pdf", arabic}
    assert all(len(key) <= 200 for key in EntryNow.objects.values_list("entry__sources__key", flat=True))


def test_signs_that_turn_a_name_around_are_taken_out_and_said(tmp_path: Path) -> None:
    report = brought_in(a_folder(tmp_path / "papers", {"letter\u202efdp.png": documents.png()}))
    assert codes(report) == [(2, "hidden_signs")]
    assert EntryFile.objects.get().name == "letterfdp.png"


def test_a_name_that_lies_is_said_and_the_bytes_decide(tmp_path: Path) -> None:
    report = brought_in(a_folder(tmp_path / "papers", {"letter.pdf": documents.png()}), read=True)
    assert codes(report) == [(2, "wrong_ending")]
    assert Entry.objects.get().facts["media_type"] == "image/png"
    assert FileReading.objects.get().state == "read"


def test_twice_in_one_manifest(cast: Cast, tmp_path: Path) -> None:
    folder = tmp_path / "papers"
    a_folder(folder, {"a.pdf": documents.pdf()})
    line = PAPER | {"file": "a.pdf", "key": ""}
    others = [{}, {}, {"title": "Other"}, {"key": "k2"}, {"child": "900002"}]
    report = brought_in(a_manifest(folder, [line | other for other in others]))
    assert codes(report) == [(3, "duplicate_row"), (4, "key_twice"), (5, "same_file"), (6, "file_of_another")]
    assert EntryNow.objects.filter(child=cast.amara).count() == 2
    assert EntryNow.objects.filter(child=cast.noor).count() == 1


def test_a_number_that_two_systems_gave_to_two_people_is_not_guessed(cast: Cast, tmp_path: Path) -> None:
    cast.noor.identifiers.create(source="ssd", key="900001")
    folder = tmp_path / "papers"
    a_folder(folder, {"a.pdf": documents.pdf()})
    lines = [PAPER | {"file": "a.pdf", "child_source": ""}, PAPER | {"file": "a.pdf", "child_source": "ssd"}]
    report = brought_in(a_manifest(folder, lines))
    assert codes(report) == [(2, "unknown_child")]
    assert EntryNow.objects.get().child == cast.noor


@pytest.mark.parametrize("content", [b"", b"a,b\n1,2\n", b"child,file\n\xff\xfe", None])
def test_what_is_no_manifest_is_said(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "manifest.csv"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(NoManifest):
        brought_in(path)
    assert not ImportRun.objects.exists()


def test_the_command_writes_its_report_and_says_when_there_is_nothing(tmp_path: Path) -> None:
    path = a_folder(tmp_path / "papers", {"a.pdf": documents.pdf()})
    call_command("import_documents", str(path), report=str(tmp_path / "report.json"))
    written = json.loads((tmp_path / "report.json").read_text())
    assert written["rows_read"] == 1
    assert written["entries"] == {"added": 1, "superseded": 0, "unchanged": 0}
    with pytest.raises(CommandError, match="could not be opened") as nothing:
        call_command("import_documents", str(tmp_path / "none.csv"), report=str(tmp_path / "report.json"))
    assert nothing.value.returncode == 2


def test_with_a_scanner_what_comes_in_is_scanned(tmp_path: Path, settings: Any, clamav_server: Any) -> None:
    settings.SCANNER_URL = clamav_server.scanner_url
    brought_in(a_folder(tmp_path / "papers", {"a.pdf": documents.pdf()}), read=True)
    assert FileScan.objects.filter(state="clean").exists()
    assert FileReading.objects.get().state == "read"


def test_while_the_scanner_is_away_nothing_is_read(tmp_path: Path, settings: Any) -> None:
    settings.SCANNER_URL = "clamd://127.0.0.1:1"
    brought_in(a_folder(tmp_path / "papers", {"a.pdf": documents.pdf()}), read=True)
    reading = FileReading.objects.get()
    assert reading.state == "waiting"
    assert "scanner" in reading.reason
    assert not FilePage.objects.exists()


@pytest.mark.need("M16")
def test_words_of_a_scan_can_be_searched_for_once_it_was_read(cast: Cast, tmp_path: Path) -> None:
    row = a_document(cast.amara, tmp_path, documents.tiff(), "scan.tiff", read=False)
    assert "marmalade" not in words_of(row)
    brought_in(tmp_path / "manifest.csv", read=True)
    assert "marmalade" in words_of(row)


def words_of(row: EntryNow) -> str:
    found = SearchWords.objects.get(entry=row.pk)
    return f"{found.open_words} {found.staff_words}"
