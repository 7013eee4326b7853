"""A last look at what was drawn, by code that shares nothing with what drew it: a JPEG that holds dots and says nothing else."""

import struct

START, END, PICTURE_STARTS, RESTARTS = 0xD8, 0xD9, 0xDA, range(0xD0, 0xD8)
JFIF = 0xE0
# Tables of numbers, the size of the picture, and the plainest head: what a picture needs. Everything a camera adds is not among them.
NEEDED = frozenset({0xC0, 0xC1, 0xC2, 0xC4, 0xDB, 0xDD, PICTURE_STARTS, JFIF})
JFIF_BYTES = 16  # of a head without a thumbnail


def is_only_a_picture(content: bytes) -> bool:
    """Whether these bytes are a JPEG from the first to the last, without EXIF, XMP, profile, thumbnail, comment or anything behind it."""
    try:
        return content[:2] == bytes((0xFF, START)) and _ends_well(content)
    except (IndexError, ValueError, struct.error):
        return False


def _ends_well(content: bytes) -> bool:
    at = 2
    while content[at] == 0xFF:
        marker = content[at + 1]
        if marker == END:
            return at + 2 == len(content)
        length = struct.unpack_from(">H", content, at + 2)[0]
        if marker not in NEEDED or (marker == JFIF and length != JFIF_BYTES):
            return False
        at += 2 + length
        if marker == PICTURE_STARTS:
            at = _behind_the_dots(content, at)
    return False


def _behind_the_dots(content: bytes, at: int) -> int:
    """Where the next marker stands. Within the dots FF is followed by 00, or by a mark to begin anew from."""
    while True:
        at = content.index(0xFF, at)
        if content[at + 1] and content[at + 1] not in RESTARTS:
            return at
        at += 2
