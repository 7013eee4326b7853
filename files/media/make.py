"""From an original to everything that is shown of it, or the sentence that says why not."""

from collections.abc import Mapping
from typing import Any

from files.media import photo, sound
from files.media.kinds import PHOTO, kind_of
from files.media.made import Made
from files.media.recipe import checked
from files.media.refusals import NotTaken
from files.reading.workplace import workplace


def make(content: bytes, media_type: str, recipe: Mapping[str, Any]) -> Made:
    """Everything made from these bytes, in processes of its own within limits. Raises NotTaken, or NotNow when a program is missing."""
    shaped, kind = checked(recipe), kind_of(media_type)
    if shaped and kind != PHOTO:
        raise NotTaken("bad_change")
    with workplace(content) as path:
        return photo.draw(path, media_type, shaped) if kind == PHOTO else sound.play(path, media_type)
