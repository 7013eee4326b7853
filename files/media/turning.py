"""Which way up a picture stands, and which part of it is kept."""

import struct

from PIL import Image

from files.media.recipe import WHOLE

ORIENTATION = 0x0112  # the tag of EXIF that says how the camera was held
Box = tuple[int, int, int, int]
Move = Image.Transpose
HELD: dict[int, Move] = {
    2: Move.FLIP_LEFT_RIGHT,
    3: Move.ROTATE_180,
    4: Move.FLIP_TOP_BOTTOM,
    5: Move.TRANSPOSE,
    6: Move.ROTATE_270,
    7: Move.TRANSVERSE,
    8: Move.ROTATE_90,
}
CLOCKWISE: dict[int, Move] = {90: Move.ROTATE_270, 180: Move.ROTATE_180, 270: Move.ROTATE_90}


def upright(picture: Image.Image) -> int:
    """How the camera was held, 1 to 8, as the picture says; 1 when what it says cannot be read."""
    try:
        said = picture.getexif().get(ORIENTATION, 1)
    except (OSError, ValueError, SyntaxError, LookupError, TypeError, AttributeError, struct.error):
        return 1
    return said if isinstance(said, int) and said in HELD else 1


def turned(picture: Image.Image, way_up: int, turn: int) -> Image.Image:
    """The right way up, then turned clockwise by so many degrees."""
    for move in (HELD.get(way_up), CLOCKWISE.get(turn)):
        if move is not None:
            picture = picture.transpose(move)
    return picture


def cropped(picture: Image.Image, crop: list[int] | None, places: list[list[int]]) -> tuple[Image.Image, list[list[float]]]:
    """The part that is kept, and the places within it as parts of its width and height, 0 to 1. The rest is gone before they are drawn."""
    whole = (0, 0, *picture.size)
    kept = _dots(crop, picture.size) if crop else whole
    within = [_within(_dots(place, picture.size), kept) for place in places]
    return (picture.crop(kept) if crop else picture), [place for place in within if place]


def _dots(box: list[int], size: tuple[int, int]) -> Box:
    """A box of ten-thousandths in dots, outwards: never less than what was asked for, and at least one dot."""
    width, height = size
    left, top = box[0] * width // WHOLE, box[1] * height // WHOLE
    return left, top, max(left + 1, -(-box[2] * width // WHOLE)), max(top + 1, -(-box[3] * height // WHOLE))


def _within(box: Box, kept: Box) -> list[float]:
    width, height = kept[2] - kept[0], kept[3] - kept[1]
    left, top, right, bottom = max(box[0], kept[0]), max(box[1], kept[1]), min(box[2], kept[2]), min(box[3], kept[3])
    if left >= right or top >= bottom:
        return []
    return [(left - kept[0]) / width, (top - kept[1]) / height, (right - kept[0]) / width, (bottom - kept[1]) / height]
