"""PDF: looked at with pikepdf (what does it do when it is opened?), read and drawn with PDFium."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2

from files.reading.findings import Refused
from files.reading.limits import DOTS_AN_INCH, LONGEST_SIDE, MOST_OBJECTS, MOST_PAGES, PICTURE_WIDTH
from files.reading.lines import rejoined
from files.reading.small_pictures import keep
from files.reading.speaking import Page, answer

KEYS = {"/JS": "scripts", "/JavaScript": "scripts", "/XFA": "scripts", "/EF": "files_inside", "/RichMediaContent": "scripts"}
ACTIONS = {
    "/JavaScript": "scripts",
    "/Rendition": "scripts",
    "/RichMediaExecute": "scripts",
    "/Launch": "launches",
    "/ImportData": "launches",
    "/SubmitForm": "launches",
    "/GoToE": "files_inside",
}
DEEPEST = 60  # levels inside one object
LETTERS_OF_A_PAGE = 12  # fewer than these on a page with something drawn on it: it is a picture of a page
POINTS_AN_INCH = 72
END_WITHIN = 2_048


def look(path: Path) -> int:
    """How many pages. Raises Refused."""
    try:
        with pikepdf.open(path) as pdf:
            _check_whole(pdf, path)
            _check_harmless(pdf)
            pages = len(pdf.pages)
            declared = int(pdf.Root.Pages.get("/Count", 0))
    except pikepdf.PasswordError:
        raise Refused("locked") from None
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError):
        raise Refused("broken") from None
    if max(pages, declared) > MOST_PAGES:
        raise Refused("too_many_pages")
    if pages == 0 or pages != declared or len(pypdfium2.PdfDocument(path)) != pages:
        raise Refused("broken")
    return pages


def _check_whole(pdf: pikepdf.Pdf, path: Path) -> None:
    """A file that had to be put together again and has no end was cut short."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - END_WITHIN))
        has_end = b"%%EOF" in file.read()
    if not has_end and pdf.get_warnings():
        raise Refused("broken")


def _check_harmless(pdf: pikepdf.Pdf) -> None:
    if len(pdf.objects) > MOST_OBJECTS:
        raise Refused("too_slow")
    for one in pdf.objects:
        _check(one, 0)


def _check(one: Any, depth: int) -> None:
    """Raise Refused for anything that acts. Parts that are objects of their own are looked at on their own."""
    if depth > DEEPEST:
        raise Refused("broken")
    inside: list[Any] = []
    if isinstance(one, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in one.items():
            if found := _what_it_does(key, value):
                raise Refused(found)
            inside.append(value)
    elif isinstance(one, pikepdf.Array):
        inside = list(one)
    for value in inside:
        if isinstance(value, pikepdf.Object) and not value.is_indirect:
            _check(value, depth + 1)


def _what_it_does(key: str, value: Any) -> str:
    """The code of what a key and its value do; "" for nothing."""
    if key in KEYS:
        return KEYS[key]
    if key == "/S":
        return ACTIONS.get(str(value), "")
    return "files_inside" if key == "/Type" and str(value) == "/EmbeddedFile" else ""


def pages(path: Path, out: Path, first: int) -> Iterator[Page]:
    """Each page from `first` on: its text, its pictures, and the one to read when it has no text."""
    document = pypdfium2.PdfDocument(path)
    for number in range(first, len(document) + 1):
        page = document[number - 1]
        text = _text(page)
        is_picture = sum(map(str.isalnum, text)) < LETTERS_OF_A_PAGE and next(page.get_objects(max_depth=2), None) is not None
        drawn = page.render(scale=_scale(page, letters=is_picture)).to_pil()
        yield keep(drawn, number, out, text=text, read_letters=is_picture)
        page.close()


def _text(page: Any) -> str:
    found = page.get_textpage()
    try:
        return rejoined(str(found.get_text_bounded()))
    finally:
        found.close()


def _scale(page: Any, *, letters: bool) -> float:
    """Dots a point: fine enough to read letters, or just wide enough to show; never more than we hold."""
    width, height = (max(1.0, side) for side in page.get_size())
    wanted = DOTS_AN_INCH / POINTS_AN_INCH if letters else PICTURE_WIDTH / width
    return float(min(wanted, LONGEST_SIDE / max(width, height)))


if __name__ == "__main__":
    answer(look, pages)
