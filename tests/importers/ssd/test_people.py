"""Who is who: people of the dataset and children we know, names and numbers, families and mothers, and those who are asked for."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from official_file.importers.report import Report
from official_file.importers.ssd.asked import asked_for
from official_file.models import Connection, Entry
from people.families import brothers_and_sisters_of
from people.models import Child, ChildName, DoubtfulMatch, Family, Identifier, Task, TaskKind
from tests.factories.people import NOW
from tests.importers.ssd.exports import AMARA, CARE, INVOLVED, TOBI, WORKER, Cells, an_export, bring_in, child_of, persons, run

pytestmark = [pytest.mark.django_db, pytest.mark.database]
BORN = date(2013, 3, 2)


def known(number: str = "900001", *, source: str = "ssda903", born: date | None = BORN, name: str = "") -> Child:
    """A child whom a return brought in."""
    child = Child.objects.create(date_of_birth=born, known_as=name.split(" ")[0])
    Identifier.objects.create(child=child, source=source, key=number)
    if name:
        ChildName.objects.create(child=child, name=name, kind=ChildName.Kind.LEGAL)
    return child


def with_number(**cells: str) -> list[Cells]:
    """Amara of the dataset, with other cells."""
    return [{**AMARA, **cells}]


@pytest.mark.parametrize(
    ("people", "tables"),
    [
        pytest.param(with_number(person_id="900001"), {}, id="the dataset uses the return's number"),
        pytest.param(with_number(legacy_id="900001"), {}, id="a legacy number"),
        pytest.param(
            with_number(),
            {
                "ssd_linked_identifiers": [
                    {"table_id": "1", "person_id": "P1", "identifier_type": "SSDA903 ID", "identifier_value": "900001"}
                ]
            },
            id="a linked number",
        ),
    ],
)
def test_a_number_and_the_same_day_of_birth_are_the_same_person(people: list[Cells], tables: dict[str, Any], tmp_path: Path) -> None:
    child = known()
    report = bring_in(an_export(tmp_path, {**tables, **CARE}, people=people))
    assert Child.objects.get() == child
    assert Identifier.objects.get(source="ssd").child == child
    assert report.children == {"added": 0, "updated": 1, "unchanged": 0, "refused": 0}


def test_a_pupil_number_and_the_same_day_of_birth_are_the_same_person(tmp_path: Path) -> None:
    child = known("M999410117101", source="upn")
    bring_in(an_export(tmp_path, {"ssd_send": [{"table_id": "1", "person_id": "P1", "upn": "M999410117101"}]}))
    assert child_of("P1") == child


@pytest.mark.parametrize(
    ("born", "name", "people", "why"),
    [
        (date(2012, 1, 1), "", with_number(legacy_id="900001"), "born_differs"),
        (None, "", with_number(legacy_id="900001"), "born_unknown"),
        (BORN, "Amara Okafor", with_number(), "same_name"),
        (BORN, "Amara Chidinma Okafor", with_number(), "same_name"),
        (BORN, "", [*with_number(legacy_id="900001"), {**AMARA, "person_id": "P2", "legacy_id": "900001"}], "two_people"),
    ],
)
def test_who_may_be_somebody_we_know_is_asked_about_and_nothing_comes_in(
    born: date | None, name: str, people: list[Cells], why: str, tmp_path: Path
) -> None:
    child = known(born=born, name=name)
    report = bring_in(an_export(tmp_path, CARE, people=people))
    match = DoubtfulMatch.objects.get(child=child)
    assert (match.why, match.answer) == (why, "")
    assert report.children["refused"] == 1
    assert Child.objects.count() == 1
    assert Task.objects.filter(kind=TaskKind.CHECK_IDENTITY, child=child).count() == 1
    assert [problem.code for problem in report.problems if problem.code == "doubtful_match"] == ["doubtful_match"]
    if why != "two_people":
        assert not Entry.objects.exists()
    bring_in(tmp_path)
    assert DoubtfulMatch.objects.count() == 1


@pytest.mark.parametrize(("answer", "children"), [(DoubtfulMatch.Answer.SAME, 1), (DoubtfulMatch.Answer.NEW, 2)])
def test_what_a_worker_answered_is_done_by_the_next_run(answer: str, children: int, tmp_path: Path) -> None:
    child = known(born=date(2012, 1, 1))
    folder = an_export(tmp_path, CARE, people=with_number(legacy_id="900001"))
    bring_in(folder)
    from_now = {"answer": answer, "answered_at": NOW}
    DoubtfulMatch.objects.update(**from_now)
    report = bring_in(folder)
    assert (Child.objects.count(), report.children["refused"]) == (children, 0)
    assert (child_of("P1") == child) is (answer == DoubtfulMatch.Answer.SAME)
    assert Entry.objects.filter(child=child_of("P1")).count() == 5
    assert bring_in(folder).children == {"added": 0, "updated": 0, "unchanged": 1, "refused": 0}


def test_a_doubt_that_the_dataset_settles_is_asked_no_more(tmp_path: Path) -> None:
    """The day of birth was a slip of the pen, and is corrected."""
    child = known()
    bring_in(an_export(tmp_path, people=with_number(legacy_id="900001", dob="2012-03-02")))
    assert DoubtfulMatch.objects.count() == 1
    bring_in(an_export(tmp_path, people=with_number(legacy_id="900001")))
    assert (child_of("P1"), DoubtfulMatch.objects.count()) == (child, 0)


@pytest.mark.need("C1")
def test_a_name_that_changes_becomes_a_former_one_and_what_they_are_called_stays(tmp_path: Path) -> None:
    bring_in(an_export(tmp_path))
    bring_in(an_export(tmp_path, people=with_number(surname="Eze")), as_of=date(2026, 11, 18))
    names = set(ChildName.objects.filter(child=child_of("P1")).values_list("name", "kind", "ends"))
    assert names == {("Amara Okafor", "former", date(2026, 11, 18)), ("Amara Eze", "legal", None)}
    assert child_of("P1").known_as == "Amara"


def test_a_name_with_names_in_the_middle_is_the_same_name(tmp_path: Path) -> None:
    known("P1", source="ssd", name="Amara Chidinma Okafor")
    bring_in(an_export(tmp_path))
    assert list(ChildName.objects.values_list("name", "kind")) == [("Amara Chidinma Okafor", "legal")]


def test_a_death_and_a_stage_are_taken_over(tmp_path: Path) -> None:
    leaver = {"table_id": "1", "person_id": "P1", "care_leaver_in_touch": "YES"}
    bring_in(an_export(tmp_path, {"ssd_care_leavers": [leaver]}, people=with_number(death_date="2026-10-01")))
    child = child_of("P1")
    assert (child.died_on, child.stage) == (date(2026, 10, 1), "care_leaver")


MOTHER: Cells = {"person_id": "M1", "forename": "Grace", "surname": "Okafor", "sex": "F", "dob": "1988-07-30"}
FAMILY: dict[str, list[Cells]] = {
    "ssd_mother": [
        {"table_id": "1", "person_id": "M1", "childs_person_id": "P1", "childs_dob": "2013-03-02"},
        {"table_id": "2", "person_id": "M1", "childs_person_id": "P2", "childs_dob": "2010-09-18"},
    ],
    "ssd_family": [{"table_id": f"{one}", "family_id": "F1", "person_id": one} for one in ("P1", "P2", "M1")],
    "ssd_professionals": [WORKER],
    "ssd_involvements": [INVOLVED],
}


@pytest.mark.need("C2")
def test_a_mother_a_brother_and_a_worker_are_known_and_shown_to_nobody(tmp_path: Path) -> None:
    """The mother gets no record of her own; nobody is confirmed by an import."""
    bring_in(an_export(tmp_path, FAMILY, people=[AMARA, TOBI, MOTHER]))
    assert persons() == ("P1", "P2")
    said = {one.key: (one.names, one.relation, one.professional, one.known_confirmed_at) for one in child_of("P1").connections.all()}
    assert said == {
        "person/M1": (["Grace Okafor"], "your mum", False, None),
        "person/P2": (["Tobenna Okafor"], "your brother", False, None),
        "professional/W1": (["Priya Shah"], "your social worker", True, None),
    }
    assert child_of("P1").connections.get(key="person/P2").other_child == child_of("P2")
    assert brothers_and_sisters_of(child_of("P1")) == {child_of("P2").pk}
    again = bring_in(tmp_path)
    assert again.children == {"added": 0, "updated": 0, "unchanged": 2, "refused": 0}


def test_who_leaves_a_family_keeps_everything_of_their_record(tmp_path: Path) -> None:
    bring_in(an_export(tmp_path, {**FAMILY, **CARE}, people=[AMARA, TOBI, MOTHER]))
    before = Entry.objects.filter(child=child_of("P1")).count()
    tables = {**FAMILY, **CARE, "ssd_family": [], "ssd_mother": []}
    bring_in(an_export(tmp_path, tables, people=[AMARA, TOBI, MOTHER]), as_of=date(2026, 11, 18))
    assert brothers_and_sisters_of(child_of("P1")) == set()
    assert Connection.objects.get(child=child_of("P1"), key="person/P2").ends == date(2026, 11, 18)
    assert Entry.objects.filter(child=child_of("P1")).count() == before
    assert Family.objects.count() == 1


def test_whom_the_notes_name_is_not_named_a_second_time(tmp_path: Path) -> None:
    child = known("P1", source="ssd")
    Connection.objects.create(child=child, source="case_notes", key="c1", names=["Grace Okafor", "Mum"], relation="your mum")
    bring_in(an_export(tmp_path, FAMILY, people=[AMARA, TOBI, MOTHER]))
    assert not Connection.objects.filter(child=child, key="person/M1").exists()


def test_a_young_mother_has_her_child_in_her_own_file(tmp_path: Path) -> None:
    """And the baby, who has a record of its own, has her."""
    baby = {"person_id": "P9", "forename": "Mila", "surname": "Okafor", "dob": "2026-05-01"}
    row = {"table_id": "1", "person_id": "P1", "childs_person_id": "P9", "childs_dob": "2026-05-01"}
    bring_in(an_export(tmp_path, {"ssd_mother": [row], **CARE}, people=[AMARA, baby]))
    own = [entry for entry in Entry.objects.filter(child=child_of("P1")) if entry.kind == "own_child"]
    assert [entry.facts for entry in own] == [{"born": "2026-05-01"}]
    assert child_of("P9").connections.get().relation == "your mum"


# --- Whom an import is about -------------------------------------------------------------------------------------------------


def test_only_those_who_are_named_come_in_and_those_who_are_not_found_are_named(tmp_path: Path) -> None:
    """Numbers of the dataset and of the return in one file, comments and blank lines between them."""
    file = tmp_path / "invited.txt"
    file.write_text("# invited in November\nP1\n\n900002\nP77\n")
    folder = an_export(tmp_path / "export", CARE, people=[AMARA, {**TOBI, "legacy_id": "900002"}, {**AMARA, "person_id": "P3"}])
    report, code, _said = run(folder, tmp_path / "r.json", children=file, all=False)
    assert (code, persons()) == (0, ("P1", "P2"))
    assert report["children_file"] == {"asked": 3, "found_by_person": 1, "found_by_return": 1, "not_found": ["P77"]}
    missing = [one for one in report["problems"] if one["code"] == "child_not_found"]
    assert [(one["table"], one["row"]) for one in missing] == [("invited.txt", 5)]
    assert "P77" in missing[0]["message"]


def test_a_child_whom_we_know_by_the_return_is_found_by_that_number_ever_after(tmp_path: Path) -> None:
    child = known()
    Identifier.objects.create(child=child, source="ssd", key="P1")
    file = tmp_path / "invited.txt"
    file.write_text("900001")
    report, _code, _said = run(an_export(tmp_path / "export", CARE), tmp_path / "r.json", children=file, all=False)
    assert report["children_file"]["found_by_return"] == 1
    assert Entry.objects.filter(child=child).count() == 5


@pytest.mark.parametrize("content", [None, b"", b"# nobody yet\n"])
def test_a_file_that_names_nobody_brings_in_nobody(content: bytes | None, tmp_path: Path) -> None:
    file = tmp_path / "invited.txt"
    if content is not None:
        file.write_bytes(content)
    _report, code, said = run(an_export(tmp_path / "export"), tmp_path / "r.json", children=file, all=False)
    assert (code, persons()) == (2, ())
    assert "one" in said
    assert "a line" in said


def test_the_file_may_be_a_column_of_a_spreadsheet(tmp_path: Path) -> None:
    file = tmp_path / "invited.csv"
    file.write_bytes('\ufeff"P1",Amara\r\n12345.0;x\r\n'.encode())
    assert list(asked_for(file, Report()).numbers) == ["P1", "12345"]


def test_of_those_not_asked_for_nothing_is_taken_for_gone(tmp_path: Path) -> None:
    folder = an_export(tmp_path / "export", CARE, people=[AMARA, TOBI])
    bring_in(folder)
    file = tmp_path / "invited.txt"
    file.write_text("P2\n")
    report = bring_in(folder, asked=asked_for(file, Report()), now=NOW + timedelta(days=1))
    assert report.more["gone"] == 0
