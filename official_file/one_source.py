"""One source for who works with somebody, and since when. Pure: the same periods give the same answer on every page.

Where the national dataset tells of a role, it is the one source for that role, from the first day it knows of: it is what the
council's own system holds. The return, which is sent once a year, and the notes tell of the time before, of roles the dataset does
not have (an advocate), and of everybody while there is no dataset. What is not told stays in the file, each with its own source.

    told_by_the_dataset([Period("a", "social worker", d2017, d2019, True), Period("b", "social worker", d2018, None, False)])
    ->   {"b"}
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

DATASET = "ssd"
ROLES = {
    "": "social worker",  # the return tells of social workers only, and gives them no role
    "allocated worker": "social worker",
    "iro": "independent reviewing officer",
    "reviewing officer": "independent reviewing officer",
    "leaving care worker": "personal adviser",
}


@dataclass(frozen=True, slots=True)
class Period:
    """A time somebody worked with the young person. `dataset`: whether the dataset tells it, alone or with others."""

    id: str
    role: str
    start: date | None
    end: date | None
    dataset: bool


def told_by_the_dataset(periods: Iterable[Period]) -> frozenset[str]:
    """The periods of other sources that the dataset tells in its own way: they are not told a second time."""
    found = list(periods)
    since: dict[str, date] = {}
    for one in found:
        if one.dataset and one.start:
            role = plain_role(one.role)
            since[role] = min(one.start, since.get(role, one.start))
    return frozenset(one.id for one in found if not one.dataset and _reaches_into(one, since.get(plain_role(one.role))))


def plain_role(role: str) -> str:
    """One word for one role."""
    plain = " ".join(role.casefold().split())
    return ROLES.get(plain, plain)


def _reaches_into(one: Period, since: date | None) -> bool:
    return since is not None and (one.end is None or one.end > since)
