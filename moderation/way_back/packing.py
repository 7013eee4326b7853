"""A package is made once, packed in one file and kept in the private storage until its receipt is here.

So a second sending is byte for byte the first, whatever has changed meanwhile (a new number of the child, a newer font).
"""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO, Any
from uuid import UUID

from django.core.files.base import File as Opened
from django.db import transaction

from files.bags import DATA, BagBroken, check_bag
from files.models import File
from files.storages import safe
from moderation.models import WriteBack
from moderation.way_back.package import write_package
from moderation.way_back.places import Package


@contextmanager
def packed(write_back: WriteBack) -> Iterator[Package]:
    """The package of this contribution in a file of its own, for as long as the block lasts.

    Raises PdfNotPossible, SealBrokenError or OSError when it cannot be made now.
    """
    with TemporaryDirectory(prefix="ownstory-") as scratch:
        kept = Path(scratch) / "kept.zip"
        digest = _fetched(write_back.pk, kept, Path(scratch) / "opened") or _made(write_back, kept, Path(scratch) / "bag")
        yield Package(str(write_back.pk), kept, digest)


def forget(write_back: WriteBack) -> None:
    """Its receipt is here: what was kept to send again can go."""
    safe().delete(_name(write_back.pk))


def forget_packages_with(file: File) -> None:
    """A package that is kept to be sent again and may hold this file goes at once, wherever it stands: it is made again without it."""
    for write_back in WriteBack.objects.filter(contribution__attachments__file=file):
        transaction.on_commit(partial(forget, write_back))


def _name(pk: UUID) -> str:
    return f"way-back/{pk}.zip"


def _fetched(pk: UUID, kept: Path, opened: Path) -> str:
    """The digest of the package that was kept, copied to `kept`; "" when none is, or one that was cut short when it was written."""
    if not safe().exists(_name(pk)):
        return ""
    with safe().open(_name(pk)) as stored, kept.open("wb") as copy:
        _copy(stored, copy)
    try:
        with zipfile.ZipFile(kept) as archive:
            archive.extractall(opened)
        return check_bag(opened)
    except (zipfile.BadZipFile, BagBroken):
        safe().delete(_name(pk))
        return ""


def _made(write_back: WriteBack, kept: Path, bag: Path) -> str:
    (bag / DATA).mkdir(parents=True)
    digest = write_package(bag, write_back)
    check_bag(bag)
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(bag.rglob("*")):
            archive.write(path, path.relative_to(bag))
    with kept.open("rb") as opened:
        safe().save(_name(write_back.pk), Opened(opened))
    return digest


def _copy(source: Any, target: IO[bytes]) -> None:
    for piece in source.chunks():
        target.write(piece)
