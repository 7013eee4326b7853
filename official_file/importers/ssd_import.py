"""The Standard Safeguarding Dataset (SSD) into the official file: people, facts, who is in their life, and what is gone.

    import_ssd(source, switched_on={"ssd_s47_enquiry"}, by=NIGHTLY_IMPORT, now=now)   ->   Report

The whole source is read before anything is written, so a source that goes away leaves nothing. Children are then written in batches;
a batch is one transaction: whole children and nothing else, whenever it is stopped, and the next run goes on from there. Every run
sees the whole dataset, so what it no longer holds about a child is noted as gone, and hidden until a worker has looked; unless so
much of a table is gone at once that it was rather cut off (ssd_gone.py).
"""

import time
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import islice
from uuid import UUID

from django.db import transaction

from audit.chains import locked_head
from audit.events import Event
from audit.record import record_many
from audit.who import Who
from law.working_time import london_day
from official_file.actions.append import append_entries
from official_file.drafts import EntryDraft
from official_file.family_events import share_family_visits, share_visits_of
from official_file.importers.comparing import NOTHING_KNOWN, Changes, Known, changes
from official_file.importers.joining import join
from official_file.importers.known import known_from
from official_file.importers.report import Report
from official_file.importers.ssd.asked import Asked
from official_file.importers.ssd.exported import NothingToRead, Source
from official_file.importers.ssd.facts import facts_of
from official_file.importers.ssd.matching import Match, matched
from official_file.importers.ssd.origin import NOBODY, SYSTEM, Origin
from official_file.importers.ssd.person import said_of
from official_file.importers.ssd.reading import Read, read_source, rows_of
from official_file.importers.ssd.rows import Row
from official_file.importers.ssd.staging import Staged
from official_file.importers.ssd.table_map import TABLES
from official_file.importers.ssd_gone import cut_off_tables, known_persons
from official_file.importers.ssd_meetings import TABLE as REVIEWS_DUE
from official_file.importers.ssd_meetings import keep_reviews_due
from official_file.importers.ssd_network import Network, bring_network, network_of
from official_file.importers.ssd_people import bring_people, doubt
from official_file.importers.ssda903 import TURNS
from official_file.importers.vanishing import note_changes
from official_file.models import ImportRun
from official_file.near_duplicates import propose
from people.models import Child, Identifier

BATCH = 25  # children: every one of them has a hundred rows or more
ENOUGH_TO_ASK = 5  # children
CUT_OFF = (
    "only {here} of the {known} people who were known before are in this export. Nobody was taken for gone. Look whether it was cut off."
)
OLDER = (
    "This export is of {day:%d/%m/%Y}, and one of {last:%d/%m/%Y} was read before. Nothing was read, so that nothing newer is undone. "
    "When its day is wrong, say it with --as-of."
)
A_FEW_DAYS = timedelta(days=3)  # a day that is read off the newest row may go back a little
OUTCOMES = ("unchanged", "updated", "added")
EVENTS = ("/pathway_plan/", "ssd_ehcp_active_plans/")  # of these the dataset keeps only the last: those before are not gone
INVOLVEMENTS, PEOPLE = "ssd_involvements", frozenset({"ssd_family", "ssd_mother", "ssd_involvements", "ssd_professionals"})
Progress = Callable[[int, int], None]


@dataclass(slots=True)
class _Run:
    """What the batches of one run share. `lost`: persons of an earlier export; `cut_off`: tables of which nothing is taken for gone."""

    row: ImportRun
    read: Read
    origin: Origin
    report: Report
    by: Who
    now: datetime
    outcome: dict[str, str] = field(default_factory=dict)
    refused: set[str] = field(default_factory=set)
    lost: Mapping[str, UUID] = field(default_factory=dict)
    cut_off: frozenset[str] = frozenset()
    really_gone: frozenset[str] = frozenset()
    gone: int = 0
    returned: int = 0

    def note(self, person: str, outcome: str) -> None:
        """What became of a person: the most that happened to them."""
        self.outcome[person] = max(self.outcome.get(person, OUTCOMES[0]), outcome, key=OUTCOMES.index)


@dataclass(slots=True)
class _Batch:
    """Some persons who are matched: their rows, what the file holds of them, and what is new."""

    matches: dict[str, Match]
    rows: Mapping[str, Mapping[str, list[Row]]]
    unread: Mapping[str, set[str]]
    known: dict[str, Known] = field(default_factory=dict)
    new: dict[str, Changes] = field(default_factory=dict)
    keys: dict[str, set[str]] = field(default_factory=dict)

    def children(self) -> dict[str, Child]:
        """The child of each person."""
        return {person: match.child for person, match in self.matches.items() if match.child}


