"""What every fact of one return shares: the day it was true, the run, and how its key in the source is made."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.returns.rows import Row
from official_file.plain_language.when import Precision, When

SYSTEM = "ssda903"
UNKNOWN_DAY = When(None, None, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Origin:
    """One return: the year it is about (to 31 March), the day up to which it is true, and the run that reads it."""

    year: int
    as_of: date
    run_id: UUID | None = None

    @property
    def whole_year(self) -> When:
        """The return's year, for facts that are told once a year."""
        return When(date(self.year - 1, 4, 1), date(self.year, 3, 31))

    def draft(self, key: str, kind: str, when: When, *, restricted: str = "", **facts: Any) -> EntryDraft:
        """One fact. What is None or empty is left out."""
        said = {name: value for name, value in facts.items() if value is not None and value != ""}
        return EntryDraft(kind, when, SourceRef(SYSTEM, key, self.as_of, self.run_id), said, restricted=restricted)


def point(day: date | None) -> When:
    """Something that happened on one day, or on a day nobody wrote down."""
    return When(day) if day else UNKNOWN_DAY


def numbered(rows: Iterable[Row], same: Callable[[Row], Hashable]) -> Iterator[tuple[int, Row]]:
    """Each row with its number among those that `same` cannot tell apart: nearly always 1.

    The numbers follow from what the rows say and not from where they stand, so that next year's return gives the same.
    """
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in rows:
        groups[same(row)].append(row)
    for group in groups.values():
        yield from enumerate(sorted(group, key=_content), 1) if len(group) > 1 else ((1, group[0]),)


def _content(row: Row) -> tuple[tuple[bool, str], ...]:
    # What begins a time in care first; a blank end last.
    started = (row.values.get("RNE") != "S", "")
    ends = ((row.values.get("DEC") is None, str(row.values.get("DEC"))),)
    return (started, *ends, *((value is None, str(value)) for value in row.values.values()))
