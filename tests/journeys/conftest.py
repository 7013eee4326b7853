"""The council of the story at ten on a Wednesday, with browsers that have no scripts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine

from tests.cast import NOW
from tests.journeys.council import Council
from tests.journeys.visitor import Visitor


@pytest.fixture
def council(db: None, tmp_path: Path) -> Iterator[Council]:
    """Nobody works here yet; the clock stands still, except where somebody waits."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield Council(clock, tmp_path, lambda _who: Visitor())
