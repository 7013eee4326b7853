"""Days are held to rules in every import and on every page: an end after its start, nothing signed on a day to come, reminders on time."""

import json
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from audit.who import NIGHTLY_IMPORT
from official_file.actions.hold_entry import hold_entry
from official_file.actions.told_them import told_them
from official_file.actions.withhold_entry import withhold_entry
from official_file.importers.case_notes import NoNotesToRead, import_case_notes
from official_file.importers.import_documents import import_documents
from official_file.importers.report import Report
from official_file.importers.ssd.csv_folder import read_folder
from official_file.importers.ssd_import import import_ssd
from official_file.importers.ssda903 import import_return
from official_file.models import Entry, EntryFile, EntryNow, EntrySource
from official_file.queries import entry_for
from people.actions.add_name import add_name
from people.actions.make_task import make_task
from people.errors import NotAllowed
from people.models import Task, TaskKind
from portal.queries.desk import desk_of
from portal.queries.opening import waiting_number
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry
from tests.factories.returns import a_return
from tests.factories.ssd import Export
from tests.factories.ssd.tables import key_of

pytestmark = [pytest.mark.django_db, pytest.mark.need("R92")]
TOMORROW = NOW.date() + timedelta(days=1)
NOTE = {"type": "note", "child": "900001", "key": "n1", "date": "2026-11-02", "title": "A note", "text": "We met."}
AUTHOR = {"author": {"name": "Ben Hughes", "role": "social worker"}}


def codes(report: Report) -> set[str]:
    """What was wrong, as codes."""
    return {problem.code for problem in report.problems}


def notes(folder: Path, *lines: dict[str, object]) -> Report:
    """Import these lines about Amara."""
    path = folder / "notes.jsonl"
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    try:
        return import_case_notes(path, by=NIGHTLY_IMPORT, now=NOW)
    except NoNotesToRead as nothing:
        return nothing.report


def test_a_home_that_ends_before_it_begins_keeps_the_whole_child_out(cast: Cast, tmp_path: Path) -> None:
    folder = a_return(tmp_path / "return", episodes="900001,16/05/2017,S,C2,N3,U4,PR1,16/05/2016,E4A,")
    report = import_return(folder, by=NIGHTLY_IMPORT, now=NOW)
    assert "end_before_start" in codes(report)
    assert not Entry.objects.filter(child=cast.amara).exists()


def test_a_worker_who_ends_before_beginning_is_left_out_of_the_notes(cast: Cast, tmp_path: Path) -> None:
    worker = {"type": "worker", "key": "w1", "name": "Ben Hughes", "role": "social worker", "child": "900001"}
    report = notes(tmp_path, worker | {"from": "2024-01-08", "to": "2023-01-08"})
    assert codes(report) == {"end_before_start"}
    assert not Entry.objects.exists()


def test_no_note_is_signed_on_a_day_to_come(cast: Cast, tmp_path: Path) -> None:
    """Signed today goes in; signed tomorrow does not, and the sentence says what to do."""
    today, tomorrow = {"written_on": str(NOW.date())}, {"key": "n2", "written_on": str(TOMORROW)}
    report = notes(tmp_path, NOTE | AUTHOR | today, NOTE | AUTHOR | tomorrow)
    assert codes(report) == {"signed_ahead"}
    assert "Correct the day" in next(iter(report.problems)).message
    assert [source.key for source in EntrySource.objects.all()] == ["900001/n1"]


