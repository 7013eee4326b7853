"""Colours as every screen understands them: what a picture's own colour profile meant becomes sRGB, and the profile stays behind."""

import io

from PIL import Image, ImageCms

from files.media.limits import MOST_COLOUR_PROFILE

PAPER = (255, 255, 255)
DEEP = ("I", "F")  # one number a dot, larger than a screen shows
WITH_PROFILE = ("RGB", "L", "CMYK")
PLAIN = ImageCms.createProfile("sRGB")


def in_plain_colours(picture: Image.Image) -> Image.Image:
    """The picture as red, green and blue in sRGB; what was see-through is white paper."""
    if picture.mode in DEEP or picture.mode.startswith("I;16"):
        return picture.convert("F").point(lambda value: value / 256).convert("L").convert("RGB")
    profile = picture.info.get("icc_profile") or b""
    clear = None
    if picture.mode in ("LA", "PA", "La", "RGBa", "RGBA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        clear = picture.getchannel("A")
    if picture.mode not in WITH_PROFILE:
        picture = picture.convert("RGB")
    seen = _from_profile(picture, profile) or (picture if picture.mode == "RGB" else picture.convert("RGB"))
    if clear is None:
        return seen
    sheet = Image.new("RGB", seen.size, PAPER)
    sheet.paste(seen, (0, 0), clear)
    return sheet


def _from_profile(picture: Image.Image, profile: bytes) -> Image.Image | None:
    """The same colours in sRGB; None when there is no profile that can be understood."""
    if not profile or len(profile) > MOST_COLOUR_PROFILE:
        return None
    try:
        return ImageCms.profileToProfile(picture, ImageCms.ImageCmsProfile(io.BytesIO(profile)), PLAIN, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
