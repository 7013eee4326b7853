"""Returns with one thing wrong each: a sentence that names table, row and column, the others imported, never a traceback."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from official_file.models import Entry
from people.models import Identifier
from tests.importers.malformed import NOBODY, RETURNS, Malformed, good

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def run(path: Path, tmp_path: Path) -> tuple[dict[str, Any], int, str]:
    """Import as an operator does: the report, the exit code, and what was said at the terminal."""
    report, said, code = tmp_path / "report.json", StringIO(), 0
    try:
        call_command("import_ssda903", str(path), report=str(report), stderr=said)
    except CommandError as error:
        code = error.returncode
        said.write(str(error))
    return json.loads(report.read_text(encoding="utf-8")), code, said.getvalue()


def imported() -> tuple[str, ...]:
    """The council's numbers of everybody who is in the portal."""
    return tuple(Identifier.objects.filter(source="ssda903").order_by("key").values_list("key", flat=True))


@pytest.mark.parametrize("malformed", RETURNS, ids=lambda malformed: malformed.name)
def test_what_is_wrong_is_said_with_table_row_and_column(malformed: Malformed, tmp_path: Path) -> None:
    """One row that cannot be read refuses its child whole, what was readable about it too; everybody else goes in."""
    report, code, _said = run(malformed.write(tmp_path / "return"), tmp_path)
    found = {(one["table"], one["row"], one["column"], one["code"]): one["message"] for one in report["problems"]}
    assert malformed.problem in found, found
    table, row, column, _code = malformed.problem
    message = found[malformed.problem]
    assert message.startswith(f"{table}, row {row}" + (f", column {column}: " if column else ": "))
    assert message.endswith((".", "there."))
    assert len(message) < 400
    assert imported() == malformed.imported
    assert set(Entry.objects.values_list("child__identifiers__key", flat=True)) == set(malformed.imported)
    assert code == (2 if malformed.imported == NOBODY else 0)
    assert report["children"]["refused"] == (1 if malformed.imported == ("900001",) else 0)


def test_the_good_return_has_no_problem(tmp_path: Path) -> None:
    """So that every problem above comes from what was made wrong."""
    report, code, said = run(Malformed("good", good, ("", 0, "", "")).write(tmp_path / "return"), tmp_path)
    assert (report["problems"], code) == ([], 0)
    assert "2 added" in said


@pytest.mark.parametrize("where", ["nowhere", "empty", "only_a_letter", "a_folder_called.xml"])
def test_where_there_is_no_return_the_command_says_so_and_ends_with_2(where: str, tmp_path: Path) -> None:
    """Nothing there, an empty folder, a folder without tables."""
    path = tmp_path / where
    if where != "nowhere":
        path.mkdir()
    if where == "only_a_letter":
        (path / "letter.txt").write_text("Dear Amara")
    report, code, said = run(path, tmp_path)
    assert code == 2
    assert report["rows_read"] == 0
    assert str(path) in said
    assert "Traceback" not in said


def test_a_file_that_may_not_be_read_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Permissions of one file: it is reported, the others are read."""
    folder = Malformed("good", good, ("", 0, "", "")).write(tmp_path / "return")
    real = Path.open

    def refusing(self: Path, *args: Any, **kwargs: Any) -> Any:
        if self.name == "oc2.csv":
            raise PermissionError(13, "Permission denied")
        return real(self, *args, **kwargs)

    monkeypatch.setattr(Path, "open", refusing)
    report, code, _said = run(folder, tmp_path)
    assert [(one["table"], one["row"], one["code"]) for one in report["problems"]] == [("oc2.csv", 1, "unreadable_file")]
    assert (imported(), code) == (("900001", "900002"), 0)


def test_a_report_that_cannot_be_written_is_said_before_anything_is_imported(tmp_path: Path) -> None:
    """No import ends without the report it was asked for."""
    folder = Malformed("good", good, ("", 0, "", "")).write(tmp_path / "return")
    with pytest.raises(CommandError, match="report cannot be written") as refusal:
        call_command("import_ssda903", str(folder), report=str(tmp_path / "no" / "such" / "folder.json"))
    assert refusal.value.returncode == 2
    assert imported() == ()
