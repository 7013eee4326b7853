"""The order of a pack: by date, what belongs together side by side, and last what nobody can place.

order([Place("letter", date(2009, 3, 12)), Place("drawing", None), Place("photo", None, parent="letter")])
    ->   ["letter", "photo", "drawing"]
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

BROAD = {"day": 0, "month": 1, "season": 2, "year": 3, "unknown": 4}


@dataclass(frozen=True, slots=True)
class Place:
    """What decides where a thing stands. `parent`: what it came with; `version` of one thing; `key` makes the order the same each time."""

    key: str
    on: date | None
    precision: str = "day"
    parent: str = ""
    version: int = 1
    recorded: str = ""

    @property
    def rank(self) -> tuple[object, ...]:
        """Earlier first; on one day what is known to the day before what is only known to the month."""
        return (self.on is None, self.on or date.min, BROAD.get(self.precision, 4), self.recorded, self.version, self.key)


def order(places: Iterable[Place]) -> list[str]:
    """The keys in the order of the pack. What came with a thing stands right behind it, whatever its own date."""
    known = {place.key: place for place in places}
    under: dict[str, list[Place]] = defaultdict(list)
    for place in known.values():
        under[place.parent if place.parent in known and place.parent != place.key else ""].append(place)
    found: list[str] = []
    waiting = sorted(under[""], key=lambda place: place.rank, reverse=True)
    while waiting:
        place = waiting.pop()
        found.append(place.key)
        waiting += sorted(under.pop(place.key, ()), key=lambda one: one.rank, reverse=True)
    return found
