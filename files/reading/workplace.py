"""A folder to work in for as long as one document is looked at or read; what a killed worker left behind is cleared away."""

import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "ownstory-reading-"
LEFT_BEHIND = 6 * 3600  # seconds: no work on one document takes this long


@contextmanager
def workplace(content: bytes) -> Iterator[Path]:
    """The document as a file called `original` in a folder that only we may open, and that is gone afterwards."""
    _clear_away()
    with tempfile.TemporaryDirectory(prefix=PREFIX) as folder:
        path = Path(folder, "original")
        path.write_bytes(content)
        yield path


def _clear_away() -> None:
    """Nobody's papers stay in the clear because the power failed."""
    for path in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > LEFT_BEHIND:
                shutil.rmtree(path, ignore_errors=True)
