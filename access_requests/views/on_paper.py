"""How a page about a request is printed, in 12 or 18 point: the same for somebody signed in, somebody with a code, and staff.

It hands the shared parts of a page (components/print_head.html, print_line.html) what they show. Nothing here needs JavaScript.
"""

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _

from access_requests.queries.letter_paper import LARGE, SIZES, USUAL


@dataclass(frozen=True, slots=True)
class Size:
    """One size to print in, and the address of the letter in it."""

    points: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Printing:
    """What the page of a letter says of printing, as the shared parts of a page read it. `points` 0: not its printed form."""

    points: int
    sizes: tuple[Size, ...]
    usual: str = f"?print={USUAL}"
    large: str = f"?print={LARGE}"
    ordinary: str = "?"
    switch_picture: str = ""
    copy_url: str = ""
    asks_for_picture: bool = False
    picture: None = None


def printing_of(http: HttpRequest) -> Printing:
    """What this page says of printing."""
    titles = {USUAL: _("Words of 12 point"), LARGE: _("Large words, 18 point")}
    sizes = tuple(Size(points, titles[points], f"?print={points}") for points in SIZES)
    return Printing(points_in(http.GET.get("print", "")), sizes)


def points_in(asked: str) -> int:
    """One of the sizes, or 0."""
    return int(asked) if asked in {str(size) for size in SIZES} else 0
