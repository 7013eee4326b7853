"""Pictures of a page, made new: what is shown never holds a byte of the original."""

from pathlib import Path

from PIL import Image

from files.reading.limits import LONGEST_SIDE, PICTURE_WIDTH, SMALL_WIDTH
from files.reading.speaking import Page

READABLE_FROM = 1_600  # pixels of the longer side; smaller pictures are enlarged before a program reads them
TALLEST = 4  # times its width; a longer page is shown smaller
PAPER = (255, 255, 255)


def keep(picture: Image.Image, number: int, out: Path, *, text: str, read_letters: bool) -> Page:
    """Write the pictures of one page into `out`. `read_letters`: also the one Tesseract is to read."""
    flat = on_paper(picture)
    shown, small = f"{number}.jpg", f"{number}-small.jpg"
    for name, width in ((shown, PICTURE_WIDTH), (small, SMALL_WIDTH)):
        copy = flat.copy()
        copy.thumbnail((width, width * TALLEST), Image.Resampling.LANCZOS)
        copy.save(out / name, "JPEG", quality=72, optimize=True)
    letters = ""
    if read_letters:
        letters = f"{number}-letters.png"
        _readable(flat).save(out / letters, "PNG", compress_level=1)
    return Page(number, text=text, picture=shown, small=small, letters=letters)


def on_paper(picture: Image.Image) -> Image.Image:
    """A new picture with nothing but dots: what was see-through becomes white."""
    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        picture = picture.convert("F").point(lambda value: value / 256).convert("L")
    seen = picture.convert("RGBA") if "A" in picture.mode or "transparency" in picture.info else picture.convert("RGB")
    sheet = Image.new("RGB", seen.size, PAPER)
    sheet.paste(seen, (0, 0), seen if seen.mode == "RGBA" else None)
    return sheet


def _readable(picture: Image.Image) -> Image.Image:
    grey = picture.convert("L")
    longest = max(grey.size)
    if longest < READABLE_FROM:
        by = min(3, READABLE_FROM / max(longest, 1))
        return grey.resize((max(1, round(grey.width * by)), max(1, round(grey.height * by))), Image.Resampling.BICUBIC)
    grey.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    return grey
