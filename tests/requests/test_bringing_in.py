"""Officers bring in scans, letters, e-mails and archives: taken, unpacked, read; what cannot be read says why, and loses nothing."""

import io
import zipfile
from datetime import date

import pytest

from access_requests.actions.bring_in import Brought, bring_in
from access_requests.actions.gather_on import gather_on
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Gathering, Item, Upload
from access_requests.queries.items import Counts, counts, items_of
from audit.who import THE_PORTAL
from files.models import File
from files.reading.archive_findings import ALL
from tests.cast import NOW, Cast
from tests.factories import documents, hostile_documents
from tests.views.things_of_requests import a_plain_request

pytestmark = [pytest.mark.usefixtures("fresh_storages")]
LETTER = ("Thornbeck Council", "12 March 1987", "Dear Mrs Lowe, we met Idris at school and we talked about football with him.")


@pytest.fixture
def asked(cast: Cast) -> AccessRequest:
    """A request for Idris's file that is being gathered."""
    return a_plain_request(cast.idris, State.GATHERING, "T-1")


def brought(name: str, content: bytes) -> Brought:
    """A file as it arrives."""
    return Brought(name, len(content), lambda: content)


def archive(**files: bytes) -> bytes:
    """A ZIP of these; "/" stands as "__"."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as one:
        for name, content in files.items():
            one.writestr(name.replace("__", "/"), content)
    return made.getvalue()


def bring(request: AccessRequest, cast: Cast, files: dict[str, bytes]) -> dict[str, Upload]:
    """Bring these in and gather to the end. Returns every upload by its name, what was inside too."""
    bring_in(request=request, files=[brought(*one) for one in files.items()], by=cast.sana, now=NOW)
    for run in Gathering.objects.filter(ended_at__isnull=True):
        while gather_on(gathering=run, by=THE_PORTAL, now=NOW).state == Gathering.State.WAITING:
            pass
    return {one.name: one for one in Upload.objects.filter(request=request)}


def things(request: AccessRequest) -> list[Item]:
    """What is to be read of what was brought in, in order."""
    return [item for item in items_of(request) if item.upload_id]


@pytest.mark.need("R71", "R72")
def test_a_scan_a_letter_and_a_mail_with_its_attachment_are_items_in_date_order(asked: AccessRequest, cast: Cast) -> None:
    """The attachment stands under its mail. What has no date of its own is placed by what it says, and says so."""
    scan = documents._saved(documents.sheet(("14 May 1991", "This is sheet number one")), "PNG")
    files = {"a.eml": documents.eml(), "b.pdf": documents.pdf(LETTER), "c.png": scan, "d.rtf": documents.rtf()}
    bring(asked, cast, files)
    assert [(item.frozen["title"], item.placed_on, item.placed) for item in things(asked)] == [
        ("b.pdf", date(1987, 3, 12), "evidence"),
        ("c.png", date(1991, 5, 14), "evidence"),
        ("After our visit", date(2025, 3, 4), "dated"),
        ("drawing.png", date(2025, 3, 4), "evidence"),
        ("d.rtf", None, "undated"),
    ]
    letter, picture, mail, attached, _rtf = things(asked)
    assert 'At its top it says "12 March 1987"' in letter.placed_why
    assert "sheet number one" in picture.frozen["text"]
    assert attached.parent == mail
    assert (mail.frozen["author"], mail.frozen["attached"]) == ("Priya Shah <priya@thornbeck.example>", ["drawing.png"])
    assert File.objects.get(sha256=letter.frozen["file"]) == letter.file


def test_an_archive_is_taken_apart_and_the_same_file_twice_is_one(asked: AccessRequest, cast: Cast) -> None:
    rtf, word = documents.rtf(), documents.word()
    made = archive(box_3__1987__first=rtf, box_3__second=word, empty=b"")
    found = bring(asked, cast, {"box.zip": made, "again.rtf": rtf})
    assert found["box.zip"].state == "taken"
    assert found["empty"].state == "refused"
    assert found["again.rtf"].items.count() + found["box_3/1987/first"].items.count() == 1
    assert bring(asked, cast, {"box.zip": made}).keys() == found.keys()
    assert counts(asked) == Counts(items=2, pages=3, undated=2)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (lambda: archive(**{"..__..__evil.rtf": documents.rtf()}), "archive_outside"),
        (lambda: archive(bomb=b"\0" * 20_000_000), "archive_unpacks"),
        (lambda: archive(a=documents.rtf())[:-30], "broken"),
    ],
)
def test_an_archive_built_to_do_harm_is_kept_closed_with_a_sentence(asked: AccessRequest, cast: Cast, make, code: str) -> None:
    found = bring(asked, cast, {"bad.zip": make(), "good.rtf": documents.rtf()})
    assert (found["bad.zip"].state, found["bad.zip"].reason) == ("kept_unread", ALL[code].sentence)
    assert found["good.rtf"].state == "taken"
    assert counts(asked) == Counts(items=1, pages=1, undated=1, unread=1)


def test_what_cannot_be_read_says_why_and_the_others_go_on(asked: AccessRequest, cast: Cast) -> None:
    """A locked PDF, half a PDF, a program, an archive in an archive, an empty file, one of two gigabytes."""
    half = documents.pdf(LETTER)[:500]
    inner = archive(inner=archive(a=b"x"), good=documents.rtf())
    files = [brought(*one) for one in {"locked.pdf": hostile_documents.encrypted_pdf(), "half.pdf": half, "in.zip": inner}.items()]
    files += [brought("run.exe", b"MZ\x90\x00" + b"\0" * 99), brought("empty.pdf", b""), Brought("film.pdf", 2_000_000_000, _never)]
    rows = bring_in(request=asked, files=files, by=cast.sana, now=NOW)
    bring(asked, cast, {"good.rtf": documents.rtf()})
    found = {one.name: one for one in Upload.objects.all()}
    assert [row.name for row in rows] == [one.name for one in files]
    assert {name: one.state for name, one in found.items()} == {
        "locked.pdf": "kept_unread",
        "half.pdf": "kept_unread",
        "in.zip": "taken",
        "inner": "kept_unread",
        "good": "taken",
        "run.exe": "refused",
        "empty.pdf": "refused",
        "film.pdf": "refused",
        "good.rtf": "taken",
    }
    said = {name: one.reason for name, one in found.items() if one.state in ("refused", "kept_unread")}
    codes = {"locked.pdf": "locked", "half.pdf": "broken", "inner": "archive_inside", "run.exe": "wrong_kind", "empty.pdf": "empty"}
    assert said == {name: ALL[code].sentence for name, code in {**codes, "film.pdf": "too_large"}.items()}


def _never() -> bytes:
    raise AssertionError("what is too large is not read into memory")
