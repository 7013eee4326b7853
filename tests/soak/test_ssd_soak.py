"""The national dataset at full size: 2,000 children whole, again, and after days of changes; little memory; killed at any moment."""

import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bench.bare_tables import peak_mb_of
from tests.importers.installations import begin, fresh_installation, is_whole
from tests.importers.ssd_installations import AS_OF, as_said, chains, copy_of, imported, network, rows_changed, runs, three_nights

pytestmark = [pytest.mark.soak, pytest.mark.timeout(0)]
CHILDREN = 2_000
AT_MOST_MB = 400
DAY = {"changed": 300, "added": 200, "vanished": 150, "returned": 40}


@pytest.mark.slow
def test_two_thousand_children_come_in_whole_again_unchanged_and_with_exactly_each_days_changes(tmp_path: Path) -> None:
    exports, days = three_nights(tmp_path / "exports", CHILDREN, **DAY)
    installation = fresh_installation(tmp_path / "data")
    assert peak_mb_of(installation, "import_ssd", str(exports[0]), "--all", "--as-of", AS_OF) <= AT_MOST_MB
    before = copy_of(installation, tmp_path / "0")
    again = imported(installation, exports[0])
    assert (again["entries"]["added"], again["entries"]["superseded"], again["children"]["refused"]) == (0, 0, 0)
    assert again["children"]["unchanged"] >= CHILDREN
    for number, (export, day) in enumerate(zip(exports[1:], days, strict=True), start=1):
        assert peak_mb_of(installation, "import_ssd", str(export), "--all", "--as-of", AS_OF) <= AT_MOST_MB
        after = copy_of(installation, tmp_path / str(number))
        assert rows_changed(before, after) == as_said(day)
        before = after
    assert is_whole(installation)["ok"]


def test_a_full_size_import_may_be_killed_at_any_moment(rounds: Callable[..., Iterator[int]], tmp_path: Path) -> None:
    """Five moments a round, 20 and more in all when there is time: whole children after every kill, and in the end nothing tells."""
    exports, _days = three_nights(tmp_path / "exports", CHILDREN, **DAY)
    undisturbed = fresh_installation(tmp_path / "undisturbed")
    imported(undisturbed, exports[0])
    done, chance = chains(undisturbed), random.Random(7)
    for number in rounds(at_least=1, at_most=20):
        installation = fresh_installation(tmp_path / f"data-{number}")
        for _kill in range(5):
            began = runs(installation)
            process = begin(installation, "import_ssd", str(exports[0]), "--all", "--as-of", AS_OF)
            while process.poll() is None and runs(installation) == began:
                time.sleep(0.02)
            time.sleep(chance.uniform(0, 8))
            process.send_signal(signal.SIGKILL)
            process.communicate()
            found = chains(installation)
            assert all(found[child] == done[child] for child in found)
        imported(installation, exports[0])
        assert chains(installation) == done
        assert network(installation) == network(undisturbed)
        assert is_whole(installation)["ok"]
