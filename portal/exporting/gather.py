"""Everything about one person, read out of the database in one moment, as the bytes that go into an export."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import ForeignKey

from audit.canonical import canonical, sha256
from audit.models import AuditEvent
from audit.rows import as_json
from files.models import File, FilePage
from official_file.exports.checking import AUDIT, CHAIN, Heads, check_audit, check_chain
from official_file.exports.lines import as_lines
from official_file.models import Entry
from people.models import Child, Membership, User
from portal.exporting.tables import TABLES, Table, originals_of
from stories.models import Contribution

PEOPLE_FILE = "people.jsonl"
Rows = list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Gathered:
    """The contents of an export. `files`: name -> bytes. `contents`: one digest of all of it, to see whether anything changed."""

    child: Child
    files: dict[str, bytes]
    originals: list[File]
    heads: Heads
    entries: int
    contents: str


def gather(child: Child) -> Gathered:
    """Read everything. Call inside a transaction that holds the head of the person's audit, so that nothing moves meanwhile.

    Raises ExportBroken when a chain does not hold: what was changed is not copied as if it were whole.
    """
    tables = {table: _rows(table, child) for table in TABLES}
    disposed = {row["entry_id"] for table, rows in tables.items() if table.name == "disposals" for row in rows}
    chain, audit = list(_chain(child)), list(_audit(child))
    heads = {"file": check_chain(chain, disposed), "audit": check_audit(audit)}
    files = {f"tables/{table.name}.jsonl": as_lines(rows) for table, rows in tables.items()}
    files |= {CHAIN: as_lines(chain), AUDIT: as_lines(audit), PEOPLE_FILE: as_lines(_people(child, tables))}
    originals = list(originals_of(child, to_keep=True).filter(shut__isnull=True).order_by("sha256"))
    files |= _texts(originals)
    contents = sha256(canonical({name: sha256(content) for name, content in files.items()}))
    return Gathered(child, files, originals, heads, len(chain), contents)


def _rows(table: Table, child: Child) -> Rows:
    return [as_json(row, table.leave_out) for row in table.of(child).distinct()]


def _chain(child: Child) -> Iterator[dict[str, Any]]:
    """Every entry, first to last, with what it says; null where that was lawfully destroyed."""
    for entry in Entry.objects.filter(child=child).select_related("payload").order_by("position"):
        yield {**as_json(entry), "body": entry.body or None}


def _audit(child: Child) -> Iterator[dict[str, Any]]:
    for event in AuditEvent.objects.filter(chain=f"audit:{child.pk}").order_by("position"):
        yield as_json(event)


def _people(child: Child, tables: dict[Table, Rows]) -> Rows:
    """Names and roles of everybody a row points at. Never how they sign in."""
    ids = {UUID(value) for table, rows in tables.items() for value in _users_in(table, rows)} | (
        {child.user_id} if child.user_id else set()
    )
    roles: dict[UUID, list[dict[str, Any]]] = {pk: [] for pk in ids}
    for held in Membership.objects.filter(user__in=ids).select_related("team").order_by("starts", "pk"):
        period = {"starts": held.starts.isoformat(), "ends": held.ends.isoformat() if held.ends else None}
        roles[held.user_id].append({"role": held.role, "team": held.team.name, **period})
    return [
        {"id": str(user.pk), "name": user.display_name, "kind": user.kind, "language": user.language, "roles": roles[user.pk]}
        for user in User.objects.filter(pk__in=ids).order_by("pk")
    ]


def _users_in(table: Table, rows: Iterable[dict[str, Any]]) -> Iterator[str]:
    fields = [field.attname for field in table.model._meta.concrete_fields if isinstance(field, ForeignKey) and field.related_model is User]
    for row in rows:
        yield from (row[name] for name in fields if row.get(name))


def _texts(originals: Iterable[File]) -> dict[str, bytes]:
    """What could be read out of each original, page after page, for a reader who cannot open it any more."""
    pages: dict[str, list[str]] = {}
    for page in FilePage.objects.filter(file__in=list(originals)).select_related("file").order_by("file__sha256", "number"):
        pages.setdefault(page.file.sha256, []).append(page.text)
    return {f"texts/{name}.txt": "\f".join(texts).encode() for name, texts in pages.items()}


def words_of(child: Child) -> Iterable[Contribution]:
    """What the person wrote and sent, oldest first, for the readable summary."""
    return (
        Contribution.objects.filter(child=child)
        .sent()
        .order_by("sent_at")
        .prefetch_related("replies", "notes", "attachments__file", "attachments__descriptions")
    )
