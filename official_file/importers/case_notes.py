"""Case notes (JSON Lines) into the official file: who people are, who helped them, and what was written.

    import_case_notes(Path("notes.jsonl"), by=NIGHTLY_IMPORT, now=now)   ->   Report

A line that does not fit the published schema is left out and reported; the others go in. A line whose child and key were
read before is the same record: it adds nothing when it says the same, and supersedes the older version when it does not.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
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
from official_file.family_events import share_family_visits
from official_file.importers.comparing import NOTHING_KNOWN, changes
from official_file.importers.joining import join_each
from official_file.importers.known import known_from
from official_file.importers.note_people import add_child, bring_up_to_date, children_by_number
from official_file.importers.notes.entries import SYSTEM, draft_of
from official_file.importers.notes.lines import NoteLine, read_lines
from official_file.importers.report import Report
from official_file.importers.signed import SIGNED_AHEAD, signed_ahead
from official_file.importers.ssda903 import TURNS
from official_file.models import ImportRun
from official_file.near_duplicates import propose
from people.models import Child

MOST_LINES, MOST_BYTES = 200, 2_000_000  # of one transaction
PERSON = "person"
UNKNOWN = "nobody has brought in this young person. Put the line that says who they are before it. The line was left out."
TWICE = "row {row} has the same child and key and says something else. Give each record a key of its own. The line was left out."
SAME = "this line is the same as row {row}. It was read once."
OUTCOMES = ("unchanged", "updated", "added")


class NoNotesToRead(Exception):
    """The file cannot be opened, or no line of it can be read. `sentence` says so; `report` says what was found instead."""

    def __init__(self, sentence: str, report: Report) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.report = report


@dataclass(slots=True)
class _Run:
    """What the batches of one run share. `seen`: child and key of every line so far, with its row and its digest."""

    row: ImportRun
    report: Report
    by: Who
    now: datetime
    seen: dict[tuple[str, str], tuple[int, bytes]] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    outcome: dict[str, str] = field(default_factory=dict)

    def note(self, number: str, outcome: str) -> None:
        """What became of a child: the most that happened to it in any batch."""
        self.outcome[number] = max(self.outcome.get(number, OUTCOMES[0]), outcome, key=OUTCOMES.index)

    def finish(self, seconds: float) -> Report:
        """Count the children, and store the report."""
        self.report.children.update(Counter(self.outcome.values()))
        self.report.children["refused"] = len(self.refused - self.outcome.keys() - {""})
        self.report.more = {"run": str(self.row.pk)}
        self.row.report, self.row.ended_at = self.report.as_json(), self.now + timedelta(seconds=seconds)
        self.row.save(update_fields=["report", "ended_at"])
        return self.report


def import_case_notes(path: Path, *, by: Who, now: datetime, progress: Callable[[int, int], None] | None = None) -> Report:
    """Read the notes at `path` and write what is new in them. `progress` is told how many bytes of how many were read.

    Raises NoNotesToRead when the file cannot be opened or holds no line that can be read.
    """
    began, report, done = time.monotonic(), Report(), 0
    total = _size(path, report)
    run = _Run(ImportRun(system=SYSTEM, started_at=now), report, by, now)
    for batch in _batches(path, run):
        if done == 0:
            run.row.save()
        _write(batch, run)
        done += sum(line.size for line in batch)
        if progress:
            progress(done, total)
    if done == 0:
        raise NoNotesToRead(f"{path} holds no line of case notes that can be read. The report says what is wrong.", report)
    return run.finish(time.monotonic() - began)


def _size(path: Path, report: Report) -> int:
    try:
        with path.open("rb"):
            return path.stat().st_size
    except OSError as error:
        what = f"{path} could not be opened ({error.strerror}). Give the file with the notes, one JSON object a line."
        raise NoNotesToRead(what, report) from None


def _batches(path: Path, run: _Run) -> Iterator[list[NoteLine]]:
    """The lines in batches. Two visits of one day that stand together are read together, so that neither is taken for the only one."""
    batch: list[NoteLine] = []
    size = 0
    for line in read_lines(path, run.report, run.refused):
        if not (_is_new(line, run) and _is_signed_by_now(line, run)):
            continue
        is_full = len(batch) >= MOST_LINES or size >= MOST_BYTES
        if is_full and (_day(line) != _day(batch[-1]) or len(batch) >= 2 * MOST_LINES or size >= 2 * MOST_BYTES):
            yield batch
            batch, size = [], 0
        batch.append(line)
        size += line.size
    if batch:
        yield batch


def _day(line: NoteLine) -> tuple[str, object]:
    return line.child, line.said.get("date")


def _is_new(line: NoteLine, run: _Run) -> bool:
    """Whether this is the first line of the file with its child and key. A person is known by the child alone."""
    row, digest = run.seen.setdefault((line.child, line.key), (line.number, line.digest))
    if row != line.number:
        code, what = ("duplicate_row", SAME) if digest == line.digest else ("key_twice", TWICE)
        run.report.problems.add(code, what.format(row=row), table=line.type, row=line.number, column="key" if line.key else "child")
    return row == line.number


def _is_signed_by_now(line: NoteLine, run: _Run) -> bool:
    """Whether it was written by today. What happens on a day to come may be planned; what is written then is a mistake."""
    written = line.said.get("written_on")
    wrong = signed_ahead(date.fromisoformat(written) if written else None, today=london_day(run.now))
    if wrong:
        run.refused.add(line.child)
        run.report.problems.add(SIGNED_AHEAD, wrong, table=line.type, row=line.number, column="written_on")
    return not wrong


@transaction.atomic
def _write(batch: list[NoteLine], run: _Run) -> None:
    """Write one batch: people first, then what was written about them."""
    locked_head(TURNS)
    children = children_by_number({line.child for line in batch})
    audit = {pk: {"added": 0, "corrected": 0} for pk in _write_people(batch, children, run)}
    audit |= _write_entries([line for line in _of_known(batch, children, run) if line.type != PERSON], children, run)
    record_many(Event.RETURN_IMPORTED, facts_of=audit, by=run.by, at=run.now)


def _write_people(batch: list[NoteLine], children: dict[str, Child], run: _Run) -> set[UUID]:
    """The young people who were made or changed. Those who are made join `children`."""
    touched = set()
    for line in batch:
        if line.type != PERSON:
            continue
        is_new = line.child not in children
        child = children[line.child] = add_child(line.child) if is_new else children[line.child]
        is_changed = bring_up_to_date(child, line.said, now=run.now)
        run.note(line.child, "added" if is_new else "updated" if is_changed else "unchanged")
        if is_new or is_changed:
            touched.add(child.pk)
    return touched


def _of_known(batch: list[NoteLine], children: dict[str, Child], run: _Run) -> Iterator[NoteLine]:
    for line in batch:
        if line.child in children:
            yield line
        else:
            run.refused.add(line.child)
            run.report.problems.add("unknown_child", UNKNOWN, table=line.type, row=line.number, column="child")


def _write_entries(lines: list[NoteLine], children: dict[str, Child], run: _Run) -> dict[UUID, dict[str, int]]:
    """Add what is new in these lines. Returns, for each child whose file grew, how many entries were added and corrected."""
    by_child: dict[str, list[NoteLine]] = defaultdict(list)
    for line in lines:
        by_child[line.child].append(line)
    # Only what these lines are about: a child's file may be long, and its lines may lie in every batch of the notes.
    known = known_from(SYSTEM, [children[number].pk for number in by_child], keys={line.key for line in lines})
    found = {}
    for number, of_child in by_child.items():
        child, as_of = children[number], london_day(run.now)
        said = [draft_of(line, as_of=as_of, run_id=run.row.pk) for line in of_child]
        found[number] = changes(said, known.get(child.pk, NOTHING_KNOWN))
    told = [(children[number].pk, found[number]) for number in by_child]
    joined = dict(zip(by_child, join_each(system=SYSTEM, found=told, run=run.row, now=run.now), strict=True))
    drafts: list[tuple[Child, EntryDraft]] = []
    audit = {}
    for number in by_child:
        child = children[number]
        new, twice = found[number], joined[number]
        drafts += [(child, draft) for draft in new.drafts]
        run.report.count_entries(added=len(new.added), superseded=len(new.corrected), unchanged=new.unchanged, joined=twice)
        run.note(number, "updated" if new.drafts or twice else "unchanged")
        if new.drafts or twice:
            audit[child.pk] = {"added": len(new.added), "corrected": len(new.corrected)}
    added = append_entries(drafts=drafts, by=run.by, now=run.now)
    propose(entries=added, now=run.now)
    share_family_visits(entries=added, now=run.now)
    return audit
