"""What a file is, is read from its bytes; its name only chooses among what the bytes cannot tell apart."""

import io
import zipfile

import pytest

from files.content_types import UNKNOWN, WORD, content_type_of
from tests.factories import documents


@pytest.mark.parametrize(
    ("content", "name", "kind"),
    [
        (b"%PDF-1.7\n", "letter.pdf", "application/pdf"),
        (b"%PDF-1.7\n", "letter.jpg", "application/pdf"),
        (b"\x89PNG\r\n\x1a\n\x00", "", "image/png"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "photo.png", "image/jpeg"),
        (b"\x00\x00\x00\x18ftypheic\x00", "photo.heic", "image/heic"),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "photo", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", "voice", "audio/wav"),
        (b"RIFF\x00\x00\x00\x00CDXA", "voice", UNKNOWN),
        (b"PK\x03\x04rest", "plan.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
        (b"PK\x03\x04rest", "plan.pdf", "application/zip"),
        (b"Dear Amara,\n", "letter.txt", "text/plain"),
        (b"Dear Amara,\n", "letter.pdf", "text/plain"),
        (b"a,b\n1,2\n", "table.CSV", "text/csv"),
        ("مرحبا".encode(), "", "text/plain"),
        (b"", "empty", "text/plain"),
        (b"MZ\x90\x00\x03\x00\xff\xff", "letter.txt", UNKNOWN),
        (b"caf\xe9", "old.txt", UNKNOWN),
    ],
)
def test_bytes_say_what_they_are(content, name, kind) -> None:
    assert content_type_of(content, name) == kind


def test_an_archive_that_holds_a_word_document_is_an_archive() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("letter.docx", documents.word())
    assert content_type_of(documents.word(), "box.zip") == WORD
    assert content_type_of(documents.word()[:-40], "box.zip") == WORD
    assert content_type_of(made.getvalue(), "box.docx.zip") == "application/zip"
