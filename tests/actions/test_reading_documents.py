"""Reading in the background: page by page, gone on with where it stopped, a bounded number of times; what cannot be read says why."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.db import connection
from django_tasks_db.models import DBTaskResult

from audit.who import THE_PORTAL
from files.actions.read_again import read_again
from files.actions.read_file import MOST_TRIES, STALLED, read_file
from files.actions.seal import seal
from files.actions.take_document import take_document
from files.content_types import content_type_of
from files.models import File, FilePage, FileReading
from files.queries import SealBrokenError
from files.reading import letters, outside
from files.reading.first_look import first_look
from files.reading.lines import rejoined
from files.reading.workplace import workplace
from files.storages import safe, sealed
from official_file.jobs import ask_for_what_waits, read_soon
from tests.cast import NOW
from tests.environment import ROOT
from tests.factories import documents

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fresh_storages")]
A_WORKER = """
import os
import django
from django.conf import settings
private = "files.storages.PrivateFileSystemStorage"
here = {name: {"BACKEND": private, "OPTIONS": {"location": os.environ["STORED_IN"] + "/" + name}} for name in ("sealed", "safe")}
settings.STORAGES = settings.STORAGES | here
django.setup()
from django.core.management import call_command
call_command("db_worker", batch=True, interval=0, startup_delay=False, verbosity=0)
"""


def taken(content: bytes, name: str = "paper") -> File:
    """A document that waits to be read."""
    file = seal(content=content, name=name, by=THE_PORTAL, now=NOW)
    take_document(file=file, looked=first_look(content, content_type_of(content)), by=THE_PORTAL, now=NOW)
    return file


def reading(file: File) -> FileReading:
    return FileReading.objects.get(file=file)


def numbers(file: File) -> list[int]:
    return list(FilePage.objects.filter(file=file).values_list("number", flat=True))


@pytest.mark.need("M16")
def test_a_scan_is_read_by_a_program_and_says_so() -> None:
    file = taken(documents.scanned_pdf(2))
    read_file(file=file, by=THE_PORTAL, now=NOW)
    pages = list(FilePage.objects.filter(file=file))
    assert [page.how for page in pages] == ["seen", "seen"]
    assert "This is sheet number 2" in pages[1].text
    assert (reading(file).state, reading(file).pages_read) == ("read", 2)


def test_text_in_the_document_is_not_guessed() -> None:
    file = taken(documents.pdf())
    with mock.patch.object(letters, "read_letters", side_effect=AssertionError):
        read_file(file=file, by=THE_PORTAL, now=NOW)
    assert [page.how for page in FilePage.objects.all()] == ["typed", "typed"]


def test_pictures_are_made_new_and_hold_nothing_of_the_original() -> None:
    secret = b"GPS 52.4862 by Priya"
    picture = documents.jpeg()
    file = taken(picture[:2] + b"\xff\xfe" + (len(secret) + 2).to_bytes(2, "big") + secret + picture[2:])
    read_file(file=file, by=THE_PORTAL, now=NOW)
    page = FilePage.objects.get()
    with safe().open(page.picture) as made:
        content = made.read()
    assert content.startswith(b"\xff\xd8")
    assert secret not in content


def test_read_twice_it_is_read_once() -> None:
    file = taken(documents.pdf())
    read_file(file=file, by=THE_PORTAL, now=NOW)
    before = list(FilePage.objects.values())
    with mock.patch.object(outside, "pages", side_effect=AssertionError):
        read_file(file=file, by=THE_PORTAL, now=NOW)
    assert list(FilePage.objects.values()) == before


def stop_at(number: int) -> Callable[..., Any]:
    """Reading that dies before this page, as if the power had failed."""
    whole = outside.pages

    def pages(*arguments: Any, **named: Any) -> Any:
        for page in whole(*arguments, **named):
            if page.number == number:
                raise KeyboardInterrupt
            yield page

    return pages


def test_stopped_at_page_7_the_next_reading_begins_with_page_7() -> None:
    file = taken(documents.pdf(*[(f"This is page {number} of nine",) for number in range(1, 10)]))
    with mock.patch.object(outside, "pages", stop_at(7)), pytest.raises(KeyboardInterrupt):
        read_file(file=file, by=THE_PORTAL, now=NOW)
    assert numbers(file) == [1, 2, 3, 4, 5, 6]
    assert (reading(file).state, reading(file).pages, reading(file).pages_read) == ("reading", 9, 6)

    # while it may still be under way nobody else begins
    read_file(file=file, by=THE_PORTAL, now=NOW + timedelta(minutes=1))
    assert numbers(file) == [1, 2, 3, 4, 5, 6]

    with mock.patch.object(outside, "pages", wraps=outside.pages) as asked:
        read_file(file=file, by=THE_PORTAL, now=NOW + STALLED * 2)
    assert asked.call_args.kwargs["first"] == 7
    assert numbers(file) == list(range(1, 10))
    assert reading(file).state == "read"


def test_what_stops_the_reader_at_the_same_page_again_and_again_is_left() -> None:
    file = taken(documents.pdf())
    moment = NOW
    for _try in range(MOST_TRIES):
        with mock.patch.object(outside, "pages", stop_at(1)), pytest.raises(KeyboardInterrupt):
            read_file(file=file, by=THE_PORTAL, now=moment)
        moment += STALLED * 2
    with mock.patch.object(outside, "pages", side_effect=AssertionError):
        read_file(file=file, by=THE_PORTAL, now=moment)
    assert reading(file).state == "unreadable"
    assert "three times" in reading(file).reason


def test_a_page_that_takes_its_process_down_is_named_and_the_others_are_read() -> None:
    file = taken(documents.pdf(*[(f"This is page {number} of three",) for number in (1, 2, 3)]))
    real = outside._next_page
    calls = {"number": 0}

    def falls_at_two(process: Any, seconds: float) -> Any:
        calls["number"] += 1
        if calls["number"] == 2:
            process.kill()
            return None
        return real(process, seconds)

    with mock.patch.object(outside, "_next_page", falls_at_two):
        read_file(file=file, by=THE_PORTAL, now=NOW)
    assert numbers(file) == [1, 2, 3]
    assert [bool(page.picture) for page in FilePage.objects.all()] == [True, False, True]
    assert reading(file).state == "read"
    assert "damaged: 2." in reading(file).reason


def test_without_tesseract_the_pages_can_be_looked_at_and_read_later() -> None:
    file = taken(documents.png())
    with mock.patch.object(letters, "installed", return_value=None):
        read_file(file=file, by=THE_PORTAL, now=NOW)
    assert reading(file).state == "unreadable"
    assert "Tesseract" in reading(file).reason
    assert FilePage.objects.get().picture

    assert read_again(file=file, by=THE_PORTAL, now=NOW)
    read_file(file=file, by=THE_PORTAL, now=NOW)
    assert reading(file).state == "read"
    assert "Dear Amara" in FilePage.objects.get().text


def test_without_ffmpeg_a_recording_says_so() -> None:
    with mock.patch("files.reading.sound.installed", return_value=None):
        file = taken(documents.wav())
    assert reading(file).state == "unreadable"
    assert "ffmpeg" in reading(file).reason
    assert read_again(file=file, by=THE_PORTAL, now=NOW)
    read_file(file=file, by=THE_PORTAL, now=NOW)
    assert (reading(file).state, reading(file).seconds) == ("read", 2)


def test_an_original_that_was_changed_is_not_read() -> None:
    file = taken(documents.pdf())
    Path(sealed().path(file.stored_as)).write_bytes(documents.pdf(("other",)))
    with pytest.raises(SealBrokenError):
        read_file(file=file, by=THE_PORTAL, now=NOW)


def test_what_a_killed_worker_left_behind_is_cleared_away(tmp_path: Path) -> None:
    with mock.patch("tempfile.gettempdir", return_value=str(tmp_path)):
        old, fresh = tmp_path / "ownstory-reading-old", tmp_path / "ownstory-reading-fresh"
        for folder in (old, fresh):
            folder.mkdir()
            (folder / "original").write_bytes(b"somebody's letter")
        os.utime(old, (0, 0))
        with workplace(b"%PDF-") as path:
            assert path.read_bytes() == b"%PDF-"
            assert path.parent.stat().st_mode & 0o077 == 0
        assert not path.exists()
    assert not old.exists()
    assert fresh.exists()


def test_the_sweep_asks_again_for_what_nobody_reads(background_jobs: Callable[[], None]) -> None:
    file = taken(documents.pdf())
    assert ask_for_what_waits(NOW) == 1
    assert ask_for_what_waits(NOW) == 0, "it is asked for already"
    background_jobs()
    assert reading(file).state == "read"
    assert ask_for_what_waits(NOW) == 0


@pytest.mark.slow
@pytest.mark.skipif(connection.vendor != "sqlite", reason="the other worker gets this database by its file")
def test_a_worker_killed_in_the_middle_loses_one_page_at_most(background_jobs: Callable[[], None], fresh_storages: Path) -> None:
    """SIGKILL, not an exception: nothing is cleaned up, and the next worker goes on."""
    file = taken(documents.scanned_pdf(6))
    read_soon(file.pk)
    surroundings = os.environ | {"DJANGO_SETTINGS_MODULE": "config.settings", "STORED_IN": str(fresh_storages)}
    worker = subprocess.Popen([sys.executable, "-c", A_WORKER], cwd=ROOT, env=surroundings)
    until = time.monotonic() + 60
    while len(numbers(file)) < 2 and time.monotonic() < until and worker.poll() is None:
        time.sleep(0.02)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    done = numbers(file)
    assert 2 <= len(done) < 6, "it was over before it could be killed"
    DBTaskResult.objects.all().delete()
    read_file(file=file, by=THE_PORTAL, now=NOW + timedelta(days=3650))
    assert numbers(file) == [1, 2, 3, 4, 5, 6]
    assert reading(file).state == "read"


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (
            "We went to the harbour together and then\nwe talked about football.",
            "We went to the harbour together and then we talked about football.",
        ),
        ("Dear Amara,\nthank you.", "Dear Amara,\nthank you."),
        (
            "One long line that fills the whole page\n- a point\n2. another one",
            "One long line that fills the whole page\n- a point\n2. another one",
        ),
        ("One long line that fills the whole page\n\nA new paragraph", "One long line that fills the whole page\n\nA new paragraph"),
        ("", ""),
    ],
)
def test_lines_that_only_the_paper_parted_are_joined(written: str, said: str) -> None:
    assert rejoined(written) == said
