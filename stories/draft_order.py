"""Which of two copies of a draft is the newer one: the copy we hold, or the copy that arrives from an open page.

Each page that is opened gets a name of its own (`tab`), knows the `version` it was opened with, and counts its saves (`turn`).
Saves of one page may arrive out of order; a page opened in another window may be old. For example:

    order(held=Stamp(4, "a", 7), came=Stamp(1, "a", 8))   ->   Order.NEWER: the same page, a later save
    order(held=Stamp(4, "a", 7), came=Stamp(3, "b", 1))   ->   Order.CLASH: another window changed it since
"""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """How the copy that came stands to the copy we hold."""

    NEWER = "newer"
    LATE = "late"
    CLASH = "clash"


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a page knows: the version it started from, its own name, and how often it has saved."""

    version: int = 0
    tab: str = ""
    turn: int = 0


def order(*, held: Stamp, came: Stamp) -> Order:
    """NEWER: take it. LATE: the same page has saved newer words already. CLASH: ask, because another window saved in between."""
    if came.tab and came.tab == held.tab and came.turn != held.turn:
        return Order.NEWER if came.turn > held.turn else Order.LATE
    return Order.NEWER if came.version == held.version else Order.CLASH
