"""Unpacking: `python -m files.reading.formats.inside KIND PATH OUT`, once. Says {"parts": [...]} or {"finding": "..."}.

Everything is counted while it is unpacked: what a list of contents promises is not believed.
"""

import json
import stat
import sys
import zipfile
import zlib
from collections.abc import Callable, Iterator
from email import message_from_binary_file
from email.message import EmailMessage
from email.policy import default
from mimetypes import guess_extension
from pathlib import Path, PurePosixPath

import oxmsg

from files.reading.findings import Refused
from files.reading.limits import MOST_BYTES, MOST_IN_ARCHIVE, MOST_MAIL_PARTS, MOST_RATIO, MOST_UNPACKED_ARCHIVE

ENCRYPTED = 0x1
LARGE = 1_000_000  # bytes; small parts may be packed as tightly as they like
PIECE = 1 << 20
LEFT_BY_SYSTEMS = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")
TEXTS = ("text/plain", "text/html")
Said = dict[str, str]


def of_zip(path: Path, out: Path) -> Iterator[Said]:
    """Every file of an archive. Raises Refused for an archive that is built to do harm, or that is locked."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir() and not _is_left(part.filename)]
            _check(parts)
            left = MOST_UNPACKED_ARCHIVE
            for number, part in enumerate(parts, 1):
                if part.file_size > MOST_BYTES:
                    yield {"name": part.filename, "stored": "", "finding": "too_large"}
                    continue
                left -= _unpack(archive, part, out / str(number), left)
                yield {"name": part.filename, "stored": str(number)}
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, KeyError, ValueError):
        raise Refused("broken") from None


def _is_left(name: str) -> bool:
    return name.startswith(LEFT_BY_SYSTEMS) or PurePosixPath(name).name in LEFT_BY_SYSTEMS


def _check(parts: list[zipfile.ZipInfo]) -> None:
    """What the list of contents says, before anything is unpacked."""
    names = [part.filename for part in parts]
    if any(part.flag_bits & ENCRYPTED for part in parts):
        raise Refused("locked_archive")
    if any(name.startswith("/") or "\\" in name or ":" in name or ".." in PurePosixPath(name).parts for name in names):
        raise Refused("archive_outside")
    if any(stat.S_ISLNK(part.external_attr >> 16) for part in parts):
        raise Refused("archive_outside")
    if len(parts) > MOST_IN_ARCHIVE:
        raise Refused("too_many_inside")
    if sum(part.file_size for part in parts) > MOST_UNPACKED_ARCHIVE:
        raise Refused("archive_unpacks")
    if any(part.file_size > LARGE and part.file_size > MOST_RATIO * max(1, part.compress_size) for part in parts):
        raise Refused("archive_unpacks")


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, to: Path, left: int) -> int:
    """Write one part, no further than there is room. Returns its size."""
    size = 0
    with archive.open(part) as packed, to.open("wb") as file:
        while piece := packed.read(PIECE):
            size += len(piece)
            if size > min(left, MOST_BYTES):
                raise Refused("archive_unpacks")
            file.write(piece)
    return size


def of_eml(path: Path, out: Path) -> Iterator[Said]:
    """Every file attached to an e-mail; an e-mail inside it is one file, with its own attachments still in it."""
    with path.open("rb") as file:
        message = message_from_binary_file(file, policy=default)
    body = message.get_body(preferencelist=("plain", "html"))
    number = 0
    for part in _leaves(message):
        if part is body or (part.get_content_type() in TEXTS and not (part.is_attachment() or part.get_filename())):
            continue
        number += 1
        if number > MOST_MAIL_PARTS:
            raise Refused("too_deep")
        name, content = _attached(part, number)
        (out / str(number)).write_bytes(content)
        yield {"name": name, "stored": str(number)}


def _leaves(part: EmailMessage) -> Iterator[EmailMessage]:
    if part.get_content_type() == "message/rfc822" or not part.is_multipart():
        yield part
        return
    for inner in part.get_payload():
        if isinstance(inner, EmailMessage):
            yield from _leaves(inner)


def _attached(part: EmailMessage, number: int) -> tuple[str, bytes]:
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        subject = str(inner.get("Subject", "")).strip() if isinstance(inner, EmailMessage) else ""
        return f"{subject or f'message {number}'}.eml", inner.as_bytes() if isinstance(inner, EmailMessage) else b""
    content = part.get_payload(decode=True)
    name = part.get_filename() or f"attached {number}{guess_extension(part.get_content_type()) or ''}"
    return name, content if isinstance(content, bytes) else b""


def of_msg(path: Path, out: Path) -> Iterator[Said]:
    """Every file attached to an e-mail of Outlook."""
    for number, one in enumerate(oxmsg.Message.load(str(path)).attachments, 1):
        if one.file_bytes:
            (out / str(number)).write_bytes(one.file_bytes)
            yield {"name": one.file_name or f"attached {number}", "stored": str(number)}


KINDS: dict[str, Callable[[Path, Path], Iterator[Said]]] = {"zip": of_zip, "eml": of_eml, "msg": of_msg}


def main(arguments: list[str]) -> None:
    """Do what the command line asks. Any other fault ends the process, which says enough."""
    kind, path, out = arguments
    try:
        said: dict[str, object] = {"parts": list(KINDS[kind](Path(path), Path(out)))}
    except Refused as refusal:
        said = {"finding": refusal.code}
    except RecursionError:
        said = {"finding": "too_deep"}
    sys.stdout.write(json.dumps(said) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
