"""Scans and photographs: TIFF (every page of it), JPEG, PNG. Decoded by Pillow, within what it may hold."""

import warnings
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageOps

from files.reading.findings import Refused
from files.reading.limits import MOST_PAGES, MOST_PIXELS
from files.reading.small_pictures import keep
from files.reading.speaking import Page, answer

FORMATS = ("TIFF", "JPEG", "PNG")
PAGED = "TIFF"

Image.MAX_IMAGE_PIXELS = MOST_PIXELS
warnings.simplefilter("error", Image.DecompressionBombWarning)


def look(path: Path) -> int:
    """How many pages. Raises Refused; sizes are read before any dot is decoded."""
    try:
        with Image.open(path, formats=FORMATS) as picture:
            count = _pages(picture)
            if count > MOST_PAGES:
                raise Refused("too_many_pages")
            for at in range(count):
                picture.seek(at)
                if picture.width * picture.height > MOST_PIXELS:
                    raise Refused("too_many_pixels")
            picture.load()  # the last page: what was cut short ends there
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Refused("too_many_pixels") from None
    except (OSError, ValueError, SyntaxError, EOFError, KeyError, TypeError):
        raise Refused("broken") from None
    return count


def _pages(picture: Image.Image) -> int:
    return int(getattr(picture, "n_frames", 1)) if picture.format == PAGED else 1


def pages(path: Path, out: Path, first: int) -> Iterator[Page]:
    """Each page from `first` on, turned the right way up, to be read by Tesseract."""
    with Image.open(path, formats=FORMATS) as picture:
        for number in range(first, _pages(picture) + 1):
            picture.seek(number - 1)
            upright = ImageOps.exif_transpose(picture) or picture
            yield keep(upright, number, out, text="", read_letters=True)


if __name__ == "__main__":
    answer(look, pages)
