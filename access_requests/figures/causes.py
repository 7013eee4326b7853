"""Why an answer was late: the part of the way that took the longest. Pure: days in, a name out.

longest({"searching": (date(2026, 9, 1), date(2026, 9, 30)), "reading": (date(2026, 9, 30), date(2026, 10, 8))})
    ->   "searching"
"""

from collections.abc import Mapping
from datetime import date

from law.wording import gettext_noop

CAUSES: dict[str, str] = {
    "identity": gettext_noop("Finding out who asked"),
    "searching": gettext_noop("Searching every place"),
    "gathering": gettext_noop("Putting it together"),
    "reading": gettext_noop("Reading it"),
    "check": gettext_noop("The second check"),
    "giving": gettext_noop("Giving it, when it was ready"),
}


def longest(parts: Mapping[str, tuple[date | None, date | None]]) -> str:
    """The part of CAUSES that took the most days; of two that took as long, the earlier. A part with an end unknown took none."""
    taken = {}
    for name in CAUSES:
        begun, ended = parts.get(name, (None, None))
        if begun and ended:
            taken[name] = (ended - begun).days
    return max(taken, key=lambda name: taken[name]) if taken else "searching"


def parts_of_the_way(moments: Mapping[str, date | None]) -> dict[str, tuple[date | None, date | None]]:
    """From the day each part ended to the parts: each begins where the last known one before it ended. `asked` is the first day."""
    parts: dict[str, tuple[date | None, date | None]] = {}
    begun = moments["asked"]
    for name in CAUSES:
        ended = moments.get(name)
        parts[name] = (begun, ended)
        begun = max(begun, ended) if begun and ended else begun
    return parts
