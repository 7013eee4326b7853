"""A return (SSDA903) into the official file, as it is read: children, their numbers, and one entry for every fact.

    import_return(Path("returns/2025-26"), by=NIGHTLY_IMPORT, now=now)   ->   Report

Children are written in batches; a batch is one transaction, so that an import which is stopped half-way has written whole
children and nothing else, and the next one goes on from there. Of two imports at once the second is refused (running.py);
were they not, they would still take turns, batch by batch.
"""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from pathlib import Path
from uuid import UUID

from django.db import transaction

from audit.chains import locked_head
from audit.events import Event
from audit.record import record_many
from audit.who import Who
from law.working_time import london_day
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft
from official_file.importers.comparing import NOTHING_KNOWN, Changes, changes
from official_file.importers.joining import join_each
from official_file.importers.known import known_from
from official_file.importers.report import Report
from official_file.importers.return_children import Found, bring_up_to_date, found_or_made
from official_file.importers.returns.facts import facts_of
from official_file.importers.returns.plausible import report_implausible, without_twins
from official_file.importers.returns.reading import Return, read_return
from official_file.importers.returns.rows import Row
from official_file.importers.returns.sources import SYSTEM, Origin
from official_file.importers.returns.tables import HEADER
from official_file.models import ImportRun
from official_file.near_duplicates import propose
from people.models import Child

BATCH = 100  # children; small enough that nobody who is reading or writing at the same time has to wait
TURNS = "import"  # the chain whose head is locked while a batch is written


@dataclass(slots=True)
class _Written:
    """One batch: what is to be added, child by child, and how many children were added, updated, unchanged."""

    drafts: list[tuple[Child, EntryDraft]] = field(default_factory=list)
    audit: dict[UUID, dict[str, int]] = field(default_factory=dict)
    outcomes: Counter[str] = field(default_factory=Counter)

    def add(self, found: Found, new: Changes, joined: int) -> None:
        """One child, what is new about it, and how many facts found the entry that tells them already."""
        self.drafts += [(found.child, draft) for draft in new.drafts]
        is_updated = found.is_changed or bool(new.drafts) or joined > 0
        self.outcomes["added" if found.is_new else "updated" if is_updated else "unchanged"] += 1
        if found.is_new or is_updated:
            self.audit[found.child.pk] = {"added": len(new.added), "corrected": len(new.corrected)}


def import_return(
    path: Path, *, by: Who, now: datetime, year: int | None = None, progress: Callable[[int, int], None] | None = None
) -> Report:
    """Read the return at `path` and write what is new in it. `progress` is told how many children of how many are done.

    Raises NothingToRead when there is no return at `path`; everything else that is wrong is in the report.
    """
    began, report, today = time.monotonic(), Report(), london_day(now)
    found = read_return(path, today=today, report=report, year=year)
    run = ImportRun.objects.create(system=SYSTEM, started_at=now)
    origin = Origin(found.year, found.as_of(today), run.pk)
    report.more = {"year": found.year, "run": str(run.pk)}
    done, total = 0, len(found.children)
    for numbers in _batches(found):
        rows = {number: _checked(found.children.pop(number), report, today) for number in numbers}
        written = _write(rows, origin, run, report, by=by, now=now)
        report.children.update(Counter(report.children) + written.outcomes)
        done += len(numbers)
        if progress:
            progress(done, total)
    run.report, run.ended_at = report.as_json(), now + timedelta(seconds=time.monotonic() - began)
    run.save(update_fields=["report", "ended_at"])
    return report


def _batches(found: Return) -> Iterator[list[str]]:
    numbers = iter(list(found.children))
    while batch := list(islice(numbers, BATCH)):
        yield batch


def _checked(rows: list[Row], report: Report, today: date) -> list[Row]:
    once = without_twins(rows, report.problems)
    report_implausible(once, report.problems, today=today, with_header=HEADER.name in report.tables)
    return once


@transaction.atomic
def _write(rows: dict[str, list[Row]], origin: Origin, run: ImportRun, report: Report, *, by: Who, now: datetime) -> _Written:
    """Write one batch of children, by the council's number, whole."""
    locked_head(TURNS)
    written = _Written()
    children = found_or_made(rows)
    known = known_from(SYSTEM, [one.child.pk for one in children.values() if not one.is_new])
    held = {number: known.get(one.child.pk, NOTHING_KNOWN) for number, one in children.items()}
    older = {number for number in held if held[number].as_of > origin.as_of}
    bring_up_to_date(children, rows, report.problems, older=older)
    new = {number: changes(facts_of(number, rows[number], held[number], origin), held[number]) for number in children}
    told = [(one.child.pk, new[number]) for number, one in children.items()]
    joined = dict(zip(children, join_each(system=SYSTEM, found=told, run=run, now=now), strict=True))
    for number, one in children.items():
        what, twice = new[number], joined[number]
        written.add(one, what, twice)
        report.count_entries(added=len(what.added), superseded=len(what.corrected), unchanged=what.unchanged, joined=twice)
    propose(entries=append_entries(drafts=written.drafts, by=by, now=now), now=now)
    record_many(Event.RETURN_IMPORTED, facts_of=written.audit, by=by, at=now)
    return written
