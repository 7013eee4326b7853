import hashlib
import json
import os
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext

from files.bags import file_digest
from files.content_types import content_type_of
from files.media.kinds import PHOTO, checked_type, kind_of
from files.media.limits import MOST_SOUND_BYTES
from files.media.made import Copy
from files.media.make import make
from files.media.refusals import NotNow, NotTaken
from files.scanning import Verdict, ask_scanner

REFUSED = 2  # exit code
AAC = (".m4a", ".mp4", ".aac")


class Command(BaseCommand):
    """The same cleaning a young person's photo or recording goes through, for one file on disk."""

    help = (
        "Writes a photo or recording anew, without where, when and with what it was made. A photo becomes a JPEG; a recording becomes "
        "Opus, or AAC where OUT ends with .m4a. Exit code 2 when it is not taken; then there is no OUT. "
        "Example: manage.py clean_media IMG_0001.heic clean.jpg --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """IN is never changed."""
        parser.add_argument("source", metavar="IN", type=Path, help="the photo or recording")
        parser.add_argument("target", metavar="OUT", type=Path, help="where the clean copy goes; what is there is replaced")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when OUT is written, 2 when IN is not taken, 1 when a file or a program is missing."""
        source, target = options["source"], options["target"]
        content, digest = _read(source, target)
        said = {"ok": False, **_what(content, source.name), "sha256_original": digest, "sha256_clean": None, "reason": None}
        try:
            copy = _clean(content, source.name, target.suffix.lower())
        except NotTaken as refusal:
            said["reason"] = gettext(refusal.sentence)
        except NotNow as reason:
            raise CommandError(gettext(reason.sentence)) from None
        else:
            _write(copy.content, target)
            clean = hashlib.sha256(copy.content).hexdigest()
            said |= {"ok": True, "type": copy.content_type, "sha256_clean": clean, "tool": copy.tool}
        if options["json"]:
            self.stdout.write(json.dumps(said, ensure_ascii=False))
        if said["reason"]:
            raise CommandError(str(said["reason"]), returncode=REFUSED)
        self.stderr.write(f"Written anew as {said['type']}: {target}")


def _read(source: Path, target: Path) -> tuple[bytes, str]:
    """The file, or as much of it as shows that it is too large; and the digest of the whole."""
    try:
        if target.exists() and target.samefile(source):
            raise CommandError("OUT is IN. Give the clean copy a name of its own: the original is never changed.")
        with source.open("rb") as file:
            return file.read(MOST_SOUND_BYTES + 1), file_digest(source)
    except OSError as error:
        raise CommandError(f"{source} cannot be read: {error.strerror}.") from error


def _what(content: bytes, name: str) -> dict[str, str | None]:
    """What it is, as far as we take it."""
    found = content_type_of(content, name)
    try:
        kind = "photo" if kind_of(found) == PHOTO else "audio"
    except NotTaken:
        kind = None
    return {"kind": kind, "type": found, "type_original": found}


def _clean(content: bytes, name: str, ending: str) -> Copy:
    """The clean copy. Raises NotTaken, NotNow, and CommandError when the scanner that is set up does not answer."""
    media_type = checked_type(content, name)
    if settings.SCANNER_URL:
        answer = ask_scanner(content, address=settings.SCANNER_URL)
        if answer.verdict is Verdict.INFECTED:
            raise NotTaken("infected")
        if answer.verdict is not Verdict.CLEAN:
            raise CommandError(f"The virus scanner has not passed it. {answer.said}")
    copies = make(content, media_type, {}).copies
    return copies["photo" if "photo" in copies else "aac" if ending in AAC else "opus"]


def _write(content: bytes, target: Path) -> None:
    """All of it or nothing."""
    draft = target.with_name(f".{target.name}.part")
    try:
        draft.write_bytes(content)
        os.replace(draft, target)
    except OSError as error:
        draft.unlink(missing_ok=True)
        raise CommandError(f"{target} cannot be written: {error.strerror}.") from error
