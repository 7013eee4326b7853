"""The look holds: contrast of every pair of colours, no inline style or script, icons with a licence, small files."""

import re
from itertools import product
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from cms.models import ServiceSettings
from cms.models.service import Colour

CSS = Path(settings.BASE_DIR) / "static" / "css" / "ownstory.css"
TEMPLATES = Path(settings.BASE_DIR) / "templates"
TEXTS = ("ink", "soft", "accent", "careful", "error")
GROUNDS = ("ground", "paper", "accent-ground", "own", "careful-ground")
TOKEN = re.compile(r"--([a-z-]+): (#[0-9A-Fa-f]{6});")


def _tokens(mode: str) -> dict[str, str]:
    day, night = CSS.read_text(encoding="utf-8").split("@media (prefers-color-scheme: dark)")[:2]
    return dict(TOKEN.findall(day if mode == "light" else night.split("/* ---", 1)[0]))


def _luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.need("R82")
@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_text_on_every_ground_has_a_contrast_of_seven_to_one(mode: str) -> None:
    colours = _tokens(mode)
    weak = {(text, ground): round(_ratio(colours[text], colours[ground]), 2) for text, ground in product(TEXTS, GROUNDS)}
    weak[("on-accent", "accent")] = round(_ratio(colours["on-accent"], colours["accent"]), 2)
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 7} == {}


COUNCIL = re.compile(r'data-council="(\w+)"\] { --day: (#\w{6}); --day-ground: (#\w{6}); --night: (#\w{6}); --night-ground: (#\w{6}); }')


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_every_colour_a_council_can_choose_can_be_read_on_every_ground(mode: str) -> None:
    choices = COUNCIL.findall(CSS.read_text(encoding="utf-8"))
    assert {name for name, *_values in choices} == set(Colour.values)
    for name, day, day_ground, night, night_ground in choices:
        accent, ground, on = (day, day_ground, "#FFFFFF") if mode == "light" else (night, night_ground, "#14130F")
        colours = _tokens(mode) | {"accent": accent, "accent-ground": ground, "on-accent": on}
        pairs = [*product(TEXTS, GROUNDS), ("ink", "accent-ground"), ("on-accent", "accent")]
        weak = {pair: round(_ratio(*(colours[one] for one in pair)), 2) for pair in pairs}
        assert {pair: ratio for pair, ratio in weak.items() if ratio < 7} == {}, name


@pytest.mark.django_db
def test_pages_wear_the_colour_of_the_council(client: Client) -> None:
    assert "data-council" not in client.get(reverse("account_login")).content.decode()
    ServiceSettings.objects.update_or_create(pk=1, defaults={"colour": "plum"})
    assert 'data-council="plum"' in client.get(reverse("account_login")).content.decode()


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_borders_of_boxes_and_the_edge_of_own_words_can_be_seen(mode: str) -> None:
    colours = _tokens(mode)
    assert _ratio(colours["edge"], colours["paper"]) >= 3
    assert _ratio(colours["own-edge"], colours["own"]) >= 3


def test_the_two_modes_give_a_colour_to_the_same_roles() -> None:
    assert _tokens("light").keys() == _tokens("dark").keys()


@pytest.mark.parametrize("template", sorted(TEMPLATES.rglob("*.html")), ids=lambda path: str(path.relative_to(TEMPLATES)))
def test_a_template_has_no_inline_style_or_script_and_asks_no_other_host(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"\sstyle=|<style|\son[a-z]+=|javascript:|<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", text)


def test_every_icon_carries_no_words_and_the_licence_stands_beside_them() -> None:
    icons = sorted((TEMPLATES / "icons").glob("*.svg"))
    assert len(icons) > 15
    assert all(
        'aria-hidden="true"' in icon.read_text(encoding="utf-8") and "<text" not in icon.read_text(encoding="utf-8") for icon in icons
    )
    assert "ISC License" in (TEMPLATES / "icons" / "LICENSE.txt").read_text(encoding="utf-8")
