"""A letter as a sheet of paper: one page of HTML for the PDF, black on white, in 12 or 18 point."""

from django.template.loader import render_to_string
from django.utils.translation import override

from access_requests.models import RequestLetter
from cms.queries import this_council

SIZES = (12, 18)
USUAL, LARGE = SIZES
MARGIN = {12: "2.2cm", 18: "1.8cm"}
LOOK = """
h1 { font-size: 1.45em; margin: 1.6em 0 .6em; line-height: 1.25 }
h2 { font-size: 1.1em; margin: 1.3em 0 .3em; break-after: avoid; line-height: 1.3 }
p { margin: 0 0 .6em; orphans: 3; widows: 3 }
ul { margin: 0 0 .7em; padding-inline-start: 1.2em } li { margin: 0 0 .3em; break-inside: avoid }
.words { white-space: pre-wrap; overflow-wrap: anywhere; border-inline-start: 3pt solid #000; padding-inline-start: .8em; margin: 0 0 .8em }
.head { display: flex; justify-content: space-between; gap: 2em }
.head p { margin: 0 } .council { font-weight: bold }
.address { white-space: pre-line; margin: 1.6cm 0 0; min-height: 2.6cm }
"""


def letter_html(letter: RequestLetter, *, address: str = "") -> str:
    """The page, in the letter's own language. `address`: where it goes, for the window of an envelope."""
    with override(letter.language):
        return render_to_string(
            "access_requests/letter_pdf.html",
            {"letter": letter, "request": letter.request, "address": address, "council_name": this_council().council_name},
        )


def letter_css(points: int) -> str:
    """How it looks in this size."""
    page = f"@page {{ margin: {MARGIN[points]} }}"
    return page + f"body {{ font-size: {points}pt; line-height: 1.45; color: #000 }}" + LOOK
