"""What every page asks for and nobody changes often, kept in this process for half a minute: no page pays for a question twice.

What an editor publishes is on every page half a minute later.
"""

import time
from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")
SECONDS = 30.0

_kept: dict[str, tuple[float, Any]] = {}


def kept(name: str, ask: Callable[[], T]) -> T:
    """What was asked less than half a minute ago, else asked now."""
    now = time.monotonic()
    before = _kept.get(name)
    if before is not None and 0 <= now - before[0] < SECONDS:
        same: T = before[1]
        return same
    found = ask()
    _kept[name] = (now, found)
    return found


def forget() -> None:
    """Ask anew from now on: in tests, and after the contents that come with the software were put in."""
    _kept.clear()
