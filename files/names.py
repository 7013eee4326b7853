"""The name a file came with, made harmless: shown to people, and never believed."""

from pathlib import PurePath

MOST = 255  # characters


def tidy_name(name: str) -> str:
    """The last part of a path, without control characters, at most 255 characters, its ending kept."""
    last = PurePath(name.replace("\\", "/")).name
    clean = "".join(character for character in last if character.isprintable())
    stem, ending = PurePath(clean).stem, PurePath(clean).suffix[:20]
    return f"{stem[: MOST - len(ending)]}{ending}"
