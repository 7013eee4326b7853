"""Uploads that mean harm, lie or tell too much: each is refused in a sentence, or made new without a byte of what it was."""

import random
from pathlib import Path

import pytest

from files.media.kinds import SOUND, checked_type, kind_of
from files.media.made import Made
from files.media.make import make
from files.media.proof import is_only_a_picture
from files.media.refusals import REFUSALS, NotTaken
from tests.factories import media
from tests.factories.bombs import BOMBS
from tests.factories.drawer import Drawer, mutated
from tests.factories.hostile_media import CLEAN, PHOTOS, SCRIPT, SOUNDS, UPLOADS
from tests.services.clamav import eicar

# What a tag would have told: the place, the camera, its number, the name of who spoke, and what was hidden in the file.
TOLD = (media.MAKE, media.MODEL, media.SERIAL, "Okafor", "GPS", "XMP", "IPTC", "ICC", "Thumbnail", "Location", "Comment", "Warning")
HIDDEN = (SCRIPT, eicar(), b"alert", b"PK\x03\x04", b"%PDF", b"Exif", b"http://ns.adobe", media.SERIAL.encode(), media.MAKE.encode())
MOST_MEMORY = 200_000_000  # bytes
PHOTO_SEEDS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "HEIF")
BOMB_TYPES = {
    "png": "image/png",
    "gif": "image/gif",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "tif": "image/tiff",
    "heic": "image/heic",
}
SOUND_SEEDS = ("wav", "mp3", "m4a", "ogg", "webm")


def outcome(drawer: Drawer, content: bytes, name: str, served: list[bytes]) -> str:
    """What becomes of an upload; what is made of it is added to `served`."""
    try:
        media_type = checked_type(content, name)
        made = make(content, media_type, {}) if kind_of(media_type) == SOUND else drawer.draw(content, name)
    except NotTaken as refusal:
        return refusal.code if refusal.sentence == REFUSALS[refusal.code] else "without a sentence"
    check(made, content)
    served += [copy.content for copy in made.copies.values()]
    return CLEAN


def check(made: Made, original: bytes) -> None:
    """What was made is new, and what it claims to be."""
    for form, copy in made.copies.items():
        assert copy.content
        assert copy.content != original
        assert copy.content_type != "image/jpeg" or is_only_a_picture(copy.content)
        assert not any(hidden in copy.content for hidden in HIDDEN), form


@pytest.mark.need("R61")
@pytest.mark.parametrize(("uploads", "fewest"), [(PHOTOS, 60), (SOUNDS, 18)], ids=["pictures", "recordings"])
def test_every_hostile_upload_is_refused_in_a_sentence_or_made_new_and_tells_nothing(uploads, fewest, tmp_path: Path) -> None:
    served: list[bytes] = []
    assert len(uploads) >= fewest
    with Drawer() as drawer:
        found = {name: outcome(drawer, make_it(), name, served) for name, (make_it, _code) in uploads.items()}
    assert found == {name: code for name, (_make, code) in uploads.items()}
    tags = media.tags_of(tmp_path, *served).lower()
    assert [word for word in TOLD if word.lower() in tags] == []


def test_the_originals_do_tell(tmp_path: Path) -> None:
    """So that the test above would notice."""
    found = media.tags_of(tmp_path, media.jpeg_with_thumbnail(), media.told_everything("HEIF"), media.sound("m4a", 0.4))
    assert [word for word in ("GPSLatitude", media.SERIAL, "Thumbnail", "XMP", "ICC", "Okafor") if word not in found] == []


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_memory_grows(name: str) -> None:
    """Where it is taken in nothing is decoded; and the process that would decode it stays small, whatever the first look missed."""
    make_it, code = BOMBS[name]
    content = make_it()
    with Drawer() as drawer:
        said = drawer.ask(content, BOMB_TYPES[name.rsplit(".", 1)[1]])
        assert drawer.most_memory() < MOST_MEMORY
    assert said["refused"] in (code, "broken_photo")
    if code == "too_many_pixels" and name != "frame.gif":  # its head says that it is small
        with pytest.raises(NotTaken) as refusal:
            checked_type(content)
        assert refusal.value.code == code


def test_five_hundred_mutated_uploads_crash_nothing_and_serve_nothing_of_themselves(tmp_path: Path) -> None:
    chance, refused = random.Random(5), 0
    served: list[bytes] = []
    seeds = [media.told_everything(kind, 6) for kind in PHOTO_SEEDS]
    with Drawer() as drawer:
        for number in range(500):
            seed = media.sound(SOUND_SEEDS[number // 25 % 5], 0.4) if number % 25 == 0 else seeds[number % len(seeds)]
            refused += outcome(drawer, mutated(seed, chance), "", served) != CLEAN
    assert 0 < refused < 500
    tags = media.tags_of(tmp_path, *served).lower()
    assert [word for word in TOLD if word.lower() in tags] == []


def test_there_are_more_than_sixty_of_both_kinds() -> None:
    kinds = [kind_of(checked_type(make_it(), name)) for name, (make_it, code) in UPLOADS.items() if code == CLEAN]
    assert len(UPLOADS) > 60
    assert kinds.count(SOUND) >= 10
