"""Making a PDF that a screen reader can read aloud (PDF/UA-1), from HTML of ours, with fonts of this machine and no network.

    make_pdf(html, css=CSS)   ->   bytes
    make_pdf('<img src="picture:a.jpg" alt="A house">', pictures={"a.jpg": Picture(content, "image/jpeg")})   ->   bytes

WeasyPrint needs Pango from the system (scripts/system_packages.sh, Dockerfile). Where it is missing everything else still
runs, and `make_pdf` says in a sentence what to install.
"""

from collections.abc import Mapping
from dataclasses import dataclass

try:
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher, URLFetcherResponse
except OSError as error:  # the system's library cannot be loaded
    URLFetcher = object
    MISSING = (
        "A PDF cannot be made: WeasyPrint does not find Pango on this machine. "
        f"Install the packages libpango-1.0-0 and libpangoft2-1.0-0. ({str(error)[:80]})"
    )
else:
    MISSING = ""

SCHEME = "picture:"
# Fonts of the system, in order; the first that has a letter draws it. Noto and DejaVu shape Arabic, and carry Welsh letters.
FONTS = '"Noto Sans", "DejaVu Sans", "Liberation Sans", "Noto Naskh Arabic", "Noto Sans Arabic", sans-serif'
BASE_CSS = (
    f"@page {{ size: A4; margin: 2cm; @bottom-center {{ content: counter(page); font-family: {FONTS}; font-size: 9pt }} }}"
    f"body {{ font-family: {FONTS}; font-size: 11pt; line-height: 1.5 }}"
    "h1 { font-size: 18pt } h2 { font-size: 14pt } dt { font-weight: bold } dd { margin: 0 0 .5em 0 }"
    ".line { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere }"
)


class PdfNotPossible(Exception):
    """No PDF can be made here now. The message is a sentence with what to do."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of ours for a PDF: its bytes and what they are ("image/jpeg")."""

    content: bytes
    media_type: str


class NothingFetched(URLFetcher):
    """Nothing is fetched for a PDF, whatever the words say: no address, no file, no data in an address. Only pictures that were given."""

    def __init__(self, pictures: Mapping[str, Picture] | None = None) -> None:
        super().__init__()
        self.pictures = pictures or {}

    def fetch(self, url: str, headers: object = None) -> "URLFetcherResponse":
        """A picture that was given by this name; anything else is refused with ValueError, and WeasyPrint goes on without it."""
        picture = self.pictures.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if picture is None:
            raise ValueError("Nothing is fetched for a PDF.")
        return URLFetcherResponse(url, body=picture.content, headers={"Content-Type": picture.media_type})


def make_pdf(html: str, *, css: str = "", pictures: Mapping[str, Picture] | None = None) -> bytes:
    """The page as PDF/UA-1, with these pictures where it names them. Language and title are those of the HTML. Raises PdfNotPossible."""
    if MISSING:
        raise PdfNotPossible(MISSING)
    styles = [CSS(string=BASE_CSS + css, url_fetcher=NothingFetched())]
    made: bytes = HTML(string=html, url_fetcher=NothingFetched(pictures)).write_pdf(stylesheets=styles, pdf_variant="pdf/ua-1")
    return made
