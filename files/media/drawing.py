"""Decode one picture and draw it anew: a program of its own, started within limits, because what it reads may mean harm.

It answers each line on standard input, {"path", "type", "recipe", "out"}, with one line: {"width", "height", "tool"} or {"refused": code}.
"""

import json
import struct
import sys
import warnings
import zlib
from pathlib import Path
from typing import Any

import PIL
import pillow_heif
from PIL import Image, UnidentifiedImageError

from files.media.colours import in_plain_colours
from files.media.kinds import PHOTOS, check_pixels
from files.media.limits import MOST_PIXELS, PHOTO_SIDE, SMALL_SIDE, WORKING_SIDE
from files.media.refusals import NotTaken
from files.media.softening import soften
from files.media.turning import cropped, turned, upright

# What a decoder may raise for bytes that are not what they say. A fault that is not named here ends the process, which says enough.
FAULTS = (OSError, ValueError, SyntaxError, EOFError, LookupError, TypeError, ArithmeticError, AttributeError, RuntimeError)
TOO_MUCH = (Image.DecompressionBombError, Image.DecompressionBombWarning)
TOOL = f"Pillow {PIL.__version__}, pillow-heif {pillow_heif.__version__}"

SHRINK_WELL = ("RGB", "L", "CMYK", "RGBA")

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
pillow_heif.options.DECODE_THREADS = 1
pillow_heif.register_heif_opener(thumbnails=False)
warnings.simplefilter("ignore")
warnings.simplefilter("error", Image.DecompressionBombWarning)


def draw(path: Path, media_type: str, recipe: dict[str, Any], out: Path) -> dict[str, Any]:
    """Write `photo.jpg` and `small.jpg` into `out`: the first frame, upright, in sRGB, as the recipe says. Raises NotTaken."""
    try:
        with Image.open(path, formats=(PHOTOS[media_type],)) as picture:
            check_pixels(*picture.size, path.stat().st_size)
            made = _made(picture, recipe)
    except TOO_MUCH:
        raise NotTaken("too_many_pixels") from None
    except (MemoryError, UnidentifiedImageError) as fault:
        raise NotTaken("too_hard" if isinstance(fault, MemoryError) else "broken_photo") from None
    except (*FAULTS, struct.error, zlib.error):
        raise NotTaken("broken_photo") from None
    for name, side in (("photo.jpg", PHOTO_SIDE), ("small.jpg", SMALL_SIDE)):
        copy = made.copy()
        copy.thumbnail((side, side), Image.Resampling.LANCZOS)
        copy.save(out / name, "JPEG", quality=86, optimize=True)
    return {"width": made.width, "height": made.height, "tool": TOOL}


def _made(picture: Image.Image, recipe: dict[str, Any]) -> Image.Image:
    """A new picture with nothing but dots. Places are made unknowable last, on what is left after everything else."""
    is_turned = picture.format == "HEIF"  # its decoder does that
    if picture.mode in SHRINK_WELL:
        picture.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.LANCZOS)  # before anything else takes memory for a large one
    picture.load()
    way_up = 1 if is_turned else upright(picture)
    seen = in_plain_colours(picture)
    seen.thumbnail((WORKING_SIDE, WORKING_SIDE), Image.Resampling.LANCZOS)
    kept, places = cropped(turned(seen, way_up, recipe.get("turn", 0)), recipe.get("crop"), recipe.get("blur", []))
    kept.thumbnail((PHOTO_SIDE, PHOTO_SIDE), Image.Resampling.LANCZOS)
    for place in places:
        soften(kept, place)
    made = Image.new("RGB", kept.size)
    made.paste(kept)
    return made


def main() -> None:
    """Answer lines until there are no more."""
    for line in sys.stdin:
        asked = json.loads(line)
        try:
            said = draw(Path(asked["path"]), asked["type"], asked["recipe"], Path(asked["out"]))
        except NotTaken as refusal:
            said = {"refused": refusal.code}
        sys.stdout.write(json.dumps(said) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
