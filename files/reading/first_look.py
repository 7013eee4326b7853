"""What a document is before anybody reads it, and whether it is of a kind that is taken at all."""

from files.reading import outside, sound
from files.reading.findings import FINDINGS
from files.reading.outside import LOCKED_OFFICE, Looked
from files.reading.two_kinds import is_two_kinds
from files.reading.workplace import workplace


def is_taken(media_type: str) -> bool:
    """Whether documents of this kind are taken in."""
    return media_type in outside.MODULES or media_type == LOCKED_OFFICE or sound.is_sound(media_type)


def first_look(content: bytes, media_type: str) -> Looked:
    """How many pages or seconds it has, or what keeps it from being read: found out in a process of its own."""
    if media_type == LOCKED_OFFICE:
        return Looked(finding=FINDINGS["locked"])
    if is_two_kinds(content, media_type):
        return Looked(finding=FINDINGS["two_kinds"])
    with workplace(content) as path:
        return sound.look(path, media_type) if sound.is_sound(media_type) else outside.look(path, media_type)
