"""Whose turn it is to take a request: hard ones go round, and whoever has just read one rests (law.md 4.2, last line).

in_turn([Load("Ann", open=4), Load("Bea", open=1)], hard=False, today=...)[0].name   ->   "Bea"
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

REST_DAYS = 14  # ours: after something very hard to read nobody is given another, while a colleague can take it


@dataclass(frozen=True, slots=True)
class Load:
    """What one officer has now. `hard`: of the open ones, those very hard to read; `last_hard`: the last day they had one."""

    name: str
    open: int = 0
    hard: int = 0
    last_hard: date | None = None
    key: str = ""

    def rests(self, today: date) -> bool:
        """Whether they read something very hard now, or did in the days before."""
        return self.hard > 0 or (self.last_hard is not None and today - self.last_hard < timedelta(days=REST_DAYS))


def in_turn(loads: Iterable[Load], *, hard: bool, today: date) -> list[Load]:
    """Those who could take it, first whose turn it is: for something hard whoever does not rest; then who has fewest."""
    return sorted(loads, key=lambda one: (hard and one.rests(today), one.hard, one.open, one.last_hard or date.min, one.name))
