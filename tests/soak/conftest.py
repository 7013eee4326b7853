"""Full-size tests share the time there is: each asks `rounds` whether it may go on.

    @pytest.mark.soak
    def test_a_long_file_stays_whole(rounds):
        for number in rounds(at_least=10, at_most=10_000):
            ...

`rounds` yields 0, 1, 2 ... until `at_most`, or until this test's share of the time is over. Tests that the time did not
reach are skipped and named at the end, and so is each that stopped before `at_most`.
"""

import os
import time
from collections.abc import Callable, Iterator

import pytest

UNTIL = float(os.environ.get("OWNSTORY_SOAK_UNTIL", "inf"))
_cut_short: list[str] = []
_not_reached: list[str] = []
_still_to_come: dict[str, float] = {}  # each with its weight


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Remember what is to come, so that the time can be shared out."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)  # the others share the rest
    _still_to_come.clear()
    _still_to_come.update({item.nodeid: _weight(item) for item in items if item.get_closest_marker("soak")})


def _weight(item: pytest.Item) -> float:
    """How many shares of the time a test gets: `@pytest.mark.shares(5)`; one, where it says nothing."""
    marker = item.get_closest_marker("shares")
    return float(marker.args[0]) if marker else 1.0


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip a soak test the time no longer reaches."""
    if item.get_closest_marker("soak") and time.time() >= UNTIL:
        _not_reached.append(item.nodeid)
        pytest.skip("the time was up")


def pytest_runtest_teardown(item: pytest.Item) -> None:
    """One fewer to share the time with."""
    _still_to_come.pop(item.nodeid, None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say what the time did not reach."""
    for name in _not_reached:
        terminalreporter.write_line(f"Not reached: {name}")
    for said in _cut_short:
        terminalreporter.write_line(f"Reached in part: {said}")


@pytest.fixture
def rounds(request: pytest.FixtureRequest) -> Callable[..., Iterator[int]]:
    """Round numbers for as long as this test may run: always `at_least` of them, never more than `at_most`."""
    whole = max(1.0, sum(_still_to_come.values()))
    share = (UNTIL - time.time()) * _still_to_come.get(request.node.nodeid, 1.0) / whole
    stop_at = time.time() + share

    def _rounds(*, at_least: int = 1, at_most: int) -> Iterator[int]:
        for number in range(at_most):
            if number >= at_least and time.time() >= stop_at:
                _cut_short.append(f"{request.node.nodeid}: {number} of {at_most} rounds")
                return
            yield number

    return _rounds
