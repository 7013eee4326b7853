"""Services around a young person (one CSV for each service) into the official file: who, how to reach them, since when, last checked.

    import_services(Path("gp.csv"), service="gp", by=NIGHTLY_IMPORT, now=now)   ->   Report

There is one entry for each child and service, and one more for each further row of the same service (a school before this one).
What a table says anew supersedes it; that a service was only checked again, for a quarter of a year, is no news. Who a table no
longer names keeps what was known, with the day on which it was last checked. Nobody is made by a table of services.
"""

import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
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
from official_file.drafts import EntryDraft, SourceRef
from official_file.importers.comparing import NOTHING_KNOWN, Known, changes
from official_file.importers.joining import join
from official_file.importers.known import known_from
from official_file.importers.report import Report
from official_file.importers.services_file import NoServicesToRead, ServiceRow, read_services
from official_file.importers.ssda903 import TURNS
from official_file.models import ImportRun
from official_file.plain_language.twelve_services import Status
from official_file.plain_language.when import Precision, When
from people.models import Child, Identifier

SYSTEM = "services"
NUMBERED_BY = ("ssda903", "ssd")
BATCH = 100  # children
CHECKED_AGAIN = timedelta(days=91)
UNKNOWN = "nobody has brought in this young person. Bring in the return or the notes first. The row was left out."
TWO = "two young people have this number, in two systems. Use the number of the return. The row was left out."


def import_services(path: Path, *, service: str = "", by: Who, now: datetime, progress: Callable[[int, int], None] | None = None) -> Report:
    """Read the table at `path` and write what is new in it. `progress` is told how many children of how many are done.

    Raises NoServicesToRead when there is no table of services there.
    """
    began, report = time.monotonic(), Report()
    rows = read_services(path, service=service, report=report)
    if not rows:
        raise NoServicesToRead(f"{path} holds no row that can be read. Look at the report, and export it again.", report)
    run = ImportRun.objects.create(system=SYSTEM, started_at=now)
    report.more = {"run": str(run.pk)}
    by_child = _by_child(rows, path.name, report)
    done, children = 0, iter(list(by_child))
    while batch := list(islice(children, BATCH)):
        _write({child: by_child[child] for child in batch}, run, report, by=by, now=now)
        done += len(batch)
        if progress:
            progress(done, len(by_child))
    run.report, run.ended_at = report.as_json(), now + timedelta(seconds=time.monotonic() - began)
    run.save(update_fields=["report", "ended_at"])
    return report


def _by_child(rows: list[ServiceRow], table: str, report: Report) -> dict[Child, list[ServiceRow]]:
    """The rows of each young person we know; the others are in the report."""
    known: dict[str, dict[str, Child]] = defaultdict(dict)
    for one in Identifier.objects.filter(source__in=NUMBERED_BY, key__in={row.child for row in rows}).select_related("child"):
        known[one.key][one.source] = one.child
    found: dict[Child, list[ServiceRow]] = defaultdict(list)
    refused = set()
    for row in rows:
        people = set(known[row.child].values())
        if len(people) == 1:
            found[people.pop()].append(row)
            continue
        refused.add(row.child)
        code, what = ("two_children", TWO) if people else ("unknown_child", UNKNOWN)
        report.problems.add(code, what, table=table, row=row.line, column="child")
    report.children["refused"] = len(refused)
    return found


@transaction.atomic
def _write(rows: dict[Child, list[ServiceRow]], run: ImportRun, report: Report, *, by: Who, now: datetime) -> None:
    """Write one batch of children, whole."""
    locked_head(TURNS)
    today = london_day(now)
    known = known_from(SYSTEM, [child.pk for child in rows])
    held = {child.pk: known.get(child.pk, NOTHING_KNOWN) for child in rows}
    found = {child.pk: changes(_drafts(of_child, held[child.pk], today, run.pk), held[child.pk]) for child, of_child in rows.items()}
    join(system=SYSTEM, found=found, run=run, now=now)
    append_entries(drafts=[(child, draft) for child in rows for draft in found[child.pk].drafts], by=by, now=now)
    changed = {pk: {"added": len(new.added), "corrected": len(new.corrected)} for pk, new in found.items() if new.drafts}
    record_many(Event.RETURN_IMPORTED, facts_of=changed, by=by, at=now)
    for new in found.values():
        report.count_entries(added=len(new.added), superseded=len(new.corrected), unchanged=new.unchanged)
    outcomes = Counter({"updated": len(changed), "unchanged": len(rows) - len(changed)})
    report.children.update(Counter(report.children) + outcomes)


def _drafts(rows: Iterable[ServiceRow], known: Known, today: date, run: UUID) -> Iterator[EntryDraft]:
    """One draft for each row of each service; the one of now first, so that its key stays when an older row is left out."""
    by_service: dict[str, list[ServiceRow]] = defaultdict(list)
    for row in rows:
        by_service[row.service].append(row)
    for service, of_service in sorted(by_service.items()):
        for number, row in enumerate(sorted(of_service, key=_newest_first), 1):
            key = service if number == 1 else f"{service}/{number}"
            draft = _draft(row, SourceRef(SYSTEM, key, today, run))
            if row.status is not Status.NOT_KNOWN or key in known.by_key:
                yield _as_checked_before(draft, known)


def _newest_first(row: ServiceRow) -> tuple[int, int, int]:
    """What goes on comes before what has ended, and of each the later one first."""
    return (row.until is not None, -(row.until or date.max).toordinal(), -(row.since or date.min).toordinal())


def _draft(row: ServiceRow, source: SourceRef) -> EntryDraft:
    days = {"since": row.since, "until": row.until, "confirmed_on": row.confirmed_on}
    told = {"name": row.name, "contact": row.contact} | {name: day.isoformat() for name, day in days.items() if day}
    facts = {"service": row.service, "status": str(row.status)} | {name: text for name, text in told.items() if text}
    start = row.since or row.confirmed_on
    return EntryDraft("service", When(start, row.until, Precision.DAY if start else Precision.UNKNOWN), source, facts)


def _as_checked_before(draft: EntryDraft, known: Known) -> EntryDraft:
    """The draft with the day on which it was checked before, while all else is the same and that is less than a quarter of a year ago."""
    stored = known.by_key.get(draft.source.key)
    before = stored.fact("confirmed_on") if stored else None
    if stored is None or not before or _but_checked(draft.facts) != _but_checked(stored.body.get("facts", {})):
        return draft
    checked = date.fromisoformat(draft.facts.get("confirmed_on") or before)
    if checked >= date.fromisoformat(before) + CHECKED_AGAIN:
        return draft
    return replace(draft, facts=dict(stored.body["facts"]), when=stored.when)


def _but_checked(facts: object) -> dict[str, object]:
    told = facts if isinstance(facts, dict) else {}
    return {name: value for name, value in told.items() if name != "confirmed_on" and value}
