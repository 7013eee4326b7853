"""Pictures of a few bytes that become far too large when they are decoded: each must be refused before it does."""

import io
import struct
import zlib
from collections.abc import Callable
from functools import cache

from PIL import Image

from tests.factories import hostile_documents, media

Make = Callable[[], bytes]
TOO_MANY, BROKEN = "too_many_pixels", "broken_photo"


@cache
def png(side: int, depth: int = 8, colours: int = 2) -> bytes:
    """A whole and valid PNG, black: well packed, it has a thousandth of its size or less."""
    line = b"\0" + b"\0" * (side * depth * (3 if colours == 2 else 1) // 8)
    pack = zlib.compressobj(9)
    rows = b"".join(pack.compress(line) for _ in range(side)) + pack.flush()
    head = struct.pack(">IIBBBBB", side, side, depth, colours, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def chunk(name: bytes, content: bytes) -> bytes:
    """One part of a PNG."""
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


@cache
def png_with_heavy_profile() -> bytes:
    """A PNG whose colour profile unpacks to 300 megabytes."""
    pack = zlib.compressobj(9)
    heavy = b"".join(pack.compress(b"\0" * 1_000_000) for _ in range(300)) + pack.flush()
    plain = media.saved(media.corners(), "PNG")
    return plain[:33] + chunk(b"iCCP", b"x\0\0" + heavy) + plain[33:]


def gif_declared() -> bytes:
    """A GIF of 65535 by 65535."""
    plain = bytearray(media.saved(media.corners(), "GIF"))
    struct.pack_into("<HH", plain, 6, 65_535, 65_535)
    return bytes(plain)


def gif_with_large_frame() -> bytes:
    """A GIF that says it is small, and whose first picture is not."""
    plain = bytearray(media.saved(media.corners(), "GIF"))
    frame = plain.index(b",", 13)
    struct.pack_into("<HH", plain, frame + 5, 65_535, 65_535)
    return bytes(plain)


def jpeg_declared() -> bytes:
    """A JPEG of 65500 by 65500."""
    plain = bytearray(media.jpeg())
    struct.pack_into(">HH", plain, plain.index(b"\xff\xc0") + 5, 65_500, 65_500)
    return bytes(plain)


def webp_declared() -> bytes:
    """A WebP of 16383 by 16383."""
    made = io.BytesIO()
    Image.new("L", (16, 16)).save(made, "WEBP")
    plain = bytearray(made.getvalue())
    struct.pack_into("<HH", plain, plain.index(b"\x9d\x01\x2a") + 3, 16_383, 16_383)
    return bytes(plain)


def tiff_declared() -> bytes:
    """A TIFF of 100000 by 100000."""
    plain = bytearray(media.saved(media.corners(), "TIFF"))
    first = struct.unpack_from("<I", plain, 4)[0]
    for number in range(struct.unpack_from("<H", plain, first)[0]):
        at = first + 2 + 12 * number
        if struct.unpack_from("<H", plain, at)[0] in (256, 257):
            struct.pack_into("<HII", plain, at + 2, 4, 1, 100_000)
    return bytes(plain)


def heic_declared() -> bytes:
    """A HEIC of 60000 by 60000."""
    plain = bytearray(media.saved(media.corners(), "HEIF"))
    at = -1
    while (at := plain.find(b"ispe", at + 1)) >= 0:
        struct.pack_into(">II", plain, at + 8, 60_000, 60_000)
    return bytes(plain)


BOMBS: dict[str, tuple[Make, str]] = {
    "one-dot.png": (lambda: hostile_documents._png(50_000, 50_000, zlib.compress(b"\0" * 4)), TOO_MANY),
    "black.png": (lambda: png(9_000), TOO_MANY),
    "not-quite-too-many.png": (lambda: png(7_500), TOO_MANY),
    "black-bits.png": (lambda: png(20_000, depth=1, colours=0), TOO_MANY),
    "words.png": (hostile_documents.png_text_bomb, BROKEN),
    "profile.png": (png_with_heavy_profile, BROKEN),
    "declared.gif": (gif_declared, TOO_MANY),
    "frame.gif": (gif_with_large_frame, TOO_MANY),
    "declared.jpg": (jpeg_declared, TOO_MANY),
    "declared.webp": (webp_declared, TOO_MANY),
    "declared.tif": (tiff_declared, TOO_MANY),
    "declared.heic": (heic_declared, TOO_MANY),
}
