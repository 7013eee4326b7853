"""Whom an import is about: the young people a file names, or everybody; and the day on which the export was true.

A line of the file is a number: of a person in the dataset, or by which the return, or an older system, knows them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from official_file.importers.report import Problems, Report, shown
from official_file.importers.returns.cells import Unreadable
from official_file.importers.returns.text_files import encoding_of, lines, open_text
from official_file.importers.ssd import cells
from official_file.importers.ssd.exported import NothingToRead, RawRow, Source
from official_file.importers.ssd.person import OF_THE_RETURN
from official_file.importers.ssd.rows import cell_of
from official_file.importers.ssd.shapes import Form, Table
from official_file.importers.ssd.tables_of_people import LINKED, PERSON
from people.models import Identifier

THE_RETURN = "ssda903"
NOT_FOUND = "nobody in the export has the number {number}. Check it, or whether the export holds this young person."
NOBODY = "{path} names nobody. Write one number a line: of the dataset's persons, or of the children of the return."


@dataclass(slots=True)
class Asked:
    """The numbers of a file, each with its line, and how each was found: "person", "return", or not at all."""

    name: str
    numbers: dict[str, int]
    found_by: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """For the report: how many were found by which number, and which were not."""
        ways = list(self.found_by.values())
        return {
            "asked": len(self.numbers),
            "found_by_person": ways.count("person"),
            "found_by_return": ways.count("return"),
            "not_found": sorted(self.numbers.keys() - self.found_by.keys()),
        }

    def report_missing(self, problems: Problems) -> None:
        """Name every number of which the export holds nobody."""
        for number in self.numbers.keys() - self.found_by.keys():
            what = NOT_FOUND.format(number=shown(number))
            problems.add("child_not_found", what, table=self.name, row=self.numbers[number], column="")


def asked_for(path: Path, report: Report) -> Asked:
    """Read the file. Raises NothingToRead when it cannot be opened or names nobody."""
    try:
        with open_text(path, encoding_of(path)) as file:
            found: dict[str, int] = {}
            for line in lines(file):
                written = line.text.strip().strip('\ufeff"').split(",")[0].split(";")[0].strip().strip('"')
                if written and not written.startswith("#"):
                    found.setdefault(cells.name_of(written[: cells.LONGEST_KEY]), line.number)
    except OSError as error:
        raise NothingToRead(f"{path} could not be opened ({error.strerror}). Give the file with the numbers, one a line.", report) from None
    if not found:
        raise NothingToRead(NOBODY.format(path=path), report)
    return Asked(path.name, found)


def persons_asked_for(asked: Asked, source: Source) -> set[str]:
    """The persons of the dataset whom the file means. Reads the tables of people once."""
    wanted: set[str] = set()
    ours = dict(Identifier.objects.filter(source=THE_RETURN, key__in=list(asked.numbers)).values_list("child_id", "key"))
    linked = dict(Identifier.objects.filter(source="ssd", child__in=ours).values_list("key", "child_id"))
    for person, numbers in _numbers(source):
        if person in asked.numbers:
            asked.found_by[person] = "person"
            wanted.add(person)
        for number in numbers & asked.numbers.keys():
            asked.found_by.setdefault(number, "return")
            wanted.add(person)
        if person in linked:
            asked.found_by.setdefault(ours[linked[person]], "return")
            wanted.add(person)
    return wanted


def _numbers(source: Source) -> Iterator[tuple[str, set[str]]]:
    for found in source.of(PERSON):
        for raw in found.rows():
            person = cell_of(raw, PERSON, "person_id")
            if person:
                yield person, {cell_of(raw, PERSON, name) for name in ("legacy_id", "common_child_id")} - {""}
    for found in source.of(LINKED):
        for raw in found.rows():
            person, kind = cell_of(raw, LINKED, "person_id"), raw.cells[LINKED.position("identifier_type")]
            if person and OF_THE_RETURN.search(kind.replace("_", " ")):
                yield person, {cell_of(raw, LINKED, "identifier_value")} - {""}


class NewestDay:
    """The newest day up to today that anything in the export names: a night's export names last night, or nearly."""

    def __init__(self, today: date) -> None:
        self.today = today
        self.day: date | None = None

    def watched(self, table: Table, rows: Iterator[RawRow]) -> Iterator[RawRow]:
        """The rows as they are, looked at in passing."""
        places = [number for number, one in enumerate(table.fields) if one.form is Form.DAY and one.feeds]
        for raw in rows:
            for place in places:
                self._see(raw.cells[place])
            yield raw

    def _see(self, cell: str) -> None:
        try:
            day = cells.day(cell) if cell and not cells.is_blank(cell) else None
        except Unreadable:
            return
        if day and day <= self.today:
            self.day = max(day, self.day or day)

    def as_of(self, written_on: str) -> date:
        """The day of the dataset's own log, or the newest day it names, whichever is later; else the day the files were written."""
        if self.day:
            return self.day
        return min(date.fromisoformat(written_on), self.today) if written_on else self.today
