"""Photos and recordings sent with own words, as they stand once their copies are made, without making any: quick, for tests of pages."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile

from files.actions.seal import seal
from files.models import File, FileScan, Making, SafeCopy
from files.safe_copies import put
from moderation.actions.claim import claim
from moderation.actions.file_words import file_words
from official_file.models import Entry
from people.models import Child, User
from stories.models import Attachment, Contribution
from tests.cast import NOW
from tests.factories.contributions import a_sent
from tests.factories.documents import jpeg

PICTURE = jpeg()  # as if drawn anew
ORIGINAL = b"\xff\xd8\xff the original, with where it was taken: 52.3702 N"
RECORDED = b"RIFF\x00\x00\x00\x00WAVE the original recording"
PLAYS = b"OggS a recording made new"
FORMS = {
    "photo": {"photo": ("image/jpeg", PICTURE), "small": ("image/jpeg", PICTURE)},
    "sound": {
        "opus": ("audio/ogg", PLAYS),
        "aac": ("audio/mp4", PLAYS),
        "wave": ("image/svg+xml", b'<svg xmlns="http://www.w3.org/2000/svg"/>'),
    },
}


def an_attachment(
    contribution: Contribution,
    kind: str = "photo",
    *,
    content: bytes = b"",
    ready: bool = True,
    clean: bool = True,
    now: datetime = NOW,
    **more: Any,
) -> Attachment:
    """One that was sent with these words. `more`: its caption, in_words, others_shown; `ready`: its copies are made."""
    original = content or (RECORDED if kind == "sound" else ORIGINAL)
    name = "me.wav" if kind == "sound" else "me.jpg"
    file = seal(content=original, name=name, by=contribution.author.who(now), now=now)
    if clean and not file.scans.exists():
        FileScan.objects.create(file=file, state="clean", at=now)
    return Attachment.objects.create(
        pk=uuid4(),
        contribution=contribution,
        kind=kind,
        position=contribution.attachments.count() + 1,
        making=a_making(file, "sound" if kind == "sound" else "photo", ready=ready, now=now),
        file=file,
        added_at=now,
        sealed_at=now,
        **more,
    )


def a_making(file: File, form: str, *, ready: bool = True, now: datetime = NOW) -> Making:
    """The copies of one original."""
    made = {"width": 64, "height": 64} if form == "photo" else {"seconds": 12.4}
    state = {"state": Making.State.READY, "ended_at": now, **made} if ready else {}
    making = Making.objects.create(file=file, asked_by="Amara", asked_at=now, **state)
    for name, (content_type, content) in FORMS[form].items() if ready else ():
        stored = f"media/{making.pk}/{name}"
        put(stored, ContentFile(content))
        SafeCopy.objects.create(
            making=making,
            form=name,
            stored_as=stored,
            sha256="0" * 64,
            parent_sha256=file.sha256,
            size=len(content),
            content_type=content_type,
            tool="a test",
            made_at=now,
        )
    return making


def filed(contribution: Contribution, by: User, now: datetime = NOW) -> Entry:
    """Put in the file by this worker."""
    contribution.refresh_from_db()
    return file_words(reading=claim(contribution=contribution, by=by, now=now), reply="Thank you for showing me.", by=by, now=now)


def a_filed_photo(child: Child, by: User, words: str = "My dog Bramble.", *, now: datetime = NOW, **more: Any) -> Entry:
    """Words with a photo, in the file."""
    sent = a_sent(child, words, now=now, about=more.pop("about", None))
    an_attachment(sent, "photo", now=now, **{"caption": "Bramble on the beach", **more})
    return filed(sent, by, now)


def a_filed_recording(child: Child, by: User, words: str = "Listen to my song.", *, now: datetime = NOW, **more: Any) -> Entry:
    """Words with a recording, in the file."""
    sent = a_sent(child, words, now=now)
    an_attachment(sent, "sound", now=now, **{"caption": "My song", **more})
    return filed(sent, by, now)
