"""A whole file comes in from an export, into an installation that does not know the person: the same chains, the same pages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import ForeignKey

from audit.canonical import canonical
from audit.events import Event
from audit.models import AuditEvent, ChainHead
from audit.record import record
from audit.rows import UnknownColumn, UnreadableValue, insert_json
from audit.who import Who
from files.actions.seal import seal
from files.actions.take_document import take_document
from files.jobs import make_copies_soon
from files.models import File, FileReading, Making
from files.queries import DESTROYED, SHUT_ELSEWHERE, is_shut
from files.reading.first_look import first_look
from official_file.exports.checking import ExportBroken
from official_file.jobs import read_soon
from official_file.media import OWN_WORDS
from official_file.models import Connection, Entry, EntryPayload
from official_file.searching import index_entries
from official_file.theme_index import keep_themes, said_of
from official_file.verify import verify
from people.errors import NotAllowed
from people.models import Child, Identifier, User
from portal.exporting.reading import Export, Rows, read_export
from portal.exporting.tables import Table

CLOSED = "closed-"  # how an account is called that nobody can sign in with


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came in, and how many ties to somebody whose file is not here could not be kept."""

    child: Child
    entries: int
    untied: int


@transaction.atomic
def take_in_export(*, folder: Path, by: Who, now: datetime) -> TakenIn:
    """Add everything in the export, or nothing.

    Raises ExportBroken when one byte of it is not as it was written, and NotAllowed when the person is here already.
    """
    export = read_export(folder)
    _check_nobody_is_there(export)
    try:
        _add_people(export.people)
        untied = _add_tables(export, _add_originals(export, by, now))
    except (IntegrityError, UnknownColumn, UnreadableValue, KeyError) as error:
        raise ExportBroken("tables/", f"It does not fit this installation: {error}") from error
    child = Child.objects.get(pk=export.checked.child)
    count, broken = verify([child])
    if broken or count != export.checked.entries or _heads(child) != export.checked.heads:
        raise ExportBroken("chain.jsonl", "What came in is not what was exported.", broken.position if broken else 0)
    entries = list(Entry.objects.filter(child=child).select_related("payload"))
    keep_themes(entries, said_of(entries))
    index_entries(entries, now=now)
    _make_copies(export)
    facts = {"entries": count, "sha256": export.checked.sha256}
    record(Event.FILE_TAKEN_IN, child=None, by=by, at=now, about_type="child", about_id=child.pk, facts=facts)
    return TakenIn(child, count, untied)


@transaction.atomic
def tie_together(*, folders: Iterable[Path], by: Who, now: datetime) -> int:
    """Once several files are in: let a person whom one mentions lead to their own. Returns how many. `by` and `now` change nothing."""
    tied = 0
    for folder in folders:
        for row in read_export(folder).rows("connections"):
            if row["other_child_id"] and Child.objects.filter(pk=row["other_child_id"]).exists():
                free = Connection.objects.filter(pk=row["id"], other_child__isnull=True)
                tied += free.update(other_child=row["other_child_id"])
    return tied


def _check_nobody_is_there(export: Export) -> None:
    if Child.objects.filter(pk=export.checked.child).exists():
        raise NotAllowed("there_already", "This person's file is here already. An export is only taken in where nothing is.")
    for row in export.rows("identifiers"):
        if Identifier.objects.filter(source=row["source"], key=row["key"]).exists():
            raise NotAllowed("there_already", f"Somebody here has the same number of {row['source']}. Nothing was taken in.")


def _add_people(people: Rows) -> None:
    """Everybody a row points at and whom nobody here is: an account without a passphrase. Staff's are closed for good."""
    known = {str(pk) for pk in User.objects.filter(pk__in=[row["id"] for row in people]).values_list("pk", flat=True)}
    for row in people:
        if row["id"] not in known:
            young = row["kind"] == User.Kind.YOUNG_PERSON
            User.objects.create_user(
                id=UUID(row["id"]),
                username=f"{CLOSED}{row['id']}",
                password=None,
                kind=row["kind"],
                display_name=row["name"],
                language=row["language"],
                is_active=young,  # a worker gives a young person a join code, and they choose a new name and passphrase
            )


def _add_originals(export: Export, by: Who, now: datetime) -> dict[str, str]:
    """Seal every original, look at it for the first time here, and let it be read. Returns, for each id in the export, the id here."""
    here, destroyed, papers = {}, _destroyed(export), _papers(export)
    shut = {row["file_id"] for row in export.rows("shut_files")}
    for row in export.rows("files"):
        if row["id"] in destroyed | shut:
            here[row["id"]] = _add_without_bytes(row, DESTROYED if row["id"] in destroyed else SHUT_ELSEWHERE, now)
            continue
        content = export.original(row["sha256"])
        sealed = seal(content=content, name=row["original_name"], by=by, now=now)
        if row["id"] in papers:
            looked = first_look(content, sealed.content_type)
            if take_document(file=sealed, looked=looked, by=by, now=now).state == FileReading.State.WAITING:
                read_soon(sealed.pk)
        if sealed.sha256 != row["sha256"]:
            raise ExportBroken(f"originals/{row['sha256']}", "It is not the original that the table speaks of.")
        here[row["id"]] = str(sealed.pk)
    return here


