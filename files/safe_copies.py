"""Names and bytes of what was made from an original to be shown: pictures of pages, sound. In the safe storage, by hash alone."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import PurePosixPath

from django.core.files.base import ContentFile

from files.models import File, FilePage
from files.storages import safe

MADE = "made/"  # what is made of photos and recordings, a folder for each making


def picture_name(file: File, number: int) -> str:
    """The picture of a page."""
    return f"{file.stored_as}/{number}.jpg"


def small_name(file: File, number: int) -> str:
    """The thumbnail of a page."""
    return f"{file.stored_as}/{number}-small.jpg"


def sound_name(file: File) -> str:
    """The copy of a recording that is safe to play."""
    return f"{file.stored_as}/sound.mp3"


def names_of_pages(file: File) -> list[str]:
    """Everything that was made by reading the file, page by page or as a recording."""
    numbers = FilePage.objects.filter(file=file).values_list("number", flat=True)
    return [*(name(file, number) for number in numbers for name in (picture_name, small_name)), sound_name(file)]


def throw_away(names: Collection[str]) -> None:
    """What is stored under these names goes; one that was never made is no fault."""
    storage = safe()
    for name in names:
        storage.delete(name)
    for folder in {str(PurePosixPath(name).parent) for name in names if name.startswith(MADE)}:
        with suppress(OSError):  # on disk an empty folder would stay
            storage.delete(folder)


def put(name: str, content: ContentFile[bytes]) -> None:
    """Store under this very name, in place of what an earlier reading made."""
    storage = safe()
    if storage.exists(name):
        storage.delete(name)
    storage.save(name, content)


def get(name: str) -> bytes | None:
    """What is stored under the name, or None when it was never made."""
    try:
        with safe().open(name) as stored:
            content: bytes = stored.read()
    except OSError:
        return None
    return content
