"""Sealing and cleaning, for as long as there is time."""

import os
import random
from datetime import UTC, datetime

import pytest

from audit.who import THE_PORTAL
from files.actions.seal import seal
from files.models import File
from files.queries import broken_seals, read
from files.sanitise import TAGS, sanitise
from tests.rules.test_sanitise import PIECE_LIST, Seen

pytestmark = pytest.mark.soak
NOW = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.usefixtures("fresh_storages")
def test_thousands_of_originals_stay_as_they_were_sealed(rounds) -> None:
    chance = random.Random(1)
    kept: dict[str, bytes] = {}
    for number in rounds(at_least=200, at_most=20_000):
        content = chance.choice(list(kept.values())) if kept and chance.random() < 0.2 else os.urandom(chance.randrange(50_000))
        file = seal(content=content, name=f"{number}.bin", by=THE_PORTAL, now=NOW)
        kept[file.sha256] = content
    assert File.objects.count() == len(kept)
    assert all(read(file) == kept[file.sha256] for file in File.objects.iterator())
    assert list(broken_seals()) == []


def test_nothing_dangerous_comes_out_of_any_mixture(rounds) -> None:
    chance = random.Random(2)
    for _number in rounds(at_least=2_000, at_most=500_000):
        mixture = "".join(chance.choices(PIECE_LIST, k=chance.randrange(60)))
        assert Seen(sanitise(mixture)).tags <= TAGS, mixture
