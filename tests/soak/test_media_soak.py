"""Mutated photos and recordings, for as long as there is time."""

import random
from pathlib import Path

import pytest

from tests.factories import media
from tests.factories.drawer import Drawer, mutated
from tests.factories.hostile_media import CLEAN, PHOTOS
from tests.rules.test_hostile_media import PHOTO_SEEDS, SOUND_SEEDS, TOLD, outcome

pytestmark = pytest.mark.soak
LOOKED_AT = 200  # made ones, given to exiftool together


@pytest.mark.shares(5)
@pytest.mark.need("R61")
def test_ten_thousand_mutated_uploads_crash_nothing_and_serve_nothing_of_themselves(rounds, tmp_path: Path) -> None:
    """One in fifty is a recording, which takes as long as fifty pictures."""
    chance = random.Random(500)
    whole = [make_it() for make_it, code in PHOTOS.values() if code == CLEAN]
    seeds = [*(media.told_everything(kind, 6) for kind in PHOTO_SEEDS), media.jpeg_with_thumbnail(), *whole]
    served: list[bytes] = []
    counted = {True: 0, False: 0}
    with Drawer() as drawer:
        for number in rounds(at_least=500, at_most=10_000):
            seed = media.sound(SOUND_SEEDS[number // 50 % 5], 0.4) if number % 50 == 0 else seeds[number % len(seeds)]
            counted[outcome(drawer, mutated(seed, chance), "", served) == CLEAN] += 1
            if len(served) > LOOKED_AT:
                _tells_nothing(tmp_path, served)
                served.clear()
    _tells_nothing(tmp_path, served)
    assert min(counted.values()) > 50


def _tells_nothing(folder: Path, served: list[bytes]) -> None:
    tags = media.tags_of(folder, *served).lower() if served else ""
    assert [word for word in TOLD if word.lower() in tags] == []
