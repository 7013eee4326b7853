"""Papers in a child's file as they stand after they were read, without reading anything: quick, for tests of pages."""

from datetime import date, datetime
from typing import Any

from django.core.files.base import ContentFile

from audit.who import NIGHTLY_IMPORT
from files.actions.seal import seal
from files.models import File, FilePage, FileReading, FileScan
from files.safe_copies import picture_name, put, small_name, sound_name
from official_file.models import Entry, EntryFile
from official_file.search.indexing import index_now
from people.models import Child
from tests.cast import NOW
from tests.factories.documents import jpeg
from tests.factories.entries import an_entry

PICTURE = jpeg()  # a picture made new
SOUND = b"ID3 a sound made new"
FACTS = {"title": "A letter to the school", "summary": "We asked the school for a place.", "type": "letter"}


def a_paper(
    child: Child,
    *pages: str,
    state: str = "read",
    how: str = FilePage.How.TYPED,
    clean: bool = True,
    content: bytes = b"%PDF-1.7 a letter",
    reading: dict[str, Any] | None = None,
    day: date = date(2024, 2, 3),
    **more: Any,
) -> Entry:
    """A document of these pages. `state`: of its reading. `clean`: a scanner said so."""
    file = _sealed(content, clean=clean)
    facts = FACTS | {"sha256": file.sha256, "media_type": file.content_type} | more.pop("facts", {})
    author = {"author_name": "Priya Shah", "author_role": "social worker", "written_on": date(2024, 2, 4)} | more
    entry = an_entry(child, "document", day, facts=facts, **author)
    EntryFile.objects.create(entry=entry, file=file, name="letter.pdf")
    texts = pages or ("Dear head teacher,\nwe ask for a place.", "Yours, Priya")
    held = {"state": state, "pages": len(texts), "pages_read": len(texts)} | (reading or {})
    FileReading.objects.create(file=file, **held)
    for number, text in enumerate(texts[: held["pages_read"]], 1):
        FilePage.objects.create(file=file, number=number, text=text, how=how, picture=picture_name(file, number))
        put(picture_name(file, number), ContentFile(PICTURE))
        put(small_name(file, number), ContentFile(PICTURE))
    index_now([entry.pk], NOW)
    return entry


def a_recording(child: Child, content: bytes = b"ID3 a recording") -> Entry:
    """A recording that can be listened to."""
    file = _sealed(content, clean=True)
    facts = {"title": "A talk", "sha256": file.sha256, "media_type": file.content_type, "type": "recording"}
    entry = an_entry(child, "document", date(2024, 2, 3), facts=facts)
    EntryFile.objects.create(entry=entry, file=file, name="talk.mp3")
    FileReading.objects.create(file=file, state="read", seconds=95)
    put(sound_name(file), ContentFile(SOUND))
    return entry


def _sealed(content: bytes, *, clean: bool, at: datetime = NOW) -> File:
    file = seal(content=content, name="letter.pdf", by=NIGHTLY_IMPORT, now=at)
    if clean and not file.scans.exists():
        FileScan.objects.create(file=file, state="clean", at=at)
    return file
