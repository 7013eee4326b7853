"""The file that a line of a manifest names: only ever inside the manifest's own folder, whatever the line says.

fetch(Path("papers"), "letters/2019.pdf")   ->   b"%PDF-1.7 ..."
"""

import os
import re
import stat
import unicodedata
from pathlib import Path, PurePosixPath

from files.reading.limits import MOST_BYTES

DRIVE = re.compile(r"[A-Za-z]:")
LONGEST_NAME = 300


class NotFetched(Exception):
    """A file that is not taken. `code` is stable, `sentence` says what is wrong and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code, self.sentence = code, sentence


def fetch(folder: Path, written: str) -> bytes:
    """The bytes of the file. Raises NotFetched."""
    path = _path(folder, written)
    try:
        opened = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        raise NotFetched("cannot_open", f"the file could not be opened ({error.strerror}). It was left out.") from None
    try:
        content = _read(opened)
    finally:
        os.close(opened)
    if not content:
        raise NotFetched("empty_file", "the file has 0 bytes. Export it again. It was left out.")
    return content


def _read(opened: int) -> bytes:
    facts = os.fstat(opened)
    if not stat.S_ISREG(facts.st_mode):
        raise NotFetched("not_a_file", "this names a folder or a device, not a file. It was left out.")
    if facts.st_size > MOST_BYTES:
        raise NotFetched("too_large", "the file is larger than 100 MB. Split it into several documents. It was left out.")
    with os.fdopen(opened, "rb", closefd=False) as file:
        return file.read(MOST_BYTES + 1)


def _path(folder: Path, written: str) -> Path:
    """Where the file is, with every link followed. Raises NotFetched when that is not inside the folder."""
    name = written.replace("\\", "/")
    if name.startswith("/") or DRIVE.match(name):
        raise NotFetched("outside_folder", "the file must be named from the manifest's folder on, not from the disk. It was left out.")
    if ".." in PurePosixPath(name).parts:
        raise NotFetched("outside_folder", "the file's name leads out of the manifest's folder. It was left out.")
    try:
        found = _resolved(folder, name)
    except FileNotFoundError:
        raise NotFetched("missing_file", "there is no such file in the manifest's folder. It was left out.") from None
    except (OSError, ValueError, RuntimeError):
        raise NotFetched("name_not_possible", "no file can have this name (it may be too long). It was left out.") from None
    if not found.is_relative_to(folder.resolve()):
        raise NotFetched("outside_folder", "the file is a link that leads out of the manifest's folder. It was left out.")
    return found


def _resolved(folder: Path, name: str) -> Path:
    """Letters with accents may be written in two ways; a manifest and a disk need not agree."""
    for form in ("NFC", "NFD"):
        try:
            return (folder / unicodedata.normalize(form, name)).resolve(strict=True)
        except FileNotFoundError:
            continue
    return (folder / name).resolve(strict=True)


def kept_name(written: str) -> tuple[str, bool]:
    """The name it came with, at most 300 characters, without signs nobody sees; and whether it had any.

    Such signs turn the letters around them, so that a program can look like a letter.
    """
    last = PurePosixPath(written.replace("\\", "/")).name
    clean = "".join(sign for sign in last if unicodedata.category(sign) not in ("Cf", "Cc"))
    ending = PurePosixPath(clean).suffix[:20]
    short = clean if len(clean) <= LONGEST_NAME else clean[: LONGEST_NAME - len(ending)] + ending
    return short, clean != last