def import_ssd(
    source: Source,
    report: Report,
    *,
    by: Who,
    now: datetime,
    asked: Asked | None = None,
    switched_on: Collection[str] = (),
    as_of: date | None = None,
    really_gone: Collection[str] = (),
    progress: Progress | None = None,
) -> Report:
    """Read the source and write what is new in it. `asked`: only these; `as_of`: the day of the export, when it is known better.

    `really_gone`: tables of which an operator says that what is missing is gone, however much it is.

    Raises NothingToRead and SourceStopped, and then nothing was written.
    """
    began, today = time.monotonic(), london_day(now)
    with Staged() as staged:
        read = read_source(source, staged, report, asked=asked, switched_on=switched_on, today=today, as_of=as_of)
        _check_not_older(read, report)
        row = ImportRun.objects.create(system=SYSTEM, started_at=now)
        origin = Origin(read.as_of, today, row.pk, read.workers, read.present)
        run = _Run(row, read, origin, report, by, now, really_gone=frozenset(really_gone))
        _look_who_and_what_is_missing(run, asked)
        _write_all(run, progress)
        _note_lost(run)
        if asked:
            asked.report_missing(report.problems)
        return _finished(run, asked, time.monotonic() - began)


def _check_not_older(read: Read, report: Report) -> None:
    """Raise NothingToRead for an export from before the newest one that was read."""
    days = ImportRun.objects.filter(system=SYSTEM, ended_at__isnull=False).values_list("report__as_of", flat=True)
    last = max((date.fromisoformat(day) for day in days if day), default=None)
    if last and read.as_of + A_FEW_DAYS < last:
        raise NothingToRead(OLDER.format(day=read.as_of, last=last), report)


def _write_all(run: _Run, progress: Progress | None) -> None:
    """Facts of everybody, batch by batch; then who is in their life, when everybody is here."""
    done, total = 0, len(run.read.persons)
    for persons in _batches(run.read.persons):
        _write(persons, run)
        done += len(persons)
        if progress:
            progress(done, total)
    network = network_of(run.read.staged)
    for persons in _batches(run.read.persons):
        _write_network(persons, network, run)


def _batches(persons: Collection[str]) -> Iterator[list[str]]:
    remaining = iter(persons)
    while batch := list(islice(remaining, BATCH)):
        yield batch


@transaction.atomic
def _write(persons: list[str], run: _Run) -> None:
    """Write one batch of persons, whole."""
    locked_head(TURNS)
    batch = _matched(persons, run)
    touched = bring_people(batch.matches, run.report.problems, as_of=run.origin.as_of, now=run.now)
    held = Identifier.objects.filter(source=SYSTEM, key__in=list(batch.matches)).exclude(last_seen__gte=run.origin.as_of)
    held.update(last_seen=run.origin.as_of)
    _compare(batch, run)
    joined = join(
        system=SYSTEM, found={child.pk: batch.new[person] for person, child in batch.children().items()}, run=run.row, now=run.now
    )
    drafts: list[tuple[Child, EntryDraft]] = []
    audit: dict[UUID, dict[str, int]] = {}
    for person, child in batch.children().items():
        new, twice = batch.new[person], joined.get(child.pk, 0)
        drafts += [(child, draft) for draft in new.drafts]
        run.report.count_entries(added=len(new.added), superseded=len(new.corrected), unchanged=new.unchanged, joined=twice)
        is_updated = person in touched or bool(new.drafts) or twice > 0
        run.note(person, "added" if batch.matches[person].is_new else "updated" if is_updated else "unchanged")
        if batch.matches[person].is_new or is_updated:
            audit[child.pk] = {"added": len(new.added), "corrected": len(new.corrected)}
    added = append_entries(drafts=drafts, by=run.by, now=run.now)
    propose(entries=added, now=run.now)
    share_family_visits(entries=added, now=run.now)
    reviews = {child: batch.rows[person].get(REVIEWS_DUE, ()) for person, child in batch.children().items()}
    keep_reviews_due(reviews, today=run.origin.today, now=run.now)
    record_many(Event.RETURN_IMPORTED, facts_of=audit, by=run.by, at=run.now)
    before = [person for person, match in batch.matches.items() if match.is_linked]  # of anybody else nothing can be gone
    _note_gone({child.pk: batch.keys[person] for person, child in batch.children().items() if person in before}, run, batch)


def _matched(persons: list[str], run: _Run) -> _Batch:
    """Who these persons are. Nothing more is done about those of whom that is not certain, or who cannot be read."""
    rows, unread = rows_of(run.read, persons, run.report.problems)
    said = {person: one for person in persons if (one := said_of(person, rows[person], run.origin.today))}
    run.refused |= set(persons) - said.keys()
    matches = matched(said)
    for person in [person for person, match in matches.items() if match.doubts]:
        doubt(matches.pop(person), run.report.problems, now=run.now)
        run.refused.add(person)
    return _Batch(matches, rows, unread)


