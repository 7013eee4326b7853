"""How many dots a picture says it has, read from its first lines alone: nothing is decoded, and nothing that is said is believed later.

Whatever cannot be read counts as no dots at all. The process that decodes the picture looks again.
"""

import re
import struct
from collections.abc import Callable

LOOKED_AT = 1 << 18  # bytes at the start in which a size stands
Size = tuple[int, int]
UNKNOWN: Size = (0, 0)
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}  # markers of a JPEG that begin a picture
ALONE = frozenset({0x01, *range(0xD0, 0xD9)})  # markers without a length
WIDTH, HEIGHT = 256, 257  # tags of a TIFF
SHORT = 3


def pixels_of(content: bytes, media_type: str) -> Size:
    """(width, height) as the picture says; (0, 0) when it does not say."""
    try:
        return READERS[media_type](content)
    except (struct.error, IndexError, KeyError, ValueError):
        return UNKNOWN


def _png(content: bytes) -> Size:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _gif(content: bytes) -> Size:
    width, height = struct.unpack_from("<HH", content, 6)
    return width, height


def _jpeg(content: bytes) -> Size:
    at = 2
    while at < len(content):
        while content[at] != 0xFF:
            at += 1
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        if marker in FRAMES:
            height, width = struct.unpack_from(">HH", content, at + 4)
            return width, height
        at += 1 if marker in ALONE else 1 + struct.unpack_from(">H", content, at + 1)[0]
    return UNKNOWN


def _webp(content: bytes) -> Size:
    what = content[12:16]
    if what == b"VP8X":
        return 1 + int.from_bytes(content[24:27], "little"), 1 + int.from_bytes(content[27:30], "little")
    if what == b"VP8L":
        bits = struct.unpack_from("<I", content, 21)[0]
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", content, 26)
    return width & 0x3FFF, height & 0x3FFF


def _tiff(content: bytes) -> Size:
    order = "<" if content[:2] == b"II" else ">"
    first = struct.unpack_from(f"{order}I", content, 4)[0]
    said = {}
    for number in range(struct.unpack_from(f"{order}H", content, first)[0]):
        at = first + 2 + 12 * number
        tag, kind = struct.unpack_from(f"{order}HH", content, at)
        said[tag] = struct.unpack_from(f"{order}{'H' if kind == SHORT else 'I'}", content, at + 8)[0]
    return said[WIDTH], said[HEIGHT]


def _heif(content: bytes) -> Size:
    """The largest picture it names: the tiles of a large one are smaller."""
    sizes = [struct.unpack_from(">II", content, found.end() + 4) for found in re.finditer(b"ispe", content[:LOOKED_AT])]
    width, height = max(sizes, key=lambda size: size[0] * size[1], default=UNKNOWN)
    return width, height


READERS: dict[str, Callable[[bytes], Size]] = {
    "image/png": _png,
    "image/gif": _gif,
    "image/jpeg": _jpeg,
    "image/webp": _webp,
    "image/tiff": _tiff,
    "image/heic": _heif,
    "image/heif": _heif,
}
