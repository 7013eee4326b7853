"""Canonical JSON lines: one object a line, its keys in order, UTF-8; the same facts are always the same bytes."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from audit.canonical import canonical


def as_lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """These objects as RFC 8785 canonical JSON, one a line."""
    return b"".join(canonical(dict(row)) + b"\n" for row in rows)


def read_lines(content: bytes) -> Iterator[dict[str, Any]]:
    """The objects of such a file. Raises ValueError for a line that is not a JSON object."""
    for line in content.split(b"\n"):
        if line:
            found = json.loads(line)
            if not isinstance(found, dict):
                raise ValueError("A line is not a JSON object.")
            yield found
