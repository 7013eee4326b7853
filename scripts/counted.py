"""Counting what pytest did, from the file it writes."""

from dataclasses import dataclass
from pathlib import Path

from defusedxml import ElementTree


@dataclass(frozen=True)
class Counted:
    """How many tests passed, failed and were skipped. Errors count as failed."""

    passed: int = 0
    failed: int = 0
    skipped: int = 0

    def __add__(self, other: "Counted") -> "Counted":
        return Counted(self.passed + other.passed, self.failed + other.failed, self.skipped + other.skipped)


def read_junit(path: Path) -> Counted:
    """The counts of one JUnit file. Raises OSError when there is none, ParseError when it is cut short."""
    total = Counted()
    for suite in ElementTree.parse(path).iter("testsuite"):
        failed = int(suite.get("failures", 0)) + int(suite.get("errors", 0))
        skipped = int(suite.get("skipped", 0))
        total += Counted(int(suite.get("tests", 0)) - failed - skipped, failed, skipped)
    return total
