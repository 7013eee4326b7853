"""What becomes of every table: the same facts as the return's where they are the same, and entries a worker opens where they are not."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from audit.who import NIGHTLY_IMPORT
from official_file.importers.ssd.table_map import OFF
from official_file.importers.ssda903 import import_return
from official_file.models import Entry, EntryNow, EntrySource
from official_file.models.now import State
from people.models import Child, Identifier
from tests.factories.people import NOW
from tests.importers.ssd.exports import AMARA, CARE, EPISODE, HOME, INVOLVED, WORKER, Cells, an_export, bring_in, child_of
from tests.importers.ssd.rows_and_facts import DAY, FACTS, P1

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def entries(person: str, kind: str = "") -> list[Entry]:
    """The newest entries of a person, of one kind or of all."""
    rows = (
        EntryNow.objects.filter(child=child_of(person), superseded_by__isnull=True).select_related("entry__payload").order_by("day", "kind")
    )
    return [row.entry for row in rows if not kind or row.kind == kind]


@pytest.mark.parametrize(("table", "row", "kind", "facts", "start", "end"), FACTS, ids=[f"{one[0]} {one[2]}" for one in FACTS])
def test_a_row_becomes_its_fact(
    table: str, row: Cells, kind: str, facts: dict[str, Any], start: str | None, end: str | None, tmp_path: Path
) -> None:
    bring_in(an_export(tmp_path, {table: [row]}), switched_on=OFF)
    (entry,) = entries("P1", kind)
    assert (entry.facts, entry.body["when"]["from"], entry.body["when"]["to"]) == (facts, start, end)
    assert entry.sources.get().key.startswith(f"{table}/")


def test_a_plan_for_learning_is_found_through_four_tables(tmp_path: Path) -> None:
    """From the need to the plan to the request to the person."""
    tables: dict[str, list[Cells]] = {
        "ssd_send": [{"table_id": "S1", **P1, "upn": "M999410117101"}],
        "ssd_ehcp_requests": [
            {
                "ehcp_request_id": "Q1",
                "send_table_id": "S1",
                "ehcp_req_date": "2018-09-19",
                "ehcp_req_outcome_date": "2018-10-24",
                "ehcp_req_outcome": "Y",
            }
        ],
        "ssd_ehcp_assessment": [
            {
                "ehcp_assessment_id": "A1",
                "ehcp_request_id": "Q1",
                "ehcp_assessment_outcome_date": "2019-01-16",
                "ehcp_assessment_outcome": "N",
            }
        ],
        "ssd_ehcp_named_plan": [{"named_plan_id": "N1", "ehcp_asmt_id": "A1", "named_plan_start_date": "2019-02-06"}],
        "ssd_ehcp_active_plans": [{"active_ehcp_id": "V1", "ehcp_request_id": "Q1", "active_ehcp_last_review_date": "2026-02-04"}],
        "ssd_sen_need": [{"table_id": "E1", "active_ehcp_id": "V1", "active_ehcp_need_type": "SLCN", "active_ehcp_need_rank": "1"}],
    }
    bring_in(an_export(tmp_path, tables))
    assert [one.facts for one in entries("P1", "education_step")] == [
        {"step": "asked"},
        {"step": "decided", "outcome": "yes"},
        {"step": "assessed", "outcome": "no"},
        {"step": "looked_at"},
    ]
    assert [one.facts for one in entries("P1", "learning_need")] == [{"code": "SLCN", "rank": "1"}]
    assert len(entries("P1", "education_plan")) == 1
    assert Identifier.objects.get(source="upn").child == child_of("P1")


@pytest.mark.need("M18")
def test_times_in_care_are_told_as_the_return_tells_them(tmp_path: Path) -> None:
    """The same life from both: every fact of the return is recognised, and stands in the file once."""
    folder = tmp_path / "return"
    folder.mkdir()
    (folder / "header.csv").write_text("CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n900001,F,02/03/2013,BAFR,,0,\n")
    (folder / "episodes.csv").write_text(
        "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE\n"
        "900001,16/05/2017,S,V2,N3,U6,PR1,05/09/2017,X1,\n"
        "900001,05/09/2017,L,C2,N3,U6,PR1,21/08/2018,X1,CARPL\n"
        "900001,21/08/2018,P,C2,N3,U3,PR1,10/01/2020,E4A,\n"
    )
    import_return(folder, by=NIGHTLY_IMPORT, now=NOW)
    held = EntryNow.objects.count()
    report = bring_in(an_export(tmp_path / "export", same_life(), people=[{**AMARA, "legacy_id": "900001"}]))
    assert Child.objects.count() == 1
    assert (report.entries["added"], report.joined) == (0, 10)
    assert EntryNow.objects.filter(superseded_by__isnull=True).count() == held
    assert EntrySource.objects.filter(system="ssd").count() == 10


def same_life() -> dict[str, list[Cells]]:
    """The same three rows of a return, as the dataset keeps them."""
    later = {
        "cla_episode_start_reason": "L",
        "cla_episode_start_date": "2017-09-05",
        "cla_episode_ceased_date": "2018-08-21",
        "cla_episode_ceased_reason": "X1",
    }
    moved = {
        "cla_episode_start_reason": "P",
        "cla_episode_start_date": "2018-08-21",
        "cla_episode_ceased_date": "2020-01-10",
        "cla_episode_ceased_reason": "E4A",
    }
    return {
        "ssd_cla_episodes": [
            {**EPISODE, "cla_episode_ceased_date": "2017-09-05", "cla_episode_ceased_reason": "X1"},
            {**EPISODE, "cla_episode_id": "E2", **later},
            {**EPISODE, "cla_episode_id": "E3", "cla_placement_id": "H2", **moved},
        ],
        "ssd_cla_placement": [
            {**HOME, "cla_placement_type": "U6", "cla_placement_end_date": "2018-08-21", "cla_placement_change_reason": "CARPL"},
            {
                **HOME,
                "cla_placement_id": "H2",
                "cla_placement_type": "U3",
                "cla_placement_start_date": "2018-08-21",
                "cla_placement_end_date": "2020-01-10",
            },
        ],
        "ssd_legal_status": [
            {
                "legal_status_id": "L1",
                **P1,
                "legal_status": "V2",
                "legal_status_start_date": "2017-05-16",
                "legal_status_end_date": "2017-09-05",
            },
            {
                "legal_status_id": "L2",
                **P1,
                "legal_status": "C2",
                "legal_status_start_date": "2017-09-05",
                "legal_status_end_date": "2020-01-10",
            },
        ],
    }


def test_a_planned_short_stay_is_a_home_and_no_coming_into_care(tmp_path: Path) -> None:
    stay = {**EPISODE, "cla_episode_ceased_date": "2017-05-18", "cla_episode_ceased_reason": "E4A"}
    law = {
        "legal_status_id": "L1",
        **P1,
        "legal_status": "V3",
        "legal_status_start_date": "2017-05-16",
        "legal_status_end_date": "2017-05-18",
    }
    bring_in(an_export(tmp_path, {"ssd_cla_episodes": [stay], "ssd_cla_placement": [HOME], "ssd_legal_status": [law]}))
    assert Counter(entry.kind for entry in entries("P1")) == {"home": 1, "legal_status": 1, "reason_for_care": 1, "ethnic_background": 1}
    assert entries("P1", "home")[0].facts["short_break"] == 1


def test_an_export_without_episodes_tells_homes_whole_and_takes_no_known_piece_back(tmp_path: Path) -> None:
    bring_in(an_export(tmp_path / "whole", same_life()))
    before = {(entry.kind, entry.position) for entry in entries("P1")}
    (tmp_path / "whole" / "ssd_cla_episodes.csv").unlink()
    report = bring_in(tmp_path / "whole")
    assert {(entry.kind, entry.position) for entry in entries("P1")} == before
    assert report.more["gone"] == 0
    bring_in(
        an_export(
            tmp_path / "other",
            {"ssd_cla_placement": [{**HOME, "person_id": "P2"}]},
            people=[{**AMARA, "person_id": "P2", "dob": "2014-01-01"}],
        )
    )
    assert [entry.facts["place"] for entry in entries("P2", "home")] == ["U4"]


def test_the_steps_of_an_adoption_leave_no_trace(tmp_path: Path) -> None:
    """In a plan of care as well."""
    step = {
        "table_id": "M1",
        **P1,
        "adm_decision_date": DAY,
        "matched_date": DAY,
        "adopted_by_carer_flag": "N",
        "placed_for_adoption_date": DAY,
    }
    plan = {"table_id": "K1", **P1, "cla_care_plan_json": '{"ADOPTION":"Y","LTFOST18":"Y"}'}
    bring_in(an_export(tmp_path, {"ssd_permanence": [step], "ssd_cla_care_plan": [plan]}))
    rows = EntryNow.objects.filter(child=child_of("P1"), kind="adoption")
    assert {row.entry.facts["step"] for row in rows} == {"decided", "matched", "placed", "planned"}
    assert all(row.no_trace for row in rows)
    assert entries("P1", "care_plan")[0].facts == {"goals": "LTFOST18"}


def test_what_only_the_dataset_tells_waits_for_a_worker_and_what_is_hard_is_most_sensitive(tmp_path: Path) -> None:
    bring_in(an_export(tmp_path, {table: [row] for table, row, *_rest in FACTS}), switched_on=OFF)
    states = {row.kind: (row.state, row.sensitivity) for row in EntryNow.objects.filter(child=child_of("P1"))}
    for kind in ("enquiry", "asked_for_help", "before_court", "protection_plan", "health_check", "disability", "immigration"):
        assert states[kind] == (State.WAITING, 2), kind
    assert states["visit_held"][0] == State.WAITING


def test_a_worker_has_a_name_a_role_and_days(tmp_path: Path) -> None:
    bring_in(an_export(tmp_path, {"ssd_professionals": [WORKER], "ssd_involvements": [INVOLVED]}))
    (entry,) = entries("P1", "worker_period")
    assert entry.facts == {"worker_key": "SW11", "name": "Priya Shah", "role": "social worker"}
    assert entry.body["when"]["from"] == "2024-01-08"


@pytest.mark.need("R13")
def test_who_wrote_an_assessment_is_named_with_their_role(tmp_path: Path) -> None:
    row = {"assessment_id": "A1", **P1, "assessment_auth_date": DAY, "assessment_worker_id": "W1"}
    bring_in(an_export(tmp_path, {"ssd_professionals": [WORKER], "ssd_cin_assessments": [row]}))
    assert entries("P1", "assessment_made")[0].author == {"name": "Priya Shah", "role": "social worker"}


def test_who_told_the_council_is_nowhere_in_the_file(tmp_path: Path) -> None:
    row = {"referral_id": "R1", **P1, "referral_date": DAY, "referral_source_code": "2B", "referral_source_desc": "The neighbour"}
    told = {"contact_id": "T1", **P1, "contact_date": DAY, "contact_source_desc": "The neighbour"}
    report = bring_in(an_export(tmp_path, {"ssd_cin_episodes": [row], "ssd_contacts": [told]}), switched_on=OFF)
    assert not any("neighbour" in str(entry.body) or "2B" in str(entry.body) for entry in entries("P1"))
    assert ("ssd_cin_episodes", "cine_referral_source_desc") in {(one.table, one.field) for one in report.not_imported}


@pytest.mark.need("C3")
def test_old_data_keep_the_code_they_had_when_it_was_written(tmp_path: Path) -> None:
    """A code that this year's list has dropped, and one that no list has yet, are both kept as they were written."""
    homes = [
        {**HOME, "cla_placement_type": "H5"},
        {**HOME, "cla_placement_id": "H2", "cla_placement_type": "Z99", "cla_placement_start_date": "2019-01-01"},
    ]
    report = bring_in(an_export(tmp_path, {"ssd_cla_placement": homes}))
    assert [entry.facts["place"] for entry in entries("P1", "home")] == ["H5", "Z99"]
    assert [problem.code for problem in report.problems if problem.code == "unknown_code"] == ["unknown_code"]


def test_the_reviews_of_a_time_in_care_go_to_its_child(tmp_path: Path) -> None:
    """A review names no person: only the number of the time in care."""
    bring_in(an_export(tmp_path, CARE))
    assert [entry.facts for entry in entries("P1", "review_held")] == [{"code": "PN1"}]