def _destroyed(export: Export) -> set[str]:
    """The ids of originals that belong to nothing but entries that were lawfully destroyed."""
    disposed = {row["entry_id"] for row in export.rows("disposals")}
    kept = {row["file_id"] for row in export.rows("entry_files") if row["entry_id"] not in disposed}
    waits = {row["id"] for row in export.rows("contributions") if row["entry_id"] not in disposed}
    kept |= {row["file_id"] for row in export.rows("attachments") if row["contribution_id"] in waits}
    return {row["id"] for row in export.rows("files")} - kept


def _papers(export: Export) -> set[str]:
    """The ids of originals that are papers of the file, to be read: not what somebody sent with their own words."""
    own = {row["id"] for row in export.chain if row["body"] and row["body"]["kind"] == OWN_WORDS}
    return {row["file_id"] for row in export.rows("entry_files") if row["entry_id"] not in own}


def _add_without_bytes(row: dict[str, Any], why: str, now: datetime) -> str:
    """The row of an original without its bytes: what was destroyed or shut can still be told from what was lost. Returns its id here."""
    known = File.objects.filter(sha256=row["sha256"]).first()
    if known:
        return str(known.pk)
    insert_json(File, [row])
    FileReading.objects.create(file_id=UUID(row["id"]), state=FileReading.State.QUARANTINED, reason=why, ended_at=now)
    return str(row["id"])


def _add_tables(export: Export, files: dict[str, str]) -> int:
    """Add every table in its order, the chain before what points at it. Returns how many ties lead to somebody who is not here."""
    others = {row["other_child_id"] for row in export.rows("connections") if row["other_child_id"]}
    here = {str(pk) for pk in Child.objects.filter(pk__in=others).values_list("pk", flat=True)}
    untied = 0
    for table, rows in export.tables.items():
        if table.name == "files":
            continue
        fresh = _with_files_of_here(table, rows, files)
        if table.shared:
            key = table.model._meta.pk.attname
            known = {str(pk) for pk in table.model._default_manager.filter(pk__in=[row[key] for row in fresh]).values_list("pk", flat=True)}
            fresh = [row for row in fresh if row[key] not in known]
        if table.name == "connections":
            untied = sum(row["other_child_id"] is not None and row["other_child_id"] not in here for row in rows)
            fresh = [{**row, "other_child_id": row["other_child_id"] if row["other_child_id"] in here else None} for row in rows]
        if table.name == "import_runs":
            _add_chains(export)
        insert_json(table.model, fresh)
    return untied


def _with_files_of_here(table: Table, rows: Rows, files: dict[str, str]) -> Rows:
    """The rows, pointing at the originals as they are called here: the same bytes may have been here already."""
    names = [one.attname for one in table.model._meta.concrete_fields if isinstance(one, ForeignKey) and one.related_model is File]
    names = [name for name in names if name not in table.leave_out]
    return [{**row, **{name: files[row[name]] for name in names if row[name]}} for row in rows] if names else rows


def _make_copies(export: Export) -> None:
    """Have everything that was sent made ready to be shown again, in the background; nothing of what is shut."""
    for making in Making.objects.filter(pk__in=[row["id"] for row in export.rows("makings")]).select_related("file"):
        if making.file and is_shut(making.file):
            Making.objects.filter(pk=making.pk).update(state=Making.State.CLOSED)
        else:
            transaction.on_commit(partial(make_copies_soon, making))


def _add_chains(export: Export) -> None:
    child = export.checked.child
    insert_json(Entry, [{name: value for name, value in row.items() if name != "body"} for row in export.chain])
    kept = [row for row in export.chain if row["body"] is not None]
    insert_json(EntryPayload, [{"entry_id": row["id"], "body": canonical(row["body"]).decode()} for row in kept])
    insert_json(AuditEvent, export.audit)
    for chain, head in export.checked.heads.items():
        if head["position"]:
            ChainHead.objects.create(chain=f"{chain}:{child}", position=head["position"], link=head["link"])


def _heads(child: Child) -> dict[str, dict[str, object]]:
    found = {}
    for chain in ("file", "audit"):
        head = ChainHead.objects.filter(chain=f"{chain}:{child.pk}").first()
        found[chain] = {"position": head.position if head else 0, "link": head.link if head else ""}
    return found