def _compare(batch: _Batch, run: _Run) -> None:
    """What each person's rows say, beside what the file holds; and every key that is there tonight."""
    held = known_from(SYSTEM, [match.child.pk for match in batch.matches.values() if match.child and not match.is_new])
    for person, child in batch.children().items():
        known = batch.known[person] = held.get(child.pk, NOTHING_KNOWN)
        drafts = facts_of(batch.rows[person], known, run.origin)
        batch.new[person] = changes(drafts, known)
        batch.keys[person] = {draft.source.key for draft in drafts} | set(_still_there(known, batch.unread[person]))


def _still_there(known: Known, unread: Collection[str]) -> Iterator[str]:
    """Known keys that are not gone though no fact has them: of rows that could not be read, and of events that only the last is kept of."""
    whole = {one.rstrip("/") for one in unread if one.endswith("/")}  # rows without a key: nothing of their table is taken for gone
    for key in known.by_key:
        row = "/".join(key.split("/")[:2])
        if row in unread or key.split("/")[0] in whole or key.startswith(EVENTS[1]) or EVENTS[0] in key:
            yield key


def _complete(read: Read) -> set[str]:
    """The tables of which this export holds everything."""
    return {name for name in read.present if read.present.issuperset(TABLES[name].with_tables) or name == INVOLVEMENTS}


def _look_who_and_what_is_missing(run: _Run, asked: Asked | None) -> None:
    """Find everybody whom an earlier export held and this one does not, and the tables that have lost too much to be believed."""
    everybody, here = known_persons(asked), set(run.read.persons)
    lost = {person: child for person, child in everybody.items() if person not in here}
    if len(lost) > ENOUGH_TO_ASK and len(lost) * 2 > len(everybody):
        what = CUT_OFF.format(here=len(everybody) - len(lost), known=len(everybody))
        run.report.problems.add("cut_off", what, table="ssd_person", row=1)
        everybody = {person: child for person, child in everybody.items() if person in here}
    else:
        still = {child for person, child in everybody.items() if person in here}
        run.lost = {person: child for person, child in lost.items() if child not in still}
    tables = _complete(run.read) - run.really_gone
    run.cut_off = cut_off_tables(run.read, run.report, everybody, tables=tables, kept=EVENTS, now=run.now)


def _note_gone(seen: Mapping[UUID, Collection[str]], run: _Run, batch: _Batch | None = None) -> None:
    """Write down what is gone and what is there again, of tables that could be read whole and need no other that could not."""
    if not seen:
        return
    day, tables = run.origin.as_of, _complete(run.read)
    found = note_changes(system=SYSTEM, seen=seen, tables=tables, as_of=day, run=run.row, by=run.by, now=run.now, doubted=run.cut_off)
    run.gone += sum(one.vanished for one in found.values())
    run.returned += sum(one.returned for one in found.values())
    for person, child in batch.children().items() if batch else ():
        if child.pk in found:
            run.note(person, "updated")


@transaction.atomic
def _write_network(persons: list[str], network: Network, run: _Run) -> None:
    """Families and connections of one batch of persons who are in the portal now."""
    wanted = [person for person in persons if person not in run.refused]
    linked = Identifier.objects.filter(source=SYSTEM, key__in=wanted).select_related("child")
    children = {one.key: one.child for one in linked}
    whole = run.read.present >= PEOPLE and run.cut_off.isdisjoint(PEOPLE)
    workers = {
        person: [(row, run.origin.workers.get(row.text("professional_id"), NOBODY)) for row in rows]
        for person, rows in run.read.involvements_of(children).items()
    }
    changed = bring_network(children, workers, network, whole=whole, as_of=run.origin.as_of)
    share_visits_of(children=changed, now=run.now)
    for person, child in children.items():
        if child.pk in changed:
            run.note(person, "updated")


@transaction.atomic
def _note_lost(run: _Run) -> None:
    """Everything the dataset told of those who are not in it any more."""
    held = {person: child for person, child in run.lost.items() if person not in run.refused}
    _note_gone({child: set[str]() for child in held.values()}, run)


def _finished(run: _Run, asked: Asked | None, seconds: float) -> Report:
    """Count the people, and store the report."""
    report = run.report
    for outcome in run.outcome.values():
        report.children[outcome] += 1
    report.children["refused"] = len(run.refused)
    report.more = {"run": str(run.row.pk), "as_of": run.origin.as_of.isoformat(), "gone": run.gone, "there_again": run.returned}
    if run.really_gone:
        report.more["really_gone"] = sorted(run.really_gone)
    if asked:
        report.more["children_file"] = asked.as_json()
    run.row.report, run.row.ended_at = report.as_json(), run.now + timedelta(seconds=seconds)
    run.row.save(update_fields=["report", "ended_at"])
    return report
