"""Read what a sealed original says, page by page: text, pictures made new, letters of scans. Goes on where it was stopped.

Every page is stored as soon as it was read, so a worker that is killed at page 7 has six, and the next one begins with the
seventh. Nothing here is part of the record: all of it can be made again from the original.
"""

import time
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import F, Q

from audit.who import Who
from files.actions.scan import scan
from files.models import File, FilePage, FileReading
from files.queries import read
from files.reading import letters, outside, sound
from files.reading.findings import FINDINGS, WAITS_FOR_SCANNER, Finding
from files.reading.speaking import Page, tidy
from files.reading.workplace import workplace
from files.safe_copies import picture_name, put, small_name, sound_name
from files.scan_states import ScanState

State = FileReading.State
MOST_TRIES = 3  # at one and the same page
STALLED = timedelta(minutes=15)  # without a new page: whoever read it was killed
SOME_FAILED = "Pages that could not be read, because they are damaged: {pages}. Look at the original, or scan them again."
DRAWN = ("image/", "application/pdf")  # kinds whose pages have a picture
MOST_NAMED = 20  # pages named in one sentence


def read_file(*, file: File, by: Who, now: datetime) -> FileReading:
    """Read the file, unless that was done, is being done, or may not be. Safe to repeat. Returns how it stands.

    Raises SealBrokenError when the stored bytes are not those that were sealed.
    """
    if not _may_begin(file, by, now):
        return FileReading.objects.get(file=file)
    with workplace(read(file)) as path:
        work = _Work(file, path, path.parent, now)
        try:
            finding = work.hear() if sound.is_sound(file.content_type) else work.read_pages()
        except letters.NoProgram:
            finding = FINDINGS["no_letters_program"]
    return _end(file, finding, work.moment())


def _may_begin(file: File, by: Who, now: datetime) -> bool:
    """Take the file on, and say whether it is ours to read. Two workers never read one file at once."""
    if not _is_safe(file, by, now):
        return False
    stalled = Q(state=State.READING, started_at__lt=now - STALLED)
    mine = FileReading.objects.filter(Q(state=State.WAITING) | stalled, file=file)
    taken = mine.filter(tries__lt=MOST_TRIES).update(state=State.READING, started_at=now, reason="", tries=F("tries") + 1)
    if not taken:
        mine.update(state=State.UNREADABLE, reason=FINDINGS["stopped"].sentence, ended_at=now)
    return bool(taken)


def _is_safe(file: File, by: Who, now: datetime) -> bool:
    """Whether the scanner, where there is one, has said so. A scanner that is away is asked again later."""
    if not settings.SCANNER_URL:
        return True  # nothing of the original is handed out then; what is made new here may be looked at
    state = file.scan_state
    if state is ScanState.WAITING:
        state = scan(file=file, by=by, now=now)
    waiting = FileReading.objects.filter(file=file)
    if state is ScanState.INFECTED:
        waiting.update(state=State.QUARANTINED, reason=FINDINGS["infected"].sentence, ended_at=now)
    elif state is ScanState.WAITING:
        waiting.filter(state=State.WAITING).update(reason=WAITS_FOR_SCANNER)
    return state is ScanState.CLEAN


class _Work:
    """One piece of work: a file, a folder to work in, and when it began."""

    def __init__(self, file: File, path: Path, folder: Path, now: datetime) -> None:
        self.file, self.path, self.folder = file, path, folder
        self.began, self.clock = now, time.monotonic()

    def moment(self) -> datetime:
        """Now, by how long the work has taken."""
        return self.began + timedelta(seconds=time.monotonic() - self.clock)

    def read_pages(self) -> Finding | None:
        """Every page that was not read yet. Returns what stands in the way, or None. Raises NoProgram when letters stay unread."""
        pages = FileReading.objects.get(file=self.file).pages  # the first look has counted them, when it came in
        if pages is None:
            found = outside.look(self.path, self.file.content_type)
            if found.finding or not found.pages:
                return found.finding or FINDINGS["broken"]
            pages = found.pages
            FileReading.objects.filter(file=self.file).update(pages=pages)
        done = FilePage.objects.filter(file=self.file).count()
        unread = False
        for page in outside.pages(self.path, self.file.content_type, self.folder, first=done + 1, last=pages):
            if page.failed and not self.file.content_type.startswith(DRAWN):
                return FINDINGS["too_slow"]  # there is no picture to look at instead
            unread |= not self._keep(page)
        if unread:
            raise letters.NoProgram
        return None

    def _keep(self, page: Page) -> bool:
        """Store one page. False when its letters wait for a program that is not installed."""
        text, known = page.text, True
        if page.letters:
            try:
                text = tidy(letters.read_letters(self.folder / page.letters) or "")
            except letters.NoProgram:
                known = False
        if page.picture:
            self._put(page.picture, picture_name(self.file, page.number))
            self._put(page.small, small_name(self.file, page.number))
        stored = {
            "text": text,
            "how": FilePage.How.SEEN if page.letters else FilePage.How.TYPED,
            "picture": picture_name(self.file, page.number) if page.picture else "",
        }
        with transaction.atomic():
            FilePage.objects.update_or_create(file=self.file, number=page.number, defaults=stored)
            FileReading.objects.filter(file=self.file).update(pages_read=page.number, tries=1, started_at=self.moment())
        for name in filter(None, (page.picture, page.small, page.letters)):
            (self.folder / name).unlink(missing_ok=True)
        return known

    def _put(self, made: str, name: str) -> None:
        put(name, ContentFile((self.folder / made).read_bytes()))

    def hear(self) -> Finding | None:
        """How long a recording is, and a copy of it that is safe to play."""
        found = sound.look(self.path, self.file.content_type)
        if found.finding:
            return found.finding
        copy = self.folder / "copy.mp3"
        if not sound.make_safe_copy(self.path, self.file.content_type, copy):
            return FINDINGS["broken" if outside.installed("ffmpeg") else "no_sound_program"]
        put(sound_name(self.file), ContentFile(copy.read_bytes()))
        seconds = sound.look(copy, "audio/mpeg").seconds or found.seconds
        FileReading.objects.filter(file=self.file).update(seconds=seconds)
        return None


def _end(file: File, finding: Finding | None, now: datetime) -> FileReading:
    reading = FileReading.objects.get(file=file)
    reading.ended_at, reading.tries = now, 0
    if finding:
        reading.state = State.QUARANTINED if finding.closed else State.UNREADABLE
        reading.reason = finding.sentence
    else:
        reading.state, reading.reason = State.READ, _failed_pages(file)
    reading.save()
    return reading


def _failed_pages(file: File) -> str:
    """Which pages have neither words nor a picture, where pages have one."""
    pages = FilePage.objects.filter(file=file)
    if not file.content_type.startswith(DRAWN):
        return ""
    failed = list(pages.filter(picture="").values_list("number", flat=True))
    named = ", ".join(map(str, failed[:MOST_NAMED])) + (" ..." if len(failed) > MOST_NAMED else "")
    return SOME_FAILED.format(pages=named) if failed else ""
