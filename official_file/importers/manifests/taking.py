"""One line of a manifest -> a sealed original that was looked at, or a problem in a sentence. Before anything of it is in the file."""

import hashlib
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from django.conf import settings

from audit.who import Who
from files.actions.scan import scan
from files.actions.seal import seal
from files.actions.take_document import take_document
from files.content_types import content_type_of
from files.models import File, FileReading
from files.reading.findings import FINDINGS
from files.reading.first_look import first_look, is_taken
from files.scan_states import ScanState
from official_file.importers.manifests.found_files import NotFetched, fetch, kept_name
from official_file.importers.manifests.lines import TABLE, DocumentLine
from official_file.importers.report import Problems

NOT_READ = (FileReading.State.QUARANTINED, FileReading.State.UNREADABLE)
ENDINGS = {
    ".pdf": "application/pdf",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".rtf": "application/rtf",
    ".eml": "message/rfc822",
    ".msg": "application/vnd.ms-outlook",
    ".wav": "audio/wav",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".webm": "audio/webm",
}
WRONG_TYPE = (
    "the file is none of the kinds we take (PDF, TIFF, JPEG, PNG, DOCX, RTF, e-mail, recording), whatever its name says. "
    "Save it as PDF. It was left out."
)
WRONG_ENDING = "the file's name ends in {ending}, and it is something else ({media_type}). It was taken as what it is."
HIDDEN_SIGNS = "the file's name holds signs that nobody sees, which can make a name look like another. They were taken out of it."


@dataclass(frozen=True, slots=True)
class Taken:
    """A line whose file is sealed."""

    line: DocumentLine
    file: File
    name: str


def digest_of(folder: Path, line: DocumentLine) -> tuple[bytes, str]:
    """The bytes a line names and their SHA-256. Raises NotFetched."""
    content = fetch(folder, line.file)
    if not is_taken(content_type_of(content)):
        raise NotFetched("wrong_type", WRONG_TYPE)
    return content, hashlib.sha256(content).hexdigest()


def take(line: DocumentLine, content: bytes, problems: Problems, *, by: Who, now: datetime) -> Taken:
    """Seal the bytes, ask the scanner, look at them once. What keeps them from being read becomes a problem."""
    name, had_hidden_signs = kept_name(line.file)
    if had_hidden_signs:
        problems.add("hidden_signs", HIDDEN_SIGNS, table=TABLE, row=line.row, column="file")
    media_type = content_type_of(content)
    ending = PurePosixPath(name).suffix.lower()
    if ENDINGS.get(ending, media_type) != media_type:
        said = WRONG_ENDING.format(ending=ending, media_type=media_type)
        problems.add("wrong_ending", said, table=TABLE, row=line.row, column="file")
    file = seal(content=content, name=name, by=by, now=now)
    reading = FileReading.objects.filter(file=file).first()
    if reading is None:
        reading = take_document(file=file, looked=first_look(content, media_type), by=by, now=now)
    _scan(file, reading, by, now)
    if reading.state in NOT_READ and reading.reason:
        code = next((one.code for one in FINDINGS.values() if one.sentence == reading.reason), "not_read")
        kept = "It is kept closed." if reading.state == FileReading.State.QUARANTINED else "It is kept, and was not read."
        problems.add(code, f"{reading.reason} {kept}", table=TABLE, row=line.row, column="file")
    return Taken(line, file, name)


def _scan(file: File, reading: FileReading, by: Who, now: datetime) -> None:
    """Ask the scanner where there is one and it has not answered yet. What it finds closes the file for good."""
    if not settings.SCANNER_URL:
        return
    state = file.scan_state
    if state is ScanState.WAITING:
        state = scan(file=file, by=by, now=now)
    if state is ScanState.INFECTED and reading.reason != FINDINGS["infected"].sentence:
        reading.state, reading.reason, reading.ended_at = FileReading.State.QUARANTINED, FINDINGS["infected"].sentence, now
        reading.save()
