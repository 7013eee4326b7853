"""Opening a file of text whatever its encoding, and handing out its lines without ever holding more than one.

Returns are written by many systems: UTF-8 with or without a byte-order mark, UTF-16, or the old Windows encoding. The last
cannot be told from damage, so it is reported.
"""

import codecs
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

CHUNK = 1 << 16
LONGEST_LINE = 1 << 16  # characters; no row of a return is a tenth as long
OLD_WINDOWS = "cp1252"
UTF_8 = "utf-8-sig"
MARKS = ((codecs.BOM_UTF8, UTF_8), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file is written, and the line on which it stopped being UTF-8 (0: it did not)."""

    name: str
    odd_line: int = 0


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end. `cut`: it was too long, and the rest was passed over."""

    number: int
    text: str
    cut: bool = False


def encoding_of(path: Path) -> Encoding:
    """Find out how a file is written. Raises OSError when it cannot be opened."""
    with path.open("rb") as file:
        start = file.read(CHUNK)
        for mark, name in MARKS:
            if start.startswith(mark):
                return Encoding(name)
        if start[1::2][:200].count(0) > len(start[:400]) / 3:
            return Encoding("utf-16-le")
        if start[::2][:200].count(0) > len(start[:400]) / 3:
            return Encoding("utf-16-be")
        file.seek(0)
        return _utf_8_or_old_windows(file.read(CHUNK), iter(lambda: file.read(CHUNK), b""))


def open_text(path: Path, encoding: Encoding) -> TextIO:
    """Open the file for `lines`. Bytes that mean nothing become a replacement character, which no cell may hold."""
    return path.open(encoding=encoding.name, errors="replace", newline="")


def lines(file: TextIO) -> Iterator[Line]:
    """Every line with its number from 1; a line longer than LONGEST_LINE is cut, so that memory stays small."""
    number = 0
    while written := file.readline(LONGEST_LINE):
        number += 1
        cut = len(written) == LONGEST_LINE and written[-1] not in "\r\n"
        yield Line(number, written.rstrip("\r\n"), cut)
        while cut and (rest := file.readline(LONGEST_LINE)):
            cut = rest[-1] not in "\r\n"


def looks_like_xml(path: Path) -> bool:
    """Whether the first thing in the file is a tag. Raises OSError when it cannot be opened."""
    with open_text(path, encoding_of(path)) as file:
        return file.read(200).lstrip("\ufeff \t\r\n").startswith("<")


def _utf_8_or_old_windows(chunk: bytes, more: Iterator[bytes]) -> Encoding:
    decoder = codecs.getincrementaldecoder("utf-8")()
    line = 1
    while chunk:
        try:
            decoder.decode(chunk)
        except UnicodeDecodeError as error:
            return Encoding(OLD_WINDOWS, line + error.object[: error.start].count(b"\n"))
        line += chunk.count(b"\n")
        chunk = next(more, b"")
    return Encoding(UTF_8)
