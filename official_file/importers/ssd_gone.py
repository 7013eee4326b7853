"""Which tables of an export were rather cut off than cleared up: looked at before anything of it is written.

    cut_off_tables(read, report, {"5100001": amara.pk}, tables=..., kept=..., now=now)   ->   {"ssd_cla_visits"}

Rows that went because a table was cut off look like rows that the council took away. So a table that has lost more of what is known
than the council thinks possible in one night (SSD_MOST_GONE_PERCENT, SSD_MOST_GONE_ROWS), or most of its rows of the last week, is
not believed: nothing of it is taken for gone, until an operator says that it is true.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q

from official_file.importers.report import Report
from official_file.importers.ssd.asked import Asked
from official_file.importers.ssd.matching import THE_RETURN
from official_file.importers.ssd.origin import SYSTEM
from official_file.importers.ssd.reading import Read
from official_file.importers.ssd.rows import key_of
from official_file.importers.ssd.table_map import TABLES
from official_file.importers.ssd_people import PERSON
from official_file.models import EntrySource, ImportRun, SourceChange
from people.models import Identifier

AT_ONCE = 200  # children of one question
ENOUGH_TO_ASK = 5  # rows of a table
A_WEEK = timedelta(days=7)  # of runs a table is compared with
MANY_GONE = (
    "{gone} of {known} rows that were known are not in this export: more than {percent} in 100. Nothing of this table was taken for gone. "
    "Look whether it was cut off. When it is true, run the import again with --really-gone {table}."
)
SHRUNK = (
    "only {here} of the {known} rows that were here in the last week are in this export. Nothing of this table was taken for gone. "
    "Look whether it was cut off. When it is true, run the import again with --really-gone {table}."
)


def known_persons(asked: Asked | None) -> dict[str, UUID]:
    """The child of every number of the dataset that an earlier export held: of those who were asked for, or of all."""
    known = Identifier.objects.filter(source=SYSTEM)
    if asked:
        numbers = list(asked.numbers)
        known = known.filter(Q(key__in=numbers) | Q(child__identifiers__source=THE_RETURN, child__identifiers__key__in=numbers)).distinct()
    return dict(known.order_by("key").values_list("key", "child_id"))


def cut_off_tables(
    read: Read, report: Report, persons: Mapping[str, UUID], *, tables: Collection[str], kept: Collection[str], now: datetime
) -> frozenset[str]:
    """Those of these tables that were rather cut off, and those that need one of them. The report says why of each.

    `persons`: whose rows are looked at; `kept`: signs of keys of which the dataset holds only the newest.
    """
    said = _lost_too_much(read, persons, tables, kept)
    said = _shrunk(read, report, tables, now) | said
    for table in sorted(said):
        report.problems.add("cut_off", said[table], table=table, row=1)
    return frozenset(name for name in TABLES if name in said or said.keys() & TABLES[name].with_tables)


def _shrunk(read: Read, report: Report, tables: Collection[str], now: datetime) -> dict[str, str]:
    """The tables with fewer than half of the rows that a run of the last week read, or of those that an operator said were left."""
    runs = ImportRun.objects.filter(system=SYSTEM, ended_at__isnull=False, started_at__gt=now - A_WEEK)
    most: dict[str, int] = {}
    for counted, gone in runs.order_by("started_at").values_list("report__tables", "report__really_gone"):
        for table, rows in (counted or {}).items():
            most[table] = rows if table in (gone or ()) else max(most.get(table, 0), rows)
    found = {}
    for table in set(tables) & most.keys() - {PERSON}:  # who is missing of ssd_person is looked at person by person
        here, rows = report.tables.get(table, 0), most[table]
        if rows > ENOUGH_TO_ASK and here * 2 < rows:
            found[table] = SHRUNK.format(here=here, known=rows, table=table)
    return found


def _lost_too_much(read: Read, persons: Mapping[str, UUID], tables: Collection[str], kept: Collection[str]) -> dict[str, str]:
    """The tables that lost more of what is known about these persons than may go in one night.

    A row counts as there when its key is, whether or not the rest of it can be read.
    """
    known, gone = Counter[str](), Counter[str]()
    numbers: dict[UUID, list[str]] = defaultdict(list)
    for person, child in persons.items():
        numbers[child].append(person)
    children = sorted(numbers)
    for start in range(0, len(children), AT_ONCE):
        some = children[start : start + AT_ONCE]
        here = _rows_here(read, {person: child for child in some for person in numbers[child]})
        for child, table, row in _rows_known(some, kept):
            known[table] += 1
            gone[table] += row not in here[child] and (table, "") not in here[child]
    most, percent = settings.SSD_MOST_GONE_ROWS, settings.SSD_MOST_GONE_PERCENT
    return {
        table: MANY_GONE.format(gone=gone[table], known=rows, percent=percent, table=table)
        for table, rows in known.items()
        if table in tables and gone[table] >= most and gone[table] * 100 > rows * percent
    }


def _rows_here(read: Read, persons: Mapping[str, UUID]) -> dict[UUID, set[object]]:
    """The keys of the rows that the export holds about each child; (table, "") where a row has none of its own."""
    here: dict[UUID, set[object]] = defaultdict(set)
    for person, tables in read.staged.rows_of(persons).items():
        for name, rows in tables.items():
            keys = (key_of(raw, TABLES[name]) for raw in rows)
            here[persons[person]].update(f"{name}/{_first(key)}" if key else (name, "") for key in keys)
    return here


def _first(key: str) -> str:
    """A row's own part of a key of one of its facts."""
    return key.split("/")[0]


def _rows_known(children: Collection[UUID], kept: Collection[str]) -> Iterator[tuple[UUID, str, str]]:
    """Child, table and row of everything the file holds from the dataset now, each row once; what is gone already is not counted."""
    rows = EntrySource.objects.filter(entry__child__in=children, entry__now__superseded_by__isnull=True, parted__isnull=True)
    changes = SourceChange.objects.filter(source__entry__child__in=children).order_by("at")
    newest = dict(changes.values_list("source_id", "change"))
    seen = set()
    for child, pk, key, system in rows.values_list("entry__child_id", "pk", "key", "system").order_by():
        table, _slash, rest = key.partition("/")
        row = f"{table}/{_first(rest)}"
        is_gone = newest.get(pk) == SourceChange.Change.VANISHED
        if system != SYSTEM or is_gone or any(one in key for one in kept) or (child, row) in seen:
            continue
        seen.add((child, row))
        yield child, table, row
