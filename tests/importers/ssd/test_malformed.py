"""What is wrong in an export is said with table, row, column and a sentence; everything else goes in."""

from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from official_file.models import Entry, EntrySource
from tests.importers.ssd.exports import persons, run
from tests.importers.ssd.malformed import EXPORTS, NOBODY, Malformed, good

pytestmark = [pytest.mark.django_db]


@pytest.mark.need("R87")
@pytest.mark.parametrize("malformed", EXPORTS, ids=lambda malformed: malformed.name)
def test_what_is_wrong_is_said_with_table_row_and_column(malformed: Malformed, tmp_path: Path) -> None:
    report, code, _said = run(malformed.write(tmp_path / "export"), tmp_path / "r.json")
    found = {(one["table"], one["row"], one["column"], one["code"]): one["message"] for one in report["problems"]}
    assert malformed.problem in found or malformed.imported == NOBODY, found
    table, row, column, _code = malformed.problem
    message = found.get(malformed.problem, "ssd_person, row 1: no persons.")
    assert message.startswith(f"{table}, row {row}" + (f", column {column}: " if column else ": "))
    assert message.endswith(".")
    assert len(message) < 400
    assert persons() == malformed.imported
    assert code == (2 if malformed.imported == NOBODY else 0)
    assert report["children"]["refused"] == 2 - len(malformed.imported) or malformed.imported == NOBODY


@pytest.mark.parametrize("malformed", [one for one in EXPORTS if one.imported], ids=lambda malformed: malformed.name)
def test_a_fault_in_one_row_takes_nothing_from_anybody_else(malformed: Malformed, tmp_path: Path) -> None:
    """The first person's home, review and coming into care are always there."""
    run(malformed.write(tmp_path / "export"), tmp_path / "r.json")
    keys = set(EntrySource.objects.filter(entry__child__identifiers__key="P1").values_list("key", flat=True))
    assert {"ssd_cla_placement/H1/home", "ssd_cla_reviews/R1", "ssd_cla_episodes/E1/came_into_care"} <= keys


def test_the_good_export_has_no_problem_but_the_tables_it_lacks(tmp_path: Path) -> None:
    report, code, said = run(Malformed("good", good, ("", 0, "", "")).write(tmp_path / "export"), tmp_path / "r.json")
    assert {problem["code"] for problem in report["problems"]} == {"missing_table"}
    assert (code, report["children"]["added"]) == (0, 2)
    assert "2 added" in said


@pytest.mark.parametrize("where", ["nowhere", "empty", "only_a_letter", "a_file.csv"])
def test_where_there_is_no_dataset_the_command_says_so_and_ends_with_2(where: str, tmp_path: Path) -> None:
    path = tmp_path / where
    if where == "a_file.csv":
        path.write_text("pers_person_id\n1\n")
    elif where != "nowhere":
        path.mkdir()
    if where == "only_a_letter":
        (path / "letter.csv").write_text("Dear Amara\n")
    report, code, said = run(path, tmp_path / "r.json")
    assert (code, report["rows_read"]) == (2, 0)
    assert str(path) in said
    assert "Traceback" not in said


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"all": False}, "--children FILE"),
        ({"database": "sqlite:////x"}, "Give either the folder"),
        ({"switched_on": ["ssd_person"]}, "not a table that can be switched on"),
        ({"switched_on": ["nonsense"]}, "not a table that can be switched on"),
    ],
)
def test_a_command_that_cannot_be_meant_says_what_to_do(options: dict[str, Any], words: str, tmp_path: Path) -> None:
    """Without --children or --all nobody's data move."""
    folder = Malformed("good", good, ("", 0, "", "")).write(tmp_path / "export")
    with pytest.raises(CommandError, match=words) as refusal:
        call_command("import_ssd", str(folder), **{"all": True, **options})
    assert refusal.value.returncode == 2
    assert not Entry.objects.exists()


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = Malformed("good", good, ("", 0, "", "")).write(tmp_path / "export")
    real = Path.open

    def refusing(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.name == "ssd_cla_visits.csv":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refusing)
    report, code, _said = run(folder, tmp_path / "r.json")
    assert ("ssd_cla_visits.csv", "unreadable_file") in [(one["table"], one["code"]) for one in report["problems"]]
    assert (code, persons()) == (0, ("P1", "P2"))
