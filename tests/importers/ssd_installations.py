"""What an installation holds of the national dataset, so that two can be compared whatever happened to their imports."""

import json
import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

from tests.factories.ssd import Export, a_day_later
from tests.factories.ssd.days import Day
from tests.importers.installations import begin

AS_OF = "2026-11-22"
# The chain of each child as said by its source, with how each entry stands; ids and moments of writing differ between two runs.
CHAINS = """
SELECT i.key, e.position, p.body, older.position, n.state, n.opens_at, n.closes_at IS NULL, n.gone_since, n.no_trace, n.limited,
    n.part_of_id IS NULL
FROM official_file_entry e JOIN people_identifier i ON i.child_id = e.child_id AND i.source = 'ssd'
JOIN official_file_entrypayload p ON p.entry_id = e.id JOIN official_file_entrynow n ON n.entry_id = e.id
LEFT JOIN official_file_entrynow o ON o.superseded_by_id = e.id LEFT JOIN official_file_entry older ON older.id = o.entry_id
ORDER BY i.key, e.position
"""
SOURCES = """
SELECT i.key, e.position, s.system, s.key, (SELECT group_concat(c.change) FROM official_file_sourcechange c WHERE c.source_id = s.id)
FROM official_file_entrysource s JOIN official_file_entry e ON e.id = s.entry_id
JOIN people_identifier i ON i.child_id = e.child_id AND i.source = 'ssd' ORDER BY i.key, e.position, s.system, s.key
"""
NETWORK = """
SELECT i.key, 'connection', c.key, c.names || c.relation || c.professional FROM official_file_connection c
JOIN people_identifier i ON i.child_id = c.child_id AND i.source = 'ssd'
UNION ALL SELECT i.key, 'name', n.name, n.kind FROM people_childname n
JOIN people_identifier i ON i.child_id = n.child_id AND i.source = 'ssd'
UNION ALL SELECT i.key, 'family', f.key, '' FROM people_familymember m JOIN people_family f ON f.id = m.family_id
JOIN people_identifier i ON i.child_id = m.child_id AND i.source = 'ssd'
"""


def database_of(installation: Path) -> sqlite3.Connection:
    """Its database, for reading."""
    return sqlite3.connect(installation / "ownstory.sqlite3", timeout=20)


def chains(installation: Path) -> dict[str, list[Any]]:
    """For each person of the dataset, every entry and how it stands, and every source with what was found about it."""
    found: dict[str, list[Any]] = defaultdict(list)
    with closing(database_of(installation)) as database:
        for key, position, body, *rest in database.execute(CHAINS):
            found[key].append((position, {name: value for name, value in json.loads(body).items() if name != "supersedes"}, *rest))
        for key, *rest in database.execute(SOURCES):
            found[key].append(tuple(rest))
    return dict(found)


def network(installation: Path) -> list[Any]:
    """Who is in whose life, and every name."""
    with closing(database_of(installation)) as database:
        return sorted(database.execute(NETWORK).fetchall())


def runs(installation: Path) -> int:
    """How many imports have begun to write."""
    with closing(database_of(installation)) as database:
        return int(database.execute("SELECT count(*) FROM official_file_importrun").fetchone()[0])


def copy_of(installation: Path, folder: Path) -> Path:
    """Another installation that holds the same."""
    folder.mkdir()
    with closing(database_of(installation)) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copyfile(installation / "ownstory.sqlite3", folder / "ownstory.sqlite3")
    return folder


def imported(installation: Path, folder: Path) -> dict[str, Any]:
    """Import a folder whole; what the report says."""
    process = begin(installation, "import_ssd", str(folder), "--all", "--as-of", AS_OF, "--report", "-")
    said, complained = process.communicate(timeout=1_200)
    assert process.returncode == 0, complained
    report: dict[str, Any] = json.loads(said)
    return report


def rows_changed(before: Path, after: Path) -> dict[str, set[tuple[str, str]]]:
    """The rows of the dataset, as (table, key), of which an entry was added, superseded, gone or there again between two copies."""
    with closing(database_of(after)) as database:
        database.execute("ATTACH ? AS earlier", [str(before / "ownstory.sqlite3")])
        known = {row[0] for row in database.execute("SELECT DISTINCT key FROM earlier.official_file_entrysource WHERE system = 'ssd'")}
        new = database.execute(
            "SELECT key FROM official_file_entrysource WHERE system = 'ssd' "
            "AND id NOT IN (SELECT id FROM earlier.official_file_entrysource)"
        ).fetchall()
        changes = database.execute(
            "SELECT s.key, c.change FROM official_file_sourcechange c JOIN official_file_entrysource s ON s.id = c.source_id "
            "WHERE c.id NOT IN (SELECT id FROM earlier.official_file_sourcechange)"
        ).fetchall()
    return {
        "added": {_row(key) for (key,) in new if key not in known},
        "superseded": {_row(key) for (key,) in new if key in known},
        "vanished": {_row(key) for key, change in changes if change == "vanished"},
        "returned": {_row(key) for key, change in changes if change == "returned"},
    }


def as_said(day: Day) -> dict[str, set[tuple[str, str]]]:
    """What the generator says a day must change."""
    return {"added": day.added, "superseded": day.changed, "vanished": day.vanished, "returned": day.returned}


def three_nights(folder: Path, children: int, **changes: int) -> tuple[list[Path], list[Day]]:
    """Folders of three nights in a row, and what each of the two days between them changed."""
    first = Export(children=children)
    second, one = a_day_later(first, **changes)
    third, two = a_day_later(second, **changes)
    return [export.write_csv(folder / f"night-{number}") for number, export in enumerate((first, second, third))], [one, two]


def _row(key: str) -> tuple[str, str]:
    table, row = key.split("/")[:2]
    return table, row
