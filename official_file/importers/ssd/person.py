"""What the dataset says about who somebody is: names, day of birth, numbers, whether they died, whether they are in care.

The dataset has a forename and a surname and no name somebody is called by: the forename is used until somebody says otherwise.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from law.ages import age_on
from official_file.importers.returns.person import OLD_ENOUGH, PUPIL_NUMBER
from official_file.importers.ssd.facts_of_care import END, EPISODES, START
from official_file.importers.ssd.rows import Row

OF_THE_RETURN = re.compile(r"903|\bcla\b|looked after|local authority child|la child|\bchild id\b|case number", re.IGNORECASE)
PUPIL = re.compile(r"\bupn\b|unique pupil|pupil number", re.IGNORECASE)
CARE_LEAVERS = "ssd_care_leavers"


@dataclass(frozen=True, slots=True)
class Said:
    """One person as the dataset has them. `numbers`: by which the return may know them; `pupil_numbers`: UPNs."""

    person: str
    line: int
    forename: str = ""
    surname: str = ""
    sex: str = ""
    born: date | None = None
    died_on: date | None = None
    numbers: tuple[str, ...] = ()
    pupil_numbers: tuple[str, ...] = ()
    stage: str = ""

    @property
    def name(self) -> str:
        """Forename and surname."""
        return " ".join(part for part in (self.forename, self.surname) if part)


def said_of(person: str, rows: Mapping[str, list[Row]], today: date) -> Said | None:
    """What these rows say of a person; None without a row of their own that can be read."""
    own = next(iter(rows.get("ssd_person", [])), None)
    if own is None:
        return None
    died = own.day("death_date")
    return Said(
        person=person,
        line=own.line,
        forename=own.text("forename"),
        surname=own.text("surname"),
        sex=own.text("sex")[:1],
        born=own.day("dob"),
        died_on=died if died and died <= today else None,
        numbers=tuple(dict.fromkeys(number for number in _numbers(person, own, rows) if number)),
        pupil_numbers=tuple(dict.fromkeys(_pupil_numbers(rows))),
        stage=_stage(rows, own.day("dob"), today),
    )


def _numbers(person: str, own: Row, rows: Mapping[str, list[Row]]) -> Iterator[str]:
    # Most councils send the return with the number of their own system.
    yield from (person, own.text("legacy_id"), own.text("common_child_id"))
    for row in rows.get("ssd_linked_identifiers", []):
        if OF_THE_RETURN.search(row.text("identifier_type").replace("_", " ")):
            yield row.text("identifier_value")


def _pupil_numbers(rows: Mapping[str, list[Row]]) -> Iterator[str]:
    given = [row.text("upn") for row in rows.get("ssd_send", [])]
    linked = rows.get("ssd_linked_identifiers", [])
    given += [row.text("identifier_value") for row in linked if PUPIL.search(row.text("identifier_type").replace("_", " "))]
    yield from (number.upper() for number in given if PUPIL_NUMBER.fullmatch(number.upper()))


def _stage(rows: Mapping[str, list[Row]], born: date | None, today: date) -> str:
    episodes = [row for row in rows.get(EPISODES, []) if (row.day(START) or today) <= today]
    ends = [row.day(END) for row in episodes]
    if any(end is None or end > today for end in ends):
        return "in_care"
    if rows.get(CARE_LEAVERS):
        return "care_leaver"
    last = max((end for end in ends if end), default=None)
    return "care_leaver" if last and born and age_on(born, last) >= OLD_ENOUGH else ""