def test_no_paper_is_signed_on_a_day_to_come(cast: Cast, tmp_path: Path, fresh_storages: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Amara", encoding="utf-8")
    manifest = tmp_path / "manifest.csv"
    manifest.write_text(f"child,file,date,written_on,type\n900001,letter.txt,2026-11-02,{TOMORROW},letter\n", encoding="utf-8")
    report = import_documents(manifest, by=NIGHTLY_IMPORT, now=NOW)
    assert codes(report) == {"signed_ahead"}
    assert not EntryFile.objects.exists()


def test_a_row_of_the_dataset_that_ends_before_it_begins_is_left_out_and_named(cast: Cast, tmp_path: Path) -> None:
    export = Export(children=6)
    row = next((table, values) for table, values in export.rows() if table == "ssd_legal_status")
    wrong = {"lega_legal_status_end_date": row[1]["lega_legal_status_start_date"] - timedelta(days=3)}
    folder = Export(children=6, changed={key_of(row): wrong}).write_csv(tmp_path / "ssd")
    report = Report()
    import_ssd(read_folder(folder, report), report, by=NIGHTLY_IMPORT, now=datetime(2026, 11, 22, 3, tzinfo=NOW.tzinfo))
    assert codes(report) == {"end_before_start"}
    assert not EntrySource.objects.filter(key__startswith="/".join(key_of(row)) + "/").exists()
    assert EntrySource.objects.filter(key__startswith="ssd_cla_reviews/").exists()


def test_what_is_still_to_come_shows_on_its_day_and_not_before(cast: Cast) -> None:
    """A home they will move to, of which their worker has told them."""
    entry = an_entry(cast.amara, "home", TOMORROW, facts={"place": "U4", "provider": "PR1", "rne": "P"})
    told_them(entry=entry, with_them=True, by=cast.ben, now=NOW)
    assert entry_for(cast.amara.user, entry.pk, NOW) is None
    assert entry_for(cast.amara.user, entry.pk, NOW + timedelta(days=1)) is not None


def test_no_decision_is_about_a_day_that_is_over(cast: Cast) -> None:
    entry = an_entry(cast.amara, "visit", date(2024, 2, 3), text="We talked.", facts={"title": "A visit"})
    for day in (NOW.date(), NOW.date() - timedelta(days=1)):
        with pytest.raises(NotAllowed, match="day_to_come"):
            hold_entry(entry=entry, until=day, reason="Court first.", by=cast.ben, now=NOW)
        with pytest.raises(NotAllowed, match="review_day"):
            withhold_entry(entry=entry, ground="SH_SELF", review_on=day, reason="It would harm.", by=cast.ben, now=NOW)


def test_no_name_ends_before_it_begins(cast: Cast) -> None:
    begins, ends = date(2020, 1, 2), date(2020, 1, 1)
    with pytest.raises(NotAllowed):
        add_name(child=cast.amara, name="Amara Obi", kind="former", starts=begins, ends=ends, by=cast.ben, now=NOW)


def test_what_was_held_is_back_on_the_day_and_not_before(cast: Cast) -> None:
    entry = an_entry(cast.amara, "visit", date(2024, 2, 3), text="We talked.", facts={"title": "A visit"})
    hold_entry(entry=entry, until=TOMORROW, reason="Court first.", by=cast.ben, now=NOW)
    assert EntryNow.objects.get(pk=entry.pk).opens_at is None, "it never opens by itself"
    assert waiting_number(cast.ben, cast.amara, NOW) == 0
    assert waiting_number(cast.ben, cast.amara, NOW + timedelta(days=1)) == 1


@pytest.mark.parametrize("kind", [TaskKind.GONE_FROM_SOURCE, TaskKind.CHECK_IDENTITY, TaskKind.TALK, TaskKind.NOT_ABOUT_ME])
def test_a_task_is_due_after_it_was_made_and_late_the_moment_it_is_due(cast: Cast, kind: str) -> None:
    """The worker has it from the first; the manager reads that it is late from that moment on, and not before."""
    task = make_task(kind=TaskKind(kind), child=cast.amara, about_type="child", about_id=cast.amara.pk, now=NOW)
    assert task.due_at > NOW
    assert task.due_at.astimezone().weekday() < 5
    assert [owed.child for owed in desk_of(cast.ben, NOW).asked] == [cast.amara]
    assert desk_of(cast.joan, task.due_at - timedelta(minutes=1)).overdue == []
    assert len(desk_of(cast.joan, task.due_at).overdue) == 1
    assert Task.objects.open().count() == 1
