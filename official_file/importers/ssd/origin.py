"""What every fact of one export shares: the day it was true, the run, who is who among the workers, and how its key is made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.ssd.rows import Row
from official_file.plain_language.when import Precision, When

SYSTEM = "ssd"
UNKNOWN_DAY = When(None, None, Precision.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Worker:
    """A professional: name, what they do, and the number by which the return knows them, else the system's own."""

    name: str
    role: str
    number: str


NOBODY = Worker("", "", "")


@dataclass(frozen=True, slots=True)
class Origin:
    """One export. `present`: the tables that could be read in it."""

    as_of: date
    today: date
    run_id: UUID | None = None
    workers: Mapping[str, Worker] = field(default_factory=dict)
    present: frozenset[str] = frozenset()

    def draft(self, row: Row, fact: str, kind: str, when: When, **more: Any) -> EntryDraft:
        """One fact of a row. What is None or empty is left out. `by`: who wrote it; `restricted`, `sensitivity`: as in EntryDraft."""
        writer = self.workers.get(more.pop("by", "") or "", NOBODY)
        restricted, sensitivity = more.pop("restricted", ""), more.pop("sensitivity", None)
        said = {name: value for name, value in more.items() if value is not None and value != ""}
        source = SourceRef(SYSTEM, f"{row.source_key}/{fact}" if fact else row.source_key, self.as_of, self.run_id)
        return EntryDraft(
            kind, when, source, said, sensitivity=sensitivity, restricted=restricted, author_name=writer.name, author_role=writer.role
        )


def point(day: date | None) -> When:
    """Something that happened on one day, or on a day nobody wrote down."""
    return When(day) if day else UNKNOWN_DAY


def stretch(start: date | None, end: date | None) -> When:
    """Something that lasted; without a day it began, as much as is known."""
    return When(start, end) if start or end else UNKNOWN_DAY
