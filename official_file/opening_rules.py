"""What opens to its subject by rule, what waits for a worker, and what leaves no trace: one numbered table.

opens_on(kind="home", facts={"place": "U4"}, when=When(date(2017, 3, 4)))   ->   date(2017, 6, 2)
"""

from collections.abc import Mapping
from datetime import date

from official_file.plain_language.when import When


def sensitivity_of(kind: str, facts: Mapping[str, object]) -> int:
    """0 show, 1 show with a gentle lead-in, 2 wait until a named worker has opened it. Unknown kinds and codes are 2."""
    raise NotImplementedError


def leaves_no_trace(kind: str, facts: Mapping[str, object], restricted: str = "") -> bool:
    """Whether the entry must not be counted, named or hinted at anywhere until a worker opens it (adoption; a death)."""
    raise NotImplementedError


def opens_on(
    *, kind: str, facts: Mapping[str, object], when: When, restricted: str = "", told_on: date | None = None, days: int = 90
) -> date | None:
    """The day the entry opens by rule, or None when only a worker opens it. `told_on`: a worker recorded "I have told them"."""
    raise NotImplementedError
