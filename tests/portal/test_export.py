"""What an export of one person holds, what it leaves out, and what happens when it cannot be whole."""

import json
import subprocess
import sys
import textwrap
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any
from unittest import mock

import pikepdf
import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.db import models, transaction
from django.db.models import ForeignKey

from audit.models import AuditEvent
from files.actions.seal import seal
from files.queries import DESTROYED, read
from files.storages import sealed
from official_file.actions.dispose import dispose
from official_file.exports.checking import CHAIN, ExportBroken, check_export
from official_file.exports.lines import read_lines
from official_file.models import Connection, DisposalProposal, EntryFile, EntryPayload
from official_file.verify import verify
from people.models import Child, User
from portal.actions.export_file import ON_THE_SERVER, export_file
from portal.actions.take_in_export import take_in_export
from portal.exporting.readme import readme
from portal.exporting.tables import ELSEWHERE, LEFT_OUT, TABLES
from stories.actions.hide import hide
from stories.lifecycle import Status
from tests.architecture.tree import ROOT
from tests.cast import NOW, Cast, make_cast
from tests.factories.contributions import a_draft, contribution_at
from tests.factories.entries import an_entry
from tests.views.things import proposed_disposal

pytestmark = pytest.mark.database
OURS = {"audit", "files", "official_file", "people", "stories", "moderation"}
MADE_AGAIN = {"official_file.SearchWords"}  # an index: made where the file goes


def lines(folder: Path, name: str) -> list[dict[str, Any]]:
    """The rows of one file of the export."""
    return list(read_lines((folder / "data" / name).read_bytes()))


def export(child: Child, out: Path, **more: Any) -> Path:
    """Export one person."""
    export_file(child=child, out=out, by=ON_THE_SERVER, now=NOW, **{"pdf": False, **more})
    return out


def test_every_model_is_in_the_export_or_says_why_not() -> None:
    named = {f"{table.model._meta.app_label}.{table.model.__name__}" for table in TABLES} | ELSEWHERE.keys() | LEFT_OUT.keys() | MADE_AGAIN
    there = {f"{model._meta.app_label}.{model.__name__}" for model in apps.get_models() if model._meta.app_label in OURS}
    assert there - named == set(), "say in portal/exporting/tables.py whether this belongs to a person's file"
    assert named - there == set()


def test_every_row_a_table_points_at_is_added_before_it_or_with_it() -> None:
    """An import in this order never waits for a row that comes later, but for the ids of accounts and the chain."""
    seen: set[type[models.Model]] = {User, *(apps.get_model(name) for name in ELSEWHERE if name.startswith("official_file"))}
    for table in TABLES:
        columns = [one for one in table.model._meta.concrete_fields if isinstance(one, ForeignKey) and one.attname not in table.leave_out]
        targets = {field.related_model for field in columns}
        assert targets - seen - {table.model} == set(), table.name
        seen.add(table.model)


def test_the_published_description_names_every_table_and_what_it_holds() -> None:
    told = (ROOT / "docs/reference/export.md").read_text()
    for table in TABLES:
        assert f"| `tables/{table.name}.jsonl` | {table.what} |" in told
        assert f"tables/{table.name}.jsonl" in readme()


@pytest.mark.need("L2", "R89")
def test_a_stranger_finds_a_page_to_read_and_what_everything_means(cast: Cast, tmp_path: Path) -> None:
    contribution_at(Status.FILED, cast)
    folder = export(cast.amara, tmp_path / "out", pdf=True)
    assert "I want to see my brother more." in (folder / "data/summary.html").read_text()
    assert "RFC 8493" in (folder / "data/README.txt").read_text()
    with pikepdf.open(folder / "data/summary.pdf") as pdf:
        assert bool(pdf.Root.MarkInfo.Marked)
    assert lines(folder, "tables/contributions.jsonl")[0]["words"].startswith("I want to see my brother more.")
    assert {one["name"] for one in lines(folder, "people.jsonl")} == {"Amara", "Ben Hughes", "David Osei"}


