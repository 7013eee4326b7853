"""A young person's copy as one zip, written to a file of its own piece by piece: photos and recordings never stand in memory together."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from contextlib import ExitStack
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from weakref import finalize

from django.utils.timezone import localtime

from audit.canonical import sha256
from files.queries import CHUNK_BYTES
from portal.exporting.my_media import Kept

FOLDER, RECEIPT = "my-copy", "receipt.json"
MOST_IN_MEMORY = 10_000_000  # bytes: a larger copy is written to the disk


class Packed:
    """A finished zip, to be read once or more. It is closed when nobody holds it any more: whoever drops it leaves nothing on the disk."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        finalize(self, file.close)

    def read(self, size: int = -1) -> bytes:
        """The next bytes of it, or all that are left."""
        return self._file.read(size)

    def seek(self, place: int, whence: int = 0) -> int:
        """Go there."""
        return self._file.seek(place, whence)

    def tell(self) -> int:
        """Where the next byte is read."""
        return self._file.tell()

    def seekable(self) -> bool:
        """Yes."""
        return True

    def close(self) -> None:
        """Let it go."""
        self._file.close()


def packed(files: Mapping[str, bytes], media: Mapping[str, Kept], receipt: Mapping[str, Any], at: datetime) -> Packed:
    """The zip, at its beginning. The same contents at the same moment are the same bytes. The receipt names every other file."""
    digests: dict[str, str] = {}
    with ExitStack() as on_failure:
        target = on_failure.enter_context(SpooledTemporaryFile(MOST_IN_MEMORY, prefix="ownstory-"))
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                digests[name] = _add(archive, name, content, at)
            for name in sorted(media):
                found = media[name].fetch()
                if found is not None:
                    digests[name] = _add(archive, name, found, at, how=zipfile.ZIP_STORED)
            _add(archive, RECEIPT, as_json({**receipt, "files": dict(sorted(digests.items()))}), at)
        on_failure.pop_all()
    target.seek(0)
    return Packed(target)


def digest_of(packed: Packed) -> str:
    """Its SHA-256. It stands at its beginning afterwards."""
    digest = hashlib.sha256()
    while piece := packed.read(CHUNK_BYTES):
        digest.update(piece)
    packed.seek(0)
    return digest.hexdigest()


def as_json(facts: Mapping[str, Any]) -> bytes:
    """The facts as they stand in the copy."""
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()


def _add(archive: zipfile.ZipFile, name: str, content: bytes, at: datetime, *, how: int = zipfile.ZIP_DEFLATED) -> str:
    archive.writestr(zipfile.ZipInfo(f"{FOLDER}/{name}", localtime(at).timetuple()[:6]), content, how)
    return sha256(content)
