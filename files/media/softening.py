"""Making a place in a picture unknowable. What stood there is thrown away: a few patches of few colours are all that is drawn again."""

import math

from PIL import Image, ImageFilter, ImageOps

from files.media.limits import BLURRED_CELLS, MOST_PATCHES

BITS = 4  # of each colour of a patch


def soften(picture: Image.Image, place: list[float]) -> None:
    """Draw over `place` (left, top, right, bottom as parts of the whole, 0 to 1) in the picture itself.

    The patches are averages of the place alone, at most six by six of them with 16 steps of each colour: from so little no face
    or word can be reckoned back, whatever program tries. Smoothing them afterwards is only kinder to look at.
    """
    box = (
        math.floor(place[0] * picture.width),
        math.floor(place[1] * picture.height),
        min(picture.width, math.ceil(place[2] * picture.width)),
        min(picture.height, math.ceil(place[3] * picture.height)),
    )
    width, height = box[2] - box[0], box[3] - box[1]
    longest = max(width, height)
    patch = max(longest / BLURRED_CELLS, max(picture.size) / MOST_PATCHES)  # many small places make no face either
    cells = (max(1, int(width / patch)), max(1, int(height / patch)))
    few = ImageOps.posterize(picture.crop(box).resize(cells, Image.Resampling.BOX), BITS)
    patches = few.resize((width, height), Image.Resampling.NEAREST)
    picture.paste(patches.filter(ImageFilter.GaussianBlur(longest / BLURRED_CELLS / 3)), box)
