"""An export as it is read back: checked whole first, then its rows."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.models import AuditEvent
from files.bags import DATA
from official_file.exports.checking import AUDIT, CHAIN, Checked, ExportBroken, check_export
from official_file.exports.lines import read_lines
from official_file.models import Entry
from people.models import Child
from portal.exporting.gather import PEOPLE_FILE
from portal.exporting.summary import ORIGINALS
from portal.exporting.tables import TABLES, Table

Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Export:
    """A whole export: every table in the order in which it is added, the two chains, and everybody named in them."""

    folder: Path
    checked: Checked
    tables: dict[Table, Rows]
    chain: Rows
    audit: Rows
    people: Rows

    def rows(self, name: str) -> Rows:
        """The rows of one table."""
        return next(rows for table, rows in self.tables.items() if table.name == name)

    def original(self, sha256: str) -> bytes:
        """One original, whole. Raises ExportBroken when it is not in the export."""
        try:
            return (self.folder / DATA / ORIGINALS / sha256).read_bytes()
        except OSError:
            raise ExportBroken(f"{ORIGINALS}/{sha256}", "It is missing.") from None


def read_export(folder: Path) -> Export:
    """Everything in the export. Raises ExportBroken, naming what is not whole or is not of one and the same person."""
    checked = check_export(folder)
    tables = {table: _lines(folder, f"tables/{table.name}.jsonl") for table in TABLES}
    export = Export(folder, checked, tables, _lines(folder, CHAIN), _lines(folder, AUDIT), _lines(folder, PEOPLE_FILE))
    for name, wrong in _of_somebody_else(export):
        raise ExportBroken(name, f"It speaks of somebody else ({wrong}).")
    return export


def is_here_already(folder: Path) -> bool:
    """Whether both chains of this export are here, link for link, perhaps with more after them. Raises ExportBroken."""
    checked = check_export(folder)
    child = Child.objects.filter(pk=checked.child).first()
    if child is None:
        return False
    file, audit = checked.heads["file"], checked.heads["audit"]
    entries = Entry.objects.filter(child=child, position=file["position"], link=file["link"])
    events = AuditEvent.objects.filter(chain=f"audit:{child.pk}", position=audit["position"], link=audit["link"])
    return (not file["position"] or entries.exists()) and (not audit["position"] or events.exists())


def _lines(folder: Path, name: str) -> Rows:
    try:
        return list(read_lines((folder / DATA / name).read_bytes()))
    except OSError:
        raise ExportBroken(name, "It is missing. Was the export made by an older version?") from None
    except ValueError:
        raise ExportBroken(name, "A line of it cannot be read.") from None


def _of_somebody_else(export: Export) -> Iterator[tuple[str, str]]:
    """Rows that would land in another person's file."""
    child = export.checked.child
    for table, rows in export.tables.items():
        key = "id" if table.name == "person" else "child_id"
        yield from ((f"tables/{table.name}.jsonl", row[key]) for row in rows if row.get(key, child) != child)
    yield from ((CHAIN, row["child_id"]) for row in export.chain if row["child_id"] != child)
    yield from ((AUDIT, row["child"]) for row in export.audit if row["child"] != child)
    if len(export.rows("person")) != 1:
        yield "tables/person.jsonl", "not one person"
