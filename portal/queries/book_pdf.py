"""A life story book as one page of HTML for the PDF: contents with page numbers, headings, black on white."""

from datetime import datetime

from django.template.loader import render_to_string
from django.utils.translation import gettext

from law.calendar_words import say_date
from law.working_time import london_day
from portal.queries.book_story import Told

NARROW = {12: "2.2cm", 18: "1.8cm"}
LOOK = """
h1, h2, h3 { line-height: 1.25; break-after: avoid; margin: 0 0 .4em }
h1 { font-size: 2em } h2 { font-size: 1.5em } h3 { font-size: 1.15em }
p { margin: 0 0 .6em; orphans: 3; widows: 3 }
.line { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0 0 .5em }
.cover { padding-top: 6cm; break-after: page }
.cover h1 { font-size: 2.6em }
.opening { margin-top: 2em }
.contents, .front { break-after: page }
.contents ol { list-style: none; padding: 0; margin: 0 }
.contents li { margin: 0 0 .35em }
.contents a { color: #000; text-decoration: none }
.contents a::after { content: leader('.') target-counter(attr(href), page) }
.contents .under { padding-inline-start: 1.2em }
.chapter { break-before: page; border-bottom: 2pt solid #000; padding-bottom: .2em }
.leaf { margin: 0 0 1.6em }
.when, .small, .who { color: #333; font-size: .9em }
.own { border-inline-start: 4pt solid #000; padding-inline-start: .8em }
.gap { border: 1.2pt dashed #000; padding: .6em .8em; margin: 0 0 1.6em; break-inside: avoid }
.beside { border: .8pt solid #000; border-radius: 6pt; padding: .6em .8em; margin-top: .6em }
.easy { margin: 0 0 .4em }
.easy img { width: 1.6cm }
.easy span { display: inline-block; text-align: center; margin-inline-end: .6em; font-size: .9em }
.sheet { margin: .6em 0; break-inside: avoid }
.sheet img { display: block; box-sizing: border-box; max-width: 100%; max-height: 22cm; border: .6pt solid #666 }
.photo { margin: 0 0 1.4em; break-inside: avoid }
.photo .sheet img { border: 0; max-height: 17cm }
.photo .caption { font-size: 1.1em }
.last { break-before: page }
"""


def book_html(told: Told, now: datetime) -> str:
    """The page. Its pictures are named as in `told.files`."""
    shown = {"told": told, "book": told.book, "made_on": say_date(london_day(now), gettext), "made_at": now.isoformat()}
    return render_to_string("portal/book/pdf.html", shown)


def book_css(told: Told) -> str:
    """How it looks: black on white, so that it prints the same on any printer. Own words have a thick edge, gaps a broken one."""
    points, margin = told.book.point_size, NARROW.get(told.book.point_size, "2cm")
    page = f"@page {{ margin: {margin} }} @page :first {{ @bottom-center {{ content: none }} }}"
    return page + f"body {{ font-size: {points}pt; line-height: 1.5; color: #000 }}" + LOOK
