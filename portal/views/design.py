"""The parts every page is made of, for staff who want to see or check them."""

import re
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_safe

from cms.queries import Contact
from official_file.plain_language.pictures import PICTURES
from people.access import staff_page
from portal.display import Display
from portal.forms.example import Example
from portal.queries.banners import Banner
from portal.queries.life_line import Bar, Dot, LifeLine, Tick
from stories.boards import board_from, said_by_taps
from stories.media import ShownMedia, Told, how_long

TOKEN = re.compile(r"--([a-z-]+): (#[0-9A-Fa-f]{6});")
MODES = {"light": gettext_noop("By day"), "dark": gettext_noop("By night"), "contrast": gettext_noop("High contrast")}
BLOCKS = {"light": ":root {", "dark": ':root[data-colours="dark"] {', "contrast": ':root[data-colours="contrast"] {'}
# What stands on pages of its own or around every page, and so is not shown again among the examples.
AROUND = (
    "away",
    "confirmation",
    "error_summary",
    "hide_page",
    "line_media",
    "last_links",
    "messages",
    "pages",
    "phone_frame",
    "print_head",
    "print_line",
    "print_links",
    "show_passphrase",
    "sound_on_paper",
    "staff_nav",
    "worried",
)
CSS = Path(settings.BASE_DIR) / "static" / "css" / "ownstory.css"
EXAMPLE_LINE = LifeLine(
    width=620,
    bars=(Bar(x=20, width=160, label="At home"), Bar(x=180, width=240, label="Sam and Jo"), Bar(x=420, width=60, label="", gap=True)),
    ticks=tuple(Tick(x=20 + 100 * step, label=str(2019 + step)) for step in range(6)),
    dots=(Dot(x=230),),
)


@dataclass(frozen=True, slots=True)
class Token:
    """One role of colour, and its value in each mode: (mode, value)."""

    name: str
    values: tuple[tuple[str, str], ...]


@cache
def tokens() -> list[Token]:
    """The roles of colour by day, by night and in high contrast, as the stylesheet has them. Raises OSError when it is missing."""
    text = CSS.read_text(encoding="utf-8")
    by_mode = {mode: dict(TOKEN.findall(text.split(begins, 1)[1].split("}", 1)[0])) for mode, begins in BLOCKS.items()}
    return [Token(name, tuple((mode, values[name]) for mode, values in by_mode.items() if name in values)) for name in by_mode["light"]]


@staff_page()
@require_safe
def design(request: HttpRequest) -> HttpResponse:
    """Every component with made-up words; `?colours=dark` or `contrast` shows the page so, `?letters=easy` in easy letters."""
    colours, easy = request.GET.get("colours", ""), request.GET.get("letters") == "easy"
    form = Example({"words": "We went to the sea on Saturday.", "who": ""})
    shown = {
        "tokens": tokens(),
        "modes": _modes(colours if colours in MODES else "light"),
        "around": AROUND,
        "hard": [gettext("Police and court")],
        "easy": easy,
        "contacts": [Contact(gettext("Childline"), gettext("You can call at any time. It is free."), "2_listening", "0800 1111")],
        "pieces": [{"text": gettext("We went to the ")}, {"text": gettext("sea"), "found": True}],
        "pictures": [(name, gettext(PICTURES[name])) for name in ("home", "meeting", "school")],
        "beside": ("school",),
        "boards": said_by_taps(board_from(("feelings/happy", "people/friends", "help/learning"), translate=gettext), translate=gettext),
        "notices": _notices(),
        "photo": _media(),
        "few": [_media(), replace(_media(), kind="sound", label=gettext("A recording"), length=how_long(72))],
        **({"display": Display(colours=colours, easy_letters=easy)} if colours in MODES or easy else {}),
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


def _media() -> ShownMedia:
    """A photo on its way, with its caption and what a worker wrote of it."""
    return ShownMedia(
        id=UUID(int=0),
        kind="photo",
        label=gettext("A photo"),
        caption=gettext("Bramble on the beach"),
        alt="",
        others_shown=False,
        state=gettext("This is being made ready to show. It is kept safe."),
        waits=True,
        told=(
            Told(
                gettext("What it shows"),
                gettext("A brown dog in the sea."),
                gettext("Priya Shah, social worker, wrote this on 4 May 2026."),
            ),
        ),
    )


def _notices() -> list[Banner]:
    """A notice that only informs, and one that does not."""
    return [
        Banner(gettext("We are closed today. We answer on the next working day."), careful=False),
        Banner(gettext("This is not your asylum interview. Ask your solicitor before writing about your journey."), careful=True),
    ]


def _modes(here: str) -> list[dict[str, object]]:
    return [{"title": gettext(name), "url": f"?colours={mode}", "here": mode == here} for mode, name in MODES.items()]
