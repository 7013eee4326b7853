"""Night after night: what a run that changes nothing leaves, what is off, what is gone, and how old an export is."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine

from audit.models import AuditEvent
from audit.who import NIGHTLY_IMPORT
from official_file.importers.report import Report
from official_file.importers.ssd.csv_folder import read_folder
from official_file.importers.ssd.exported import Source
from official_file.importers.ssd.table_map import OFF
from official_file.importers.ssd_import import import_ssd
from official_file.models import Entry, EntryNow, EntrySource, ImportRun
from official_file.verify import verify
from tests.factories.people import NOW
from tests.importers.ssd.exports import AMARA, CARE, HOME, INVOLVED, WORKER, Cells, an_export, bring_in, child_of, run
from tests.importers.ssd.rows_and_facts import FACTS, P1

pytestmark = [pytest.mark.django_db, pytest.mark.database]
TOMORROW = NOW + timedelta(days=1)


def everything() -> dict[str, list[Cells]]:
    """A row in every table that tells a fact by itself, and a time in care."""
    rows = {table: [row] for table, row, *_rest in FACTS}
    return {**rows, **CARE, "ssd_professionals": [WORKER], "ssd_involvements": [INVOLVED]}


def test_a_run_that_finds_nothing_new_changes_nothing(tmp_path: Path) -> None:
    """No entry, no audit, no child, no date; only that it ran."""
    folder = an_export(tmp_path, everything())
    first = bring_in(folder, switched_on=OFF)
    before = (Entry.objects.count(), AuditEvent.objects.count(), EntrySource.objects.count())
    again = bring_in(folder, switched_on=OFF, now=TOMORROW, as_of=date(2026, 11, 18))
    assert (Entry.objects.count(), AuditEvent.objects.count(), EntrySource.objects.count()) == before
    assert again.entries == {"added": 0, "superseded": 0, "unchanged": first.entries["added"]}
    assert again.children == {"added": 0, "updated": 0, "unchanged": 1, "refused": 0}
    assert ImportRun.objects.count() == 2
    assert verify([child_of("P1")])[1] is None


def test_what_changes_supersedes_and_what_is_new_is_added(tmp_path: Path) -> None:
    bring_in(an_export(tmp_path, CARE))
    moved = {**CARE, "ssd_cla_placement": [{**HOME, "cla_placement_end_date": "2026-11-10", "cla_placement_change_reason": "CARPL"}]}
    report = bring_in(an_export(tmp_path, moved), now=TOMORROW)
    assert report.entries == {"added": 1, "superseded": 1, "unchanged": 4}


@pytest.mark.parametrize("table", sorted(OFF))
def test_a_table_that_is_off_brings_nothing_and_the_report_says_how_to_switch_it_on(table: str, tmp_path: Path) -> None:
    rows = {name: [row] for name, row, *_rest in FACTS if name == table} or {
        "ssd_cin_assessments": [{"assessment_id": "A1", **P1, "assessment_auth_date": "2025-02-03"}],
        table: [{"table_id": "1", "assessment_id": "A1", "assessment_factors_json": '["1A","4B"]'}],
    }
    folder = an_export(tmp_path, rows)
    report = bring_in(folder)
    assert not EntrySource.objects.filter(key__startswith=f"{table}/").exists()
    (reason,) = (one.reason for one in report.not_imported if one.table == table and not one.field)
    assert f"--with {table}" in reason
    bring_in(folder, switched_on={table})
    assert EntrySource.objects.filter(key__startswith=f"{table}/").count() == 1


def test_the_command_switches_on_table_by_table_and_the_councils_own_choice_stands(tmp_path: Path, settings: Any) -> None:
    rows = {table: [row] for table, row, *_rest in FACTS if table in OFF}
    folder = an_export(tmp_path / "export", rows)
    settings.SSD_WITH = ["ssd_contacts"]
    run(folder, tmp_path / "r.json", switched_on=["s47_enquiry"])
    assert {row.kind for row in EntryNow.objects.exclude(kind="ethnic_background")} == {"asked_for_help", "enquiry"}


def test_parents_worries_open_by_no_rule(tmp_path: Path) -> None:
    rows = {
        "ssd_cin_assessments": [{"assessment_id": "A1", **P1, "assessment_auth_date": "2015-02-03"}],
        "ssd_assessment_factors": [{"table_id": "1", "assessment_id": "A1", "assessment_factors_json": '["1A","4B"]'}],
    }
    bring_in(an_export(tmp_path, rows), switched_on=OFF)
    row = EntryNow.objects.get(kind="assessment_factors")
    assert (row.opens_at, row.sensitivity, row.entry.facts) == (None, 2, {"codes": "1A,4B"})


@pytest.mark.need("M15")
def test_what_the_export_no_longer_holds_is_noted_and_what_could_not_be_read_is_not(tmp_path: Path) -> None:
    visits = [{"cla_visit_id": f"V{number}", **P1, "cla_visit_date": f"2025-0{number}-03"} for number in (1, 2, 3)]
    bring_in(an_export(tmp_path, {**CARE, "ssd_cla_visits": visits}))
    unreadable = {**visits[1], "cla_visit_date": "a Tuesday"}
    report = bring_in(an_export(tmp_path, {**CARE, "ssd_cla_visits": [visits[0], unreadable]}), now=TOMORROW, as_of=date(2026, 11, 18))
    assert report.more["gone"] == 1
    gone = EntryNow.objects.get(gone_since__isnull=False)
    assert (gone.day, gone.gone_since) == (date(2025, 3, 3), date(2026, 11, 18))
    back = bring_in(an_export(tmp_path, {**CARE, "ssd_cla_visits": visits}), now=TOMORROW + timedelta(days=1))
    assert back.more["there_again"] == 1


def test_a_table_that_is_missing_tonight_takes_nothing_away(tmp_path: Path) -> None:
    folder = an_export(tmp_path, everything())
    bring_in(folder, switched_on=OFF)
    for file in folder.glob("*.csv"):
        if file.name not in {"ssd_person.csv", "ssd_cla_placement.csv"}:
            file.unlink()
    report = bring_in(folder, switched_on=OFF, now=TOMORROW)
    assert (report.more["gone"], report.entries["added"], report.entries["superseded"]) == (0, 0, 0)


def test_somebody_who_is_not_in_the_export_any_more_loses_nothing_and_a_worker_is_asked(tmp_path: Path) -> None:
    bring_in(an_export(tmp_path, CARE, people=[AMARA, {**AMARA, "person_id": "P2"}]))
    held = Entry.objects.filter(child=child_of("P1")).count()
    report = bring_in(an_export(tmp_path, {name: [] for name in CARE}, people=[{**AMARA, "person_id": "P2"}]), now=TOMORROW)
    assert Entry.objects.filter(child=child_of("P1")).count() == held
    assert report.more["gone"] >= 2


def test_an_export_that_was_cut_off_takes_nobody_away(tmp_path: Path) -> None:
    """One of eight people is left of the table of persons: that is no night in which seven children went."""
    people = [{**AMARA, "person_id": f"P{number}"} for number in range(8)]
    bring_in(an_export(tmp_path, people=people))
    report = bring_in(an_export(tmp_path, people=people[:1]), now=TOMORROW)
    assert report.more["gone"] == 0
    assert [problem.code for problem in report.problems if problem.table == "ssd_person"] == ["cut_off"]


@pytest.mark.need("M15")
def test_a_table_that_lost_most_of_its_rows_takes_nothing_away_until_it_stayed_so_for_a_week(tmp_path: Path) -> None:
    visits = [{"cla_visit_id": f"V{number}", **P1, "cla_visit_date": f"2025-0{number}-03"} for number in range(1, 9)]
    bring_in(an_export(tmp_path, {**CARE, "ssd_cla_visits": visits}))
    half = an_export(tmp_path, {**CARE, "ssd_cla_visits": visits[:3]})
    report = bring_in(half, now=TOMORROW)
    assert report.more["gone"] == 0
    (problem,) = (one for one in report.problems if one.code == "cut_off")
    assert (problem.table, "only 3 of the 8 rows" in report.sentence()) == ("ssd_cla_visits", True)
    assert bring_in(half, now=TOMORROW + timedelta(days=2)).more["gone"] == 0
    believed = bring_in(half, now=TOMORROW + timedelta(days=8))
    assert (believed.more["gone"], "5 no longer there" in believed.sentence()) == (5, True)


def test_an_older_export_undoes_nothing(tmp_path: Path) -> None:
    folder = an_export(tmp_path, CARE)
    bring_in(folder, as_of=date(2026, 11, 17))
    report, code, said = run(folder, tmp_path / "r.json", as_of=date(2026, 11, 1))
    assert (code, report["entries"]["added"], ImportRun.objects.count()) == (2, 0, 1)
    assert "01/11/2026" in said


def test_the_review_of_last_year_stays_when_the_dataset_keeps_only_the_newest(tmp_path: Path) -> None:
    tables: dict[str, list[Cells]] = {
        "ssd_send": [{"table_id": "S1", **P1}],
        "ssd_ehcp_requests": [{"ehcp_request_id": "Q1", "send_table_id": "S1"}],
        "ssd_ehcp_active_plans": [{"active_ehcp_id": "V1", "ehcp_request_id": "Q1", "active_ehcp_last_review_date": "2025-02-04"}],
    }
    bring_in(an_export(tmp_path, tables))
    tables["ssd_ehcp_active_plans"][0]["active_ehcp_last_review_date"] = "2026-02-04"
    report = bring_in(an_export(tmp_path, tables), now=TOMORROW)
    assert (report.entries["added"], report.entries["superseded"], report.more["gone"]) == (1, 0, 0)


# --- How old it is -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("tables", "options", "as_of"),
    [
        pytest.param({}, {"as_of": date(2026, 11, 1)}, date(2026, 11, 1), id="it is said"),
        pytest.param({"ssd_version_log": [{"created_at": "2026-11-12 02:10:00"}]}, {}, date(2026, 11, 12), id="the dataset's own log"),
        pytest.param(
            {"ssd_cla_visits": [{"cla_visit_id": "V1", **P1, "cla_visit_date": "2026-11-15"}]}, {}, date(2026, 11, 15), id="the newest day"
        ),
        pytest.param(
            {"ssd_cla_visits": [{"cla_visit_id": "V1", **P1, "cla_visit_date": "2031-11-15"}]}, {}, date(2013, 3, 2), id="no day to come"
        ),
    ],
)
def test_every_fact_knows_the_day_on_which_it_was_true(
    tables: dict[str, list[Cells]], options: dict[str, Any], as_of: date, tmp_path: Path
) -> None:
    report, folder = Report(), an_export(tmp_path, {**tables})
    import_ssd(read_folder(folder, report), report, by=NIGHTLY_IMPORT, now=NOW, **options)
    assert set(EntrySource.objects.values_list("as_of", flat=True)) == {as_of}
    assert report.more["as_of"] == as_of.isoformat()


def test_a_dataset_that_names_no_day_is_as_old_as_its_files(tmp_path: Path) -> None:
    folder = an_export(tmp_path, people=[{**AMARA, "dob": ""}])
    with time_machine.travel(datetime(2026, 11, 18, tzinfo=UTC)):
        source: Source = read_folder(folder, report := Report())
    source.written_on = "2026-11-09"
    import_ssd(source, report, by=NIGHTLY_IMPORT, now=NOW)
    assert report.more["as_of"] == "2026-11-09"
