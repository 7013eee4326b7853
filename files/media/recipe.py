"""What its author asks to be done to a picture: turn it, keep a part of it, make places in it unknowable.

    {"turn": 90, "crop": [x0, y0, x1, y1], "blur": [[x0, y0, x1, y1], ...]}

Turned first, clockwise; the boxes are ten-thousandths of the width and height of the picture as it then stands. Left out means no.
"""

from collections.abc import Mapping
from typing import Any

from audit.canonical import canonical, sha256
from files.media.limits import MOST_BLURRED
from files.media.refusals import NotTaken

WHOLE = 10_000
LEAST = 50  # ten-thousandths: what is kept is at least this wide and high
TURNS = (0, 90, 180, 270)
Recipe = dict[str, Any]


def checked(recipe: Mapping[str, Any]) -> Recipe:
    """The recipe in its one shape, without what changes nothing. Raises NotTaken for one that cannot be understood."""
    if not isinstance(recipe, dict) or not recipe.keys() <= {"turn", "crop", "blur"}:
        raise NotTaken("bad_change")
    found: Recipe = {}
    turn, crop, blur = recipe.get("turn") or 0, recipe.get("crop"), recipe.get("blur") or []
    if type(turn) is not int or turn not in TURNS or not isinstance(blur, list) or len(blur) > MOST_BLURRED:
        raise NotTaken("bad_change")
    if turn:
        found["turn"] = turn
    if crop is not None and _box(crop, LEAST) != [0, 0, WHOLE, WHOLE]:
        found["crop"] = _box(crop, LEAST)
    if blur:
        found["blur"] = [_box(box, 1) for box in blur]
    return found


def key_of(recipe: Mapping[str, Any]) -> str:
    """The SHA-256 of a recipe in its one shape; "" for one that changes nothing. Raises NotTaken."""
    shaped = checked(recipe)
    return sha256(canonical(shaped)) if shaped else ""


def _box(box: Any, least: int) -> list[int]:
    if not isinstance(box, list) or len(box) != 4 or any(type(number) is not int for number in box):
        raise NotTaken("bad_change")
    left, top, right, bottom = box
    if not (left >= 0 and left + least <= right <= WHOLE and top >= 0 and top + least <= bottom <= WHOLE):
        raise NotTaken("bad_change")
    return [left, top, right, bottom]
