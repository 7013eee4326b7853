"""Imports at full size: killed at any moment, and years of made-up lives."""

import json
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.generated_return import generate
from tests.importers.installations import begin, entries_of_each_child, fresh_installation, is_whole, run, whole

pytestmark = [pytest.mark.soak, pytest.mark.timeout(0)]
CHILDREN = 2_000


def test_an_import_of_12_000_rows_may_be_killed_at_any_moment(rounds: Callable[..., Iterator[int]], tmp_path: Path) -> None:
    """Whole children after every kill, and the same file in the end."""
    made = generate(CHILDREN).write(tmp_path / "return")
    expected, chance = whole(made), random.Random(7)
    for number in rounds(at_least=1, at_most=50):
        installation = fresh_installation(tmp_path / f"data-{number}")
        for _attempt in range(3):
            process = begin(installation, "import_ssda903", str(made))
            time.sleep(chance.uniform(1.5, 6))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            found = entries_of_each_child(installation)
            assert found == {child: expected[child] for child in found}
        report = json.loads(run(installation, "import_ssda903", str(made), "--report", "-"))
        assert report["children"]["added"] + report["children"]["unchanged"] == CHILDREN
        assert entries_of_each_child(installation) == expected
        assert is_whole(installation) == {"ok": True, "entries": sum(expected.values()), "first_broken": None}
