"""What a return says about the person: day of birth, pupil number, whether still in care, whether they died.

A return carries no names; those come with the people of the case notes.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from law.ages import age_on
from official_file.importers.returns.plausible import DIED, born
from official_file.importers.returns.rows import Row
from official_file.importers.returns.tables import EPISODES, OC3

PUPIL_NUMBER = re.compile(r"[A-HJ-NP-RT-Z]\d{11}[A-HJ-NP-RT-Z0-9]")  # 13 characters; UN1 to UN5 say why there is none
OLD_ENOUGH = 16  # Children (Leaving Care) Act 2000: nobody is a care leaver before


@dataclass(frozen=True, slots=True)
class Person:
    """`stage` is "in_care", "care_leaver", or empty when this return does not say. `alive_on`: the last day it shows them alive."""

    born: date | None
    pupil_number: str = ""
    stage: str = ""
    died_on: date | None = None
    alive_on: date | None = None


def person(rows: list[Row]) -> Person:
    """What this child's rows say."""
    said = born(rows)
    day_of_birth = said[1] if said else None
    numbers = (row.text("UPN").upper() for row in rows)
    pupil_number = next((number for number in numbers if PUPIL_NUMBER.fullmatch(number)), "")
    alive_on = max(_days_alive(rows), default=None)
    return Person(day_of_birth, pupil_number, _stage(rows, day_of_birth), _died_on(rows, alive_on), alive_on)


def _days_alive(rows: Iterable[Row]) -> Iterator[date]:
    """Every day on which an episode began, or ended otherwise than by a death."""
    for row in rows:
        began, ended = row.day("DECOM"), row.day("DEC")
        if began:
            yield began
        if ended and row.text("REC") != DIED:
            yield ended


def _stage(rows: list[Row], day_of_birth: date | None) -> str:
    episodes = [row for row in rows if row.table == EPISODES.name]
    ends = [row.day("DEC") for row in episodes]
    if any(end is None for end in ends):
        return "in_care"
    if any(row.table == OC3.name for row in rows):
        return "care_leaver"
    last = max((end for end in ends if end), default=None)
    left_old_enough = last is not None and day_of_birth is not None and age_on(day_of_birth, last) >= OLD_ENOUGH
    return "care_leaver" if left_old_enough else ""


def _died_on(rows: Iterable[Row], alive_on: date | None) -> date | None:
    """The day of a death that nothing contradicts. Where something does, people must look: nothing is marked."""
    deaths = (row.day("DEC") for row in rows if row.text("REC") == DIED)
    return next((day for day in deaths if day and alive_on and alive_on <= day), None)
