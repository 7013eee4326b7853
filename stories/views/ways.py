"""The ways in: write, a picture, a voice, taps. Each page leads to the others, and whatever was made on the way goes along."""

from collections.abc import Mapping
from typing import Any

from django.urls import reverse
from django.utils.http import urlencode

from stories.forms import DraftForm
from stories.models import Contribution

WAYS = {"write": "stories:write", "picture": "stories:picture", "voice": "stories:voice", "taps": "stories:taps"}
# A button that keeps what is there and goes on in another way: what it is called, and where it leads.
OTHER_WAY = {"words": "write", "taps": "taps", "picture": "picture", "voice": "voice"}
CARRIED = ("about", "kind", "meeting", "prompt", "person", "follows")


def address_of(way: str, draft: Contribution | None, started: Mapping[str, Any]) -> str:
    """Where this way goes on with the draft; before there is one, with what it was begun with (an entry, a kind, a question)."""
    if draft:
        return f"{reverse(WAYS[way])}?{urlencode({'draft': str(draft.pk)})}"
    query = {name: str(started.get(name) or "") for name in (*CARRIED, "new")}
    query = {name: value for name, value in query.items() if value}
    return f"{reverse(WAYS[way])}?{urlencode(query)}" if query else reverse(WAYS[way])


def ways(draft: Contribution | None, form: DraftForm) -> dict[str, str]:
    """For the row at the top of a page: where each of the ways leads."""
    started = begun_with(form)
    return {way: address_of(way, draft, started) for way in WAYS}


def begun_with(form: DraftForm) -> dict[str, Any]:
    """What a page that holds nothing yet was begun with, its id too, where it answers a question of a sheet."""
    found = {name: form[name].value() for name in CARRIED if name in form.fields}
    return found | ({"new": form["draft"].value()} if found.get("prompt") else {})
