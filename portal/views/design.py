"""The parts every page is made of, for staff who want to see or check them."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from people.access import staff_page
from portal.forms.example import Example
from portal.queries.life_line import Bar, Dot, LifeLine, Tick

TOKEN = re.compile(r"--([a-z-]+): (#[0-9A-Fa-f]{6});")
CSS = Path(settings.BASE_DIR) / "static" / "css" / "ownstory.css"
EXAMPLE_LINE = LifeLine(
    width=620,
    bars=(Bar(x=20, width=160, label="At home"), Bar(x=180, width=240, label="Sam and Jo"), Bar(x=420, width=60, label="", gap=True)),
    ticks=tuple(Tick(x=20 + 100 * step, label=str(2019 + step)) for step in range(6)),
    dots=(Dot(x=230),),
)


@cache
def tokens() -> list[tuple[str, str]]:
    """The roles of colour and their values by day, as the stylesheet has them. Raises OSError when it is missing."""
    by_day = CSS.read_text(encoding="utf-8").split("@media", 1)[0]
    return TOKEN.findall(by_day)


@staff_page()
@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Every component with made-up words."""
    form = Example({"words": "We went to the sea on Saturday.", "who": ""})
    shown = {
        "tokens": tokens(),
        "form": form,
        "line": EXAMPLE_LINE,
        "tabs": [{"title": "By time", "url": "#", "here": True}, {"title": "By subject", "url": "#", "here": False}],
        "facts": [("When", "Spring 2016"), ("How old you were", "nine")],
        "parts": [
            {"text": "A court made a "},
            {"text": "care order", "plain": "a court said the council must look after you"},
            {"text": "."},
        ],
    }
    return render(request, "portal/design.html", shown)
