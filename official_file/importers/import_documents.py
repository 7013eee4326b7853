"""Documents named in a manifest into the official file: sealed, looked at, filed, then read in the background.

    import_documents(Path("papers/manifest.csv"), by=NIGHTLY_IMPORT, now=now)   ->   Report

A line whose file may not be taken is left out and reported; the others go in. The same line with the same bytes adds nothing;
other facts or other bytes under the same key supersede the older version. A paper that another list, or another system, brought
in already becomes one more source of it, by rule 19 of joining_rules.py; what only looks like one is put before a person.

Originals are sealed before the batch is written: a run that is killed leaves whole batches, and sealed originals that belong to
nobody until the next run files them.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import astuple, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.db import transaction

from audit.chains import locked_head
from audit.events import Event
from audit.insert import insert_objects
from audit.record import record_many
from audit.who import Who
from files.models import FileReading
from law.working_time import london_day
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft
from official_file.importers.comparing import NOTHING_KNOWN, Changes, changes
from official_file.importers.joining import join
from official_file.importers.known import known_from
from official_file.importers.manifests.children import children_of
from official_file.importers.manifests.entries import SYSTEM, draft_of, key_of
from official_file.importers.manifests.found_files import NotFetched
from official_file.importers.manifests.lines import TABLE, DocumentLine, read_manifest
from official_file.importers.manifests.taking import Taken, digest_of, take
from official_file.importers.report import Report
from official_file.importers.signed import SIGNED_AHEAD, signed_ahead
from official_file.importers.ssda903 import TURNS
from official_file.jobs import read_soon
from official_file.models import EntryFile, ImportRun
from official_file.near_duplicates import propose
from official_file.papers import keep_papers
from official_file.searching import index_entries
from people.models import Child

A_BATCH = 20  # documents of one transaction
OUTCOMES = ("unchanged", "updated")
SAME = "this line is the same as row {row}. It was read once."
TWICE = "row {row} has the same child and the same key or file, and says something else. Give each a key of its own. It was left out."
OF_ANOTHER = "row {row} names the same file for another young person. Both have it now. Check that it is about both of them."
AGAIN = "row {row} brings in the same file for this young person under another key. Both were kept. Take one out of the manifest."


@dataclass(slots=True)
class _Run:
    """What the batches of one run share.

    `listed`: every key of the manifest; `seen`: row and content of every key so far; `rows`: the first row of each file, by its digest.
    """

    row: ImportRun
    report: Report
    by: Who
    now: datetime
    folder: Path
    listed: frozenset[str]
    seen: dict[str, tuple[int, tuple[object, ...]]] = field(default_factory=dict)
    rows: dict[str, tuple[int, UUID]] = field(default_factory=dict)
    outcome: dict[UUID, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    states: Counter[str] = field(default_factory=Counter)

    def problem(self, line: DocumentLine, code: str, what: str, column: str = "file") -> None:
        """One more problem of this line."""
        self.report.problems.add(code, what, table=TABLE, row=line.row, column=column)


def import_documents(path: Path, *, by: Who, now: datetime, progress: Callable[[int, int], None] | None = None) -> Report:
    """Bring in the documents of the manifest at `path`, whose files lie in its folder or below. `progress`: so many lines of so many.

    Raises NoManifest when there is none that can be read; everything else that is wrong is in the report.
    """
    began, report = time.monotonic(), Report()
    lines = list(read_manifest(path, report))
    listed = frozenset(key_of(line) for line in lines)
    run = _Run(ImportRun.objects.create(system=SYSTEM, started_at=now), report, by, now, path.parent, listed)
    done = 0
    for batch in _batches(lines):
        _file(_taken(batch, run), run)
        done += len(batch)
        if progress:
            progress(done, len(lines))
    report.children.update(Counter(run.outcome.values()))
    report.children["refused"] = len(run.refused)
    report.more = {"run": str(run.row.pk), "documents": dict(run.states)}
    run.row.report, run.row.ended_at = report.as_json(), now + timedelta(seconds=time.monotonic() - began)
    run.row.save(update_fields=["report", "ended_at"])
    return report


def _batches(lines: list[DocumentLine]) -> Iterator[list[DocumentLine]]:
    for start in range(0, len(lines), A_BATCH):
        yield lines[start : start + A_BATCH]


def _taken(batch: list[DocumentLine], run: _Run) -> list[tuple[Child, Taken]]:
    """The lines of this batch whose child is known and whose file is sealed by now."""
    found = []
    children = children_of(batch)
    for line in batch:
        child = children[line]
        if isinstance(child, str):
            run.refused.add(line.child)
            run.problem(line, "unknown_child", child, "child")
            continue
        if wrong := signed_ahead(line.written_on, today=london_day(run.now)):
            run.problem(line, SIGNED_AHEAD, wrong, "written_on")
            continue
        try:
            content, sha256 = digest_of(run.folder, line)
        except NotFetched as refusal:
            run.problem(line, refusal.code, refusal.sentence)
            continue
        if _is_new(line, sha256, child, run):
            found.append((child, take(line, content, run.report.problems, by=run.by, now=run.now)))
    return found


def _is_new(line: DocumentLine, sha256: str, child: Child, run: _Run) -> bool:
    """Whether no line before this one has its child and key. A file that another line names as well is said, and taken."""
    facts = (sha256, *astuple(line)[1:])
    row, said = run.seen.setdefault(key_of(line), (line.row, facts))
    if row != line.row:
        code, what = ("duplicate_row", SAME) if said == facts else ("key_twice", TWICE)
        run.problem(line, code, what.format(row=row), "key" if line.key else "file")
        return False
    first, whose = run.rows.setdefault(sha256, (line.row, child.pk))
    if first != line.row:
        code, what = ("same_file", AGAIN) if whose == child.pk else ("file_of_another", OF_ANOTHER)
        run.problem(line, code, what.format(row=first))
    return True


@transaction.atomic
def _file(taken: list[tuple[Child, Taken]], run: _Run) -> None:
    """Write one batch: entries, which original belongs to each, and the audit; then ask for what waits to be read."""
    locked_head(TURNS)
    by_child: dict[UUID, list[Taken]] = defaultdict(list)
    children = {child.pk: child for child, _one in taken}
    for child, one in taken:
        by_child[child.pk].append(one)
    known = known_from(SYSTEM, by_child, keys={key_of(one.line) for _child, one in taken})
    found = {pk: changes((_draft(one, run) for one in papers), known.get(pk, NOTHING_KNOWN)) for pk, papers in by_child.items()}
    joined = join(system=SYSTEM, found=found, run=run.row, now=run.now, listed=run.listed)
    for pk, new in found.items():
        _count(pk, new, joined.get(pk, 0), run)
    drafts = [(children[pk], draft) for pk, new in found.items() for draft in new.drafts]
    _append(drafts, {key_of(one.line): one for _child, one in taken}, run)
    grown = {pk: new for pk, new in found.items() if new.drafts or joined.get(pk)}
    audit = {pk: {"added": len(new.added), "corrected": len(new.corrected)} for pk, new in grown.items()}
    record_many(Event.RETURN_IMPORTED, facts_of=audit, by=run.by, at=run.now)
    _ask_for_reading(taken, run)


def _count(pk: UUID, new: Changes, joined: int, run: _Run) -> None:
    """What became of the papers of one young person."""
    run.report.count_entries(added=len(new.added), superseded=len(new.corrected), unchanged=new.unchanged, joined=joined)
    run.outcome[pk] = max(run.outcome.get(pk, OUTCOMES[0]), OUTCOMES[bool(new.drafts or joined)], key=OUTCOMES.index)


def _draft(one: Taken, run: _Run) -> EntryDraft:
    as_of = london_day(run.now)
    return draft_of(one.line, sha256=one.file.sha256, media_type=one.file.content_type, as_of=as_of, run_id=run.row.pk)


def _append(drafts: list[tuple[Child, EntryDraft]], by_key: dict[str, Taken], run: _Run) -> None:
    """Add entries, each with its original, and ask about those that look like one. What is told by another list now keeps its own."""
    entries = append_entries(drafts=drafts, by=run.by, now=run.now)
    rows = []
    for entry, (_child, draft) in zip(entries, drafts, strict=True):
        older = draft.supersedes or draft.parted_from
        if draft.source.system == SYSTEM and (one := by_key.get(draft.source.key)):
            rows.append(EntryFile(entry_id=entry.pk, file=one.file, name=one.name))
        elif older:
            keep_papers(entry, of=older)
    insert_objects(EntryFile, rows)
    index_entries(entries, now=run.now)  # with the words of what was read before
    propose(entries=entries, now=run.now)


def _ask_for_reading(taken: list[tuple[Child, Taken]], run: _Run) -> None:
    states = dict(FileReading.objects.filter(file__in=[one.file for _child, one in taken]).values_list("file", "state"))
    for file, state in states.items():
        run.states[state] += 1
        if state == FileReading.State.WAITING:
            read_soon(file)
