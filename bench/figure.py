"""One measured figure, and the ways of measuring that every bench shares."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """What was measured, beside the floor it is compared with. `at_most` is the largest ratio we accept, 0 for any."""

    name: str
    value: float
    floor: float
    unit: str
    what: str
    at_most: float = 0

    @property
    def ratio(self) -> float:
        """How many times the floor."""
        return self.value / self.floor if self.floor else 0.0

    @property
    def too_slow(self) -> bool:
        """Whether the ratio is more than we accept."""
        return bool(self.at_most) and self.ratio > self.at_most

    def as_json(self) -> dict[str, Any]:
        """The keys of bench/results.json."""
        return {
            "value": round(self.value, 6),
            "floor": round(self.floor, 6),
            "ratio": round(self.ratio, 3),
            "unit": self.unit,
            "what": self.what,
            "at_most": self.at_most or None,
        }


def seconds(work: Callable[[], Any], times: int = 1) -> float:
    """The shortest of `times` runs: the one the machine disturbed least."""
    best = float("inf")
    for _number in range(times):
        began = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - began)
    return best