def test_drafts_what_was_taken_back_and_what_they_hid_are_not_the_councils(cast: Cast, tmp_path: Path) -> None:
    a_draft(cast.amara, "Nobody reads this.")
    contribution_at(Status.WITHDRAWN, cast)
    hide(contribution=contribution_at(Status.SENT, cast), by=cast.amara.user, now=NOW)
    folder = export(cast.amara, tmp_path / "out")
    rows = lines(folder, "tables/contributions.jsonl")
    assert [row["status"] for row in rows] == ["sent"]
    assert "hidden_by_author" not in rows[0]
    assert all(b"Nobody reads this." not in path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_no_way_in_leaves(cast: Cast, tmp_path: Path) -> None:
    folder = export(cast.amara, tmp_path / "out")
    for row in lines(folder, "people.jsonl"):
        assert row.keys() == {"id", "name", "kind", "language", "roles"}


def test_what_was_destroyed_is_exported_as_destroyed_and_comes_in_so(db: None, tmp_path: Path) -> None:
    with gone_afterwards():
        cast = make_cast()
        dispose(proposal=DisposalProposal.objects.get(pk=proposed_disposal(cast)), by=cast.tom, now=NOW)
        folder = export(cast.noor, tmp_path / "out")
    assert [row["body"] for row in lines(folder, CHAIN)] == [None]
    assert "Lawfully destroyed" in (folder / "data/summary.html").read_text()
    taken = take_in_export(folder=folder, by=ON_THE_SERVER, now=NOW)
    assert (taken.entries, verify([taken.child])[1]) == (1, None)
    assert not EntryPayload.objects.exists()


def test_originals_leave_and_come_in_byte_for_byte(db: None, tmp_path: Path, fresh_storages: Path) -> None:
    with gone_afterwards():
        cast = make_cast()
        entry = an_entry(cast.amara, "letter", date(2020, 1, 2), text="Dear Amara", facts={"title": "A letter"})
        file = seal(content=b"%PDF-1.7 not much of one", name="letter.pdf", by=cast.ben.who(), now=NOW)
        EntryFile.objects.create(entry=entry, file=file, name="letter.pdf")
        folder = export(cast.amara, tmp_path / "out")
        sealed().delete(file.stored_as)
    assert (folder / "data/originals" / file.sha256).read_bytes() == b"%PDF-1.7 not much of one"
    take_in_export(folder=folder, by=ON_THE_SERVER, now=NOW)
    here = EntryFile.objects.get(entry=entry.pk).file
    assert read(here) == b"%PDF-1.7 not much of one"
    assert here.reading.state == "quarantined"  # looked at for the first time here: it is no PDF


def test_an_original_that_was_destroyed_comes_in_as_destroyed(
    db: None, tmp_path: Path, fresh_storages: Path, django_capture_on_commit_callbacks: Any
) -> None:
    with gone_afterwards():
        cast = make_cast()
        proposal = DisposalProposal.objects.get(pk=proposed_disposal(cast))
        file = seal(content=b"somebody else's letter", name="letter.txt", by=cast.ben.who(), now=NOW)
        EntryFile.objects.create(entry=proposal.entry, file=file, name="letter.txt")
        with django_capture_on_commit_callbacks(execute=True):
            dispose(proposal=proposal, by=cast.tom, now=NOW)
        folder = export(cast.noor, tmp_path / "out")
    assert not (folder / "data/originals").exists()
    assert all(b"somebody else's letter" not in path.read_bytes() for path in folder.rglob("*") if path.is_file())
    take_in_export(folder=folder, by=ON_THE_SERVER, now=NOW)
    here = EntryFile.objects.get().file
    assert (here.sha256, here.reading.reason) == (file.sha256, DESTROYED)
    assert not sealed().exists(here.stored_as)


def test_files_that_mention_each_other_lead_to_each_other_again(db: None, tmp_path: Path) -> None:
    with gone_afterwards():
        cast = make_cast()
        for one, other in ((cast.amara, cast.noor), (cast.noor, cast.amara)):
            Connection.objects.create(child=one, source="ssd", key=str(other.pk), names=[other.known_as], other_child=other)
            export(one, tmp_path / str(one.pk))
    said = StringIO()
    call_command("import_export", str(tmp_path), "--json", stdout=said, stderr=StringIO())
    assert json.loads(said.getvalue())["tied"] == 1
    assert Connection.objects.filter(other_child__isnull=False).count() == 2


def test_a_second_night_writes_only_what_changed(cast: Cast, tmp_path: Path) -> None:
    contribution_at(Status.FILED, cast)
    first = every_night(tmp_path)
    assert {one["child"] for one in first["written"]} == {str(one.pk) for one in cast.young_people}
    assert every_night(tmp_path) == {"ok": True, "written": [], "unchanged": 3, "failed": []}
    cast.amara.names.create(name="Mari", kind="alias")
    second = every_night(tmp_path)
    assert ([one["child"] for one in second["written"]], second["unchanged"]) == ([str(cast.amara.pk)], 2)
    assert "Mari" in (tmp_path / str(cast.amara.pk) / "data/tables/names.jsonl").read_text()
    assert {path.name for path in tmp_path.iterdir()} == {str(one.pk) for one in cast.young_people}


def every_night(folder: Path) -> dict[str, Any]:
    """What the nightly command says."""
    said = StringIO()
    call_command("export_child", "--all", str(folder), "--no-pdf", "--json", stdout=said, stderr=StringIO())
    found: dict[str, Any] = json.loads(said.getvalue())
    return found


@contextmanager
def gone_afterwards() -> Iterator[None]:
    """What happens inside is in no database afterwards: as in an installation in which nobody is."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def test_an_original_that_is_gone_stops_the_export(cast: Cast, tmp_path: Path, fresh_storages: Path) -> None:
    entry = an_entry(cast.amara, "letter", date(2020, 1, 2), text="Dear Amara", facts={"title": "A letter"})
    file = seal(content=b"a letter", name="letter.txt", by=cast.ben.who(), now=NOW)
    EntryFile.objects.create(entry=entry, file=file)
    sealed().delete(file.stored_as)
    with pytest.raises(CommandError, match="not in the sealed storage"):
        call_command("export_child", "900001", str(tmp_path / "out"), "--no-pdf")
    assert list(tmp_path.glob("*out*")) == []


def test_a_chain_that_does_not_hold_is_not_copied_as_if_it_did(cast: Cast, tmp_path: Path) -> None:
    an_entry(cast.amara, "home", date(2020, 1, 2), facts={"place": "U4"})
    with (
        mock.patch.object(EntryPayload, "parsed", {"kind": "home", "facts": {"place": "K1"}}),
        pytest.raises(CommandError, match="does not hold at 1"),
    ):
        call_command("export_child", "900001", str(tmp_path / "out"), "--no-pdf", stderr=StringIO())
    assert list(tmp_path.iterdir()) == []


def test_the_copy_itself_says_that_it_was_made(cast: Cast, tmp_path: Path) -> None:
    folder = export(cast.amara, tmp_path / "out")
    assert lines(folder, "audit.jsonl")[-1]["event"] == "file_exported"
    assert check_export(folder).heads["audit"]["position"] == AuditEvent.objects.filter(child=cast.amara.pk).count()


def test_nothing_is_overwritten_and_nobody_unknown_is_exported(cast: Cast, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    with pytest.raises(CommandError, match="is there already"):
        call_command("export_child", "900001", str(tmp_path))
    with pytest.raises(CommandError, match="No child is known by 7"):
        call_command("export_child", "7", str(tmp_path / "out"))
    with pytest.raises(CommandError, match="Give a number and a folder"):
        call_command("export_child", "900001")
    assert (tmp_path / "mine.txt").read_text() == "mine"


def test_without_pango_there_is_everything_but_a_pdf_and_it_says_so(cast: Cast, tmp_path: Path) -> None:
    said = StringIO()
    with mock.patch("files.pdf.MISSING", "Install libpango-1.0-0."):
        call_command("export_child", "900001", str(tmp_path / "out"), stderr=said)
    assert "There is no PDF. Install libpango-1.0-0." in said.getvalue()
    assert "Install libpango-1.0-0." in (tmp_path / "out/data/README.txt").read_text()


def test_an_export_of_two_people_mixed_is_refused(cast: Cast, tmp_path: Path) -> None:
    """Somebody who forges every digest still cannot put one person's rows into another's file."""
    an_entry(cast.amara, "home", date(2020, 1, 2), facts={"place": "U4"})
    folder = export(cast.amara, tmp_path / "out")
    with mock.patch("portal.exporting.reading.check_export") as checked:
        checked.return_value.child = str(cast.noor.pk)
        with pytest.raises(ExportBroken, match="somebody else"):
            take_in_export(folder=folder, by=ON_THE_SERVER, now=NOW)


def test_a_disk_that_is_full_leaves_nothing_half_written(tmp_path: Path) -> None:
    """A real limit on how large a file may become, in a process of its own."""
    program = f"""
        import os, resource, signal
        from pathlib import Path
        from files.bags import DATA, finish_bag, whole_or_nothing
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
        try:
            with whole_or_nothing(Path({str(tmp_path / "out")!r})) as draft:
                (draft / DATA / "a.txt").write_bytes(b"x" * 5000)
                finish_bag(draft, {{}})
        except OSError as error:
            os.write(1, error.strerror.encode())
    """
    done = subprocess.run([sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout == "File too large"
    assert list(tmp_path.iterdir()) == []
