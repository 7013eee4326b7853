"""Originals are sealed once, under their hash, never overwritten, and closed until a scanner has said they are clean."""

from datetime import UTC, datetime
from unittest import mock

import pytest

from audit.append_only import AppendOnlyError
from audit.who import THE_PORTAL
from files.actions.scan import scan
from files.actions.seal import seal
from files.models import File, FileScan
from files.queries import SealBrokenError, broken_seals, read
from files.scan_states import ScanState
from files.storages import safe, sealed
from tests.services import clamav

pytestmark = [pytest.mark.django_db, pytest.mark.database, pytest.mark.usefixtures("fresh_storages")]
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def sealing(content: bytes, name: str = "letter.pdf") -> File:
    return seal(content=content, name=name, by=THE_PORTAL, now=NOW)


@pytest.mark.need("R95")
def test_what_is_sealed_comes_back_byte_for_byte() -> None:
    file = sealing(b"%PDF-1.7 a letter")
    assert read(File.objects.get()) == b"%PDF-1.7 a letter"
    assert (file.content_type, file.size, file.original_name) == ("application/pdf", 17, "letter.pdf")


def test_the_same_bytes_twice_are_one_file() -> None:
    first = sealing(b"one", "a.txt")
    assert sealing(b"one", "b.txt") == first
    assert File.objects.count() == 1


def test_nothing_in_the_storage_says_whose_it_is_or_what_it_was_called(fresh_storages) -> None:
    file = sealing(b"one", "Amara's letter.txt")
    stored = [path for path in fresh_storages.rglob("*") if path.is_file()]
    assert [str(path.relative_to(fresh_storages)) for path in stored] == [f"sealed/{file.sha256[:2]}/{file.sha256}"]
    assert stored[0].stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\pshah\\letter.pdf", "letter.pdf"),
        ("a\x00b\nc.txt", "abc.txt"),
        ("رسالة.pdf", "رسالة.pdf"),
        ("", ""),
        ("x" * 300 + ".pdf", "x" * 251 + ".pdf"),
    ],
)
def test_names_lose_their_folders_and_nothing_else(given, kept) -> None:
    assert sealing(b"one", given).original_name == kept


def test_bytes_cut_short_by_a_crash_are_replaced_by_the_whole() -> None:
    with mock.patch.object(File.objects, "get_or_create", side_effect=RuntimeError), pytest.raises(RuntimeError):
        sealing(b"the whole letter")

    assert not File.objects.exists()
    stored = next(iter(sealed().listdir("")[0]))
    path = f"{stored}/{sealed().listdir(stored)[1][0]}"
    with open(sealed().path(path), "wb") as cut_short:
        cut_short.write(b"the wh")
    assert read(sealing(b"the whole letter")) == b"the whole letter"


def test_sealed_bytes_that_changed_are_refused_and_found() -> None:
    file = sealing(b"the truth")
    with open(sealed().path(file.stored_as), "wb") as tampered:
        tampered.write(b"not the truth")
    with pytest.raises(SealBrokenError):
        read(file)
    assert list(broken_seals()) == [file]


def test_sealed_bytes_that_are_gone_are_refused_and_found() -> None:
    file = sealing(b"the truth")
    sealed().delete(file.stored_as)
    with pytest.raises(SealBrokenError):
        read(file)
    assert list(broken_seals()) == [file]


def test_a_file_can_be_neither_changed_nor_removed() -> None:
    file = sealing(b"one")
    file.original_name = "other"
    for attempt in (file.save, file.delete, File.objects.all().delete, lambda: File.objects.update(size=0)):
        with pytest.raises(AppendOnlyError):
            attempt()


@pytest.mark.parametrize("storage", [sealed, safe])
def test_a_private_file_has_no_address(storage) -> None:
    with pytest.raises(ValueError, match="no address"):
        storage().url("ab/abc")


def test_a_file_waits_until_a_scanner_has_answered(settings, clamav_server) -> None:
    settings.SCANNER_URL = clamav_server.scanner_url
    file = sealing(b"Dear Amara,")
    assert file.scan_state is ScanState.WAITING
    assert list(File.objects.waiting_to_be_scanned()) == [file]
    assert list(File.objects.clean()) == []
    assert scan(file=file, by=THE_PORTAL, now=NOW) is ScanState.CLEAN
    assert file.scan_state is ScanState.CLEAN
    assert list(File.objects.clean()) == [file]
    assert list(File.objects.waiting_to_be_scanned()) == []


def test_the_newest_scan_counts(settings, clamav_server) -> None:
    settings.SCANNER_URL = clamav_server.scanner_url
    file = sealing(b"photo" + clamav.eicar())
    FileScan.objects.create(file=file, state=ScanState.CLEAN, at=datetime(2026, 1, 1, tzinfo=UTC))
    assert scan(file=file, by=THE_PORTAL, now=NOW) is ScanState.INFECTED
    assert list(File.objects.clean()) == []
    assert "EICAR" in file.scans.get(at=NOW).found


@pytest.mark.parametrize("address", ["", "clamd://127.0.0.1:1"])
def test_without_an_answer_a_file_stays_closed(settings, address) -> None:
    settings.SCANNER_URL = address
    file = sealing(b"Dear Amara,")
    assert scan(file=file, by=THE_PORTAL, now=NOW) is ScanState.WAITING
    assert not FileScan.objects.exists()


def test_a_sealed_file_is_scanned_in_the_background(settings, clamav_server, django_capture_on_commit_callbacks) -> None:
    settings.SCANNER_URL = clamav_server.scanner_url
    with django_capture_on_commit_callbacks(execute=True):
        file = sealing(b"Dear Amara,")
    assert file.scan_state is ScanState.CLEAN
