"""Bags (BagIt, RFC 8493): a folder that carries the SHA-256 of everything in it, so that anybody can see that it is whole.

    with whole_or_nothing(target) as draft:
        (draft / DATA / "words.txt").write_bytes(...)
        digest = finish_bag(draft, {"External-Identifier": "..."})
    check_bag(target) == digest

We write the few lines of the standard ourselves, so that the same contents make the same bytes and no process changes its
working directory; what is written is read back by the bagit library, which knows nothing of us.
"""

import hashlib
import os
import shutil
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import bagit

DATA = "data"
BAGIT, INFO, MANIFEST, TAGS = "bagit.txt", "bag-info.txt", "manifest-sha256.txt", "tagmanifest-sha256.txt"
DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
LEFT_BEHIND_SECONDS = 3600  # a draft this old belongs to somebody who was stopped


class BagBroken(Exception):
    """The bag is not whole. `name` is the file, `why` a sentence."""

    def __init__(self, name: str, why: str) -> None:
        super().__init__(f"{name}: {why}")
        self.name, self.why = name, why


def file_digest(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def finish_bag(folder: Path, info: Mapping[str, str]) -> str:
    """Write what makes a bag of a folder whose contents stand under `data/`. Returns the SHA-256 of its tag manifest."""
    (folder / BAGIT).write_bytes(DECLARATION)
    (folder / INFO).write_bytes("".join(f"{key}: {' '.join(value.split())}\n" for key, value in info.items()).encode())
    (folder / MANIFEST).write_bytes(_lines(_payload(folder)))
    (folder / TAGS).write_bytes(_lines({name: file_digest(folder / name) for name in (BAGIT, INFO, MANIFEST)}))
    return file_digest(folder / TAGS)


def check_bag(folder: Path) -> str:
    """The SHA-256 of the bag's tag manifest. Raises BagBroken, naming the file, when one byte of it is not as it was written."""
    _check_shape(folder)
    _check_tags(folder)
    _check_payload(folder)
    try:
        bagit.Bag(str(folder)).validate()  # an independent reader has the last word
    except bagit.BagError as error:
        raise BagBroken(MANIFEST, f"The bag does not validate: {error}") from None
    return file_digest(folder / TAGS)


@contextmanager
def whole_or_nothing(target: Path, *, replace: bool = False, private: bool = False) -> Iterator[Path]:
    """A folder to write into, with an empty `data/`, that becomes `target` in one step when the block ends well, and nothing else.

    `private`: only the user this runs as may open it. Raises FileExistsError when the target is there already, unless it is to
    be replaced, and OSError when it cannot be written.
    """
    if target.exists() and not replace:
        raise FileExistsError(f"{target} is there already.")
    _forget_old_drafts(target)
    draft = target.parent / f".{target.name}.{uuid4().hex}.part"
    try:
        draft.mkdir(mode=0o700 if private else 0o777)
        (draft / DATA).mkdir()
        yield draft
        _to_disk(draft)
        _put_in_place(draft, target)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def _payload(folder: Path) -> dict[str, str]:
    """Every file under data/ with its digest."""
    return {path.relative_to(folder).as_posix(): file_digest(path) for path in sorted((folder / DATA).rglob("*")) if path.is_file()}


def _lines(digests: Mapping[str, str]) -> bytes:
    return "".join(f"{digest}  {_quoted(name)}\n" for name, digest in sorted(digests.items())).encode()


def _read_lines(path: Path) -> dict[str, str]:
    """What a manifest says, as far as it can be read; anything else fails the comparison that follows."""
    pairs = [line.split("  ", 1) for line in path.read_bytes().decode("utf-8", "replace").split("\n") if "  " in line]
    return {name: digest for digest, name in pairs}


def _quoted(name: str) -> str:
    return name.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _check_shape(folder: Path) -> None:
    if not folder.is_dir():
        raise BagBroken(str(folder), "There is no such folder.")
    for path in sorted(folder.rglob("*")):
        if path.is_symlink() or not (path.is_file() or path.is_dir()):
            raise BagBroken(path.relative_to(folder).as_posix(), "It points somewhere else. A bag holds plain files only.")
    there, wanted = {path.name for path in folder.iterdir()}, {BAGIT, INFO, MANIFEST, TAGS, DATA}
    for name in sorted(wanted - there):
        raise BagBroken(name, "It is missing.")
    for name in sorted(there - wanted):
        raise BagBroken(name, "It does not belong to the bag.")


def _check_tags(folder: Path) -> None:
    said, found = _read_lines(folder / TAGS), {name: file_digest(folder / name) for name in (BAGIT, INFO, MANIFEST)}
    for name, digest in found.items():
        if said.get(name) != digest:
            raise BagBroken(name, "It is not what was written.")
    if (folder / TAGS).read_bytes() != _lines(found):
        raise BagBroken(TAGS, "It is not what was written.")
    if (folder / BAGIT).read_bytes() != DECLARATION:
        raise BagBroken(BAGIT, "This is not a bag of a kind we know.")


def _check_payload(folder: Path) -> None:
    said, found = _read_lines(folder / MANIFEST), {_quoted(name): digest for name, digest in _payload(folder).items()}
    for name in sorted(said.keys() | found.keys()):
        if name not in found:
            raise BagBroken(name, "It is missing.")
        if name not in said:
            raise BagBroken(name, "It does not belong to the bag.")
        if said[name] != found[name]:
            raise BagBroken(name, "It is not what was written.")
    if (folder / MANIFEST).read_bytes() != _lines(_payload(folder)):
        raise BagBroken(MANIFEST, "It is not what was written.")


def _to_disk(draft: Path) -> None:
    """Ask the machine to keep every file and folder before the name appears: a power cut must not leave half of one."""
    for path in (draft, *draft.rglob("*")):
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _put_in_place(draft: Path, target: Path) -> None:
    before = target.parent / f".{target.name}.{uuid4().hex}.before"
    if target.exists():
        os.rename(target, before)
    os.rename(draft, target)
    shutil.rmtree(before, ignore_errors=True)
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _forget_old_drafts(target: Path) -> None:
    for path in target.parent.glob(f".{target.name}.*.*"):
        if path.suffix in (".part", ".before") and time.time() - path.stat().st_mtime > LEFT_BEHIND_SECONDS:
            shutil.rmtree(path, ignore_errors=True)
