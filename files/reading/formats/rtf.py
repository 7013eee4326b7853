"""RTF: looked at for objects and templates, then stripped to its words."""

import re
from collections.abc import Iterator
from pathlib import Path

from striprtf.striprtf import rtf_to_text

from files.reading.findings import Refused
from files.reading.speaking import Page, answer

BRACES = re.compile(rb"\\[{}\\]|[{}]")
OBJECTS = re.compile(rb"\\(?:object|objdata|objocx|objemb|objlink|objautlink|objupdate)\b", re.IGNORECASE)
OUTSIDE = re.compile(rb"\\\*\s*\\template\b|\bDDE(?:AUTO)?\b|\bINCLUDE(?:TEXT|PICTURE)\b")
MOST_NESTED = 300


def look(path: Path) -> int:
    """Always 1: the format does not say where its pages end. Raises Refused."""
    content = path.read_bytes()
    _check_braces(content)
    if OBJECTS.search(content):
        raise Refused("objects_inside")
    if OUTSIDE.search(content):
        raise Refused("outside_template")
    return 1


def _check_braces(content: bytes) -> None:
    """A document whose groups do not close was cut short."""
    depth = 0
    for found in BRACES.finditer(content):
        depth += {b"{": 1, b"}": -1}.get(found.group(), 0)
        if depth < 0 or depth > MOST_NESTED:
            raise Refused("broken")
    if depth:
        raise Refused("broken")


def pages(path: Path, out: Path, first: int) -> Iterator[Page]:
    """The words, as one page."""
    if first == 1:
        yield Page(1, text=rtf_to_text(path.read_text(encoding="latin-1"), errors="ignore").strip())


if __name__ == "__main__":
    answer(look, pages)
