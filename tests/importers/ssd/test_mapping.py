"""Every field of the dataset is in the map: imported into something that exists, or left out for a reason a person understands."""

import csv
from pathlib import Path

import pytest
from django.core.management import call_command

from official_file.importers.ssd.facts import FACTS_OF
from official_file.importers.ssd.facts_of_care import EPISODES, PLACEMENTS, STATUSES
from official_file.importers.ssd.field_list import NOT_ENTRIES, field_list
from official_file.importers.ssd.shapes import Field, Table
from official_file.importers.ssd.table_map import FIELD_SYNONYMS, OFF, TABLES, all_fields, table_called, table_with
from official_file.kinds import KINDS
from official_file.opening_rules import FROM_THE_DATASET, SENSITIVITY, Opens, opens_on, rule_for
from official_file.plain_language.codes import known_codes
from official_file.plain_language.when import When
from tests.environment import ROOT

SHARED = ROOT.parent / "shared" / "data" / "ssd_fields.csv"
OWN_COPY = ROOT / "tests" / "factories" / "ssd" / "fields.csv"
NOT_FACTS = {"when", "author"}


def fields_in(path: Path) -> set[tuple[str, str]]:
    """Table and field of every row of the list."""
    with path.open(encoding="utf-8") as file:
        return {(row["table"], row["field"]) for row in csv.DictReader(file)}


@pytest.mark.need("R87")
@pytest.mark.parametrize("path", [pytest.param(OWN_COPY, id="our own copy"), pytest.param(SHARED, id="the source")])
def test_the_map_has_every_field_of_the_list_and_no_other(path: Path) -> None:
    if path == SHARED and not path.exists():
        pytest.skip("the source of the list is not beside this repository")
    assert {(table.name, table.full(field.name)) for table, field in all_fields()} == fields_in(path)


@pytest.mark.parametrize(("table", "field"), [pytest.param(*one, id=one[0].full(one[1].name)) for one in all_fields()])
def test_a_field_is_imported_or_there_is_a_reason(table: Table, field: Field) -> None:
    assert bool(field.feeds) != bool(field.left_out)
    if field.left_out:
        assert field.left_out.endswith(".")
        assert 4 <= len(field.left_out.split()) <= 25
    for feed in field.feeds:
        kind, _dot, fact = feed.partition(".")
        assert kind in KINDS or kind in NOT_ENTRIES, feed
        if kind in KINDS and fact:
            assert fact in KINDS[kind].facts or fact in NOT_FACTS, feed
    if field.codes:
        assert known_codes(field.codes)


def test_every_table_that_is_read_leads_to_a_person_and_makes_facts() -> None:
    elsewhere = {EPISODES, PLACEMENTS, STATUSES, "ssd_linked_identifiers", "ssd_family", "ssd_professionals", "ssd_version_log", "ssd_send"}
    for table in TABLES.values():
        if table.is_read:
            assert table.name in FACTS_OF or table.name in elsewhere, table.name
        names = {field.name for field in table.fields}
        used = {table.key, table.person, table.first, table.last, table.target, *(way.field for way in table.via)} - {""}
        assert used <= names, table.name
        for way in table.via:
            assert TABLES[way.table].target == way.target
            assert list(TABLES).index(way.table) < list(TABLES).index(table.name), "who is pointed at is read first"


def test_what_is_off_is_what_was_decided() -> None:
    """Enquiries, contacts, conferences, what went before a court, and worries about parents."""
    assert {
        "ssd_s47_enquiry",
        "ssd_contacts",
        "ssd_initial_cp_conference",
        "ssd_cp_reviews",
        "ssd_pre_proceedings",
        "ssd_assessment_factors",
    } == OFF


@pytest.mark.parametrize("kind", sorted(FROM_THE_DATASET))
def test_what_only_the_dataset_tells_opens_only_when_a_worker_opens_it(kind: str) -> None:
    facts = {"code": "N1", "category": "RELEVANT"}
    assert rule_for(kind, facts).opens is Opens.BY_WORKER
    assert opens_on(kind=kind, facts=facts, when=When(None)) is None


def test_harm_health_and_parents_matters_are_of_the_highest_sensitivity() -> None:
    hard = {"enquiry", "asked_for_help", "assessment_factors", "before_court", "protection_plan", "protection_meeting", "disability"}
    assert {SENSITIVITY[kind] for kind in hard | {"health_check", "learning_need", "immigration", "in_need"}} == {2}


def test_where_people_live_and_who_told_are_never_imported() -> None:
    never = ("postcode", "address", "_urn", "distance", "source_code", "source_desc", "caseload", "staff_id")
    for table, field in all_fields():
        if any(word in table.full(field.name) for word in never):
            assert field.left_out, table.full(field.name)


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("ssd_cla_placements.csv", "ssd_cla_placement"),
        ("CLA_Placement", "ssd_cla_placement"),
        ("hdm.ssd_person", "ssd_person"),
        ("SSD_PERSON_2026", "ssd_person"),
        ("ssd sen need", "ssd_sen_need"),
        ("sdq", "ssd_sdq_scores"),
        ("holidays", None),
    ],
)
def test_a_table_is_known_by_its_name_however_it_is_spelt(name: str, table: str | None) -> None:
    found = table_called(name)
    assert (found.name if found else None) == table


@pytest.mark.parametrize("table", TABLES.values(), ids=lambda table: table.name)
def test_a_table_is_known_by_its_columns(table: Table) -> None:
    assert table_with([table.full(field.name).upper() for field in table.fields]) is table


def test_a_synonym_is_no_field_of_the_dataset_itself() -> None:
    """Else one column would take the place of another."""
    names = {table.full(field.name) for table, field in all_fields()}
    assert set(FIELD_SYNONYMS.values()) <= names
    assert not names & FIELD_SYNONYMS.keys()


def test_people_can_read_the_map(capsys: pytest.CaptureFixture[str]) -> None:
    """The same page from the command and in the reference."""
    call_command("import_ssd", fields=True)
    printed = capsys.readouterr().out
    assert printed.strip() == field_list().strip()
    assert all(f"`{table.full(field.name)}`" in printed for table, field in all_fields())
    assert (ROOT / "docs" / "reference" / "ssd.md").read_text(encoding="utf-8").strip() == printed.strip()
