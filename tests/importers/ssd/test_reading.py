"""Exports as councils write them: every usual way of writing a table, a cell and a day is read; nothing is guessed."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from official_file.importers.report import Report
from official_file.importers.returns.cells import Unreadable
from official_file.importers.ssd.cells import code, day, is_blank, listed, name_of, part_of_a_day, yes_no
from official_file.importers.ssd.csv_folder import read_folder
from official_file.importers.ssd.rows import read_row
from official_file.importers.ssd.table_map import TABLES
from official_file.plain_language.when import Precision
from tests.importers.ssd.exports import AMARA, HOME, an_export, table_text

A_DAY = date(2019, 3, 5)


@pytest.mark.parametrize(
    "written",
    ["2019-03-05", "05/03/2019", "5/3/2019", "2019-03-05 00:00:00", "2019-03-05T14:30:00.000", "05/03/2019 14:30",
     "2019-03-05 14:30:00+00:00", "05-Mar-2019", "5 March 2019", "20190305", "2019/03/05", " 2019-03-05 ", "05.03.2019"],
)  # fmt: skip
def test_a_day_is_read_however_it_is_written(written: str) -> None:
    assert day(written) == A_DAY


@pytest.mark.parametrize("written", ["1900-01-01", "01/01/1900", "1900-01-01 00:00:00", "9999-12-31", "9999-12-31 23:59:59"])
def test_what_databases_write_for_no_day_is_no_day(written: str) -> None:
    assert day(written) is None


@pytest.mark.parametrize("written", ["31/02/2019", "2019-13-01", "yesterday", "05/03/19", "43529", "3 Brumaire 2019"])
def test_what_is_no_day_is_refused_with_what_was_written(written: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        day(written)
    assert written in refusal.value.sentence


def test_part_of_a_day_is_kept_as_part() -> None:
    assert part_of_a_day("zz/03/2015") == (date(2015, 3, 1), Precision.MONTH)
    assert part_of_a_day("2015") == (date(2015, 1, 1), Precision.YEAR)
    assert part_of_a_day("05/03/2015") == (date(2015, 3, 5), Precision.DAY)


@pytest.mark.parametrize(
    ("written", "codes", "read"),
    [
        ("C2", "LS", "C2"),
        ("c2", "LS", "C2"),
        ("C2 - Full care order", "LS", "C2"),
        ("Full Care Order", "LS", "C2"),
        ("U4: Foster placement", "PLACE", "U4"),
        ("N1.0", "CIN", "N1"),
        ("A home of our own", "PLACE", "AHOMEOFOUROWN"),
        ("3", "SDQ_REASON", "SDQ3"),
        ("Neglect", "CP_CATEGORY", "NEG"),
    ],
)
def test_a_code_is_read_from_the_code_its_words_or_both_and_else_kept(written: str, codes: str, read: str) -> None:
    assert code(written, codes) == read


@pytest.mark.parametrize("written", ["", " ", "NULL", "null", "None", "NaN", "SSD_PH", "N/A", "-"])
def test_a_blank_is_blank_in_every_way_of_writing_nothing(written: str) -> None:
    assert is_blank(written)


def test_answers_keys_and_lists() -> None:
    assert [yes_no(one) for one in ("Y", "no", "1", "False", "U")] == [1, 0, 1, 0, None]
    assert [name_of(one) for one in (" P1 ", "12345.0", "12.5")] == ["P1", "12345", "12.5"]
    assert listed('{"LTFOST18": "Y", "OTHER": "N", "RETURN1M": null}') == ("LTFOST18",)
    assert listed('["1A", "2B", "1A"]') == ("1A", "2B")
    assert listed('[{"code": "1A"}, {"code": "2B"}]') == ("1A", "2B")


@pytest.mark.parametrize(
    "write",
    [
        pytest.param(lambda text: text.encode(), id="plain"),
        pytest.param(lambda text: b"\xef\xbb\xbf" + text.encode(), id="a mark at the beginning"),
        pytest.param(lambda text: text.encode("utf-16"), id="UTF-16"),
        pytest.param(lambda text: text.encode("cp1252"), id="old Windows"),
        pytest.param(lambda text: text.replace("\n", "\r\n").encode(), id="lines of Windows"),
        pytest.param(lambda text: text.replace(",", ";").encode(), id="semicolons"),
        pytest.param(lambda text: text.replace(",", "\t").encode(), id="tabs"),
        pytest.param(lambda text: text.replace(",", "|").encode(), id="bars"),
        pytest.param(lambda text: text.upper().replace("OKAFOR", "Okafor").replace("ZOË", "Zoë").encode(), id="headings in capitals"),
        pytest.param(lambda text: "\n".join('"' + line.replace(",", '","') + '"' for line in text.splitlines()).encode(), id="all quoted"),
        pytest.param(lambda text: text.replace("pers_", "").encode(), id="headings without their prefix"),
        pytest.param(lambda text: "".join(f"{line},x\n" for line in text.splitlines()).encode(), id="one column more"),
        pytest.param(lambda text: ("\n\n" + text + "\n,,,,\n\n").encode(), id="empty lines"),
    ],
)
def test_a_table_is_read_however_it_is_written(write: Callable[[str], bytes], tmp_path: Path) -> None:
    text = table_text("ssd_person", [{**AMARA, "forename": "Zoë"}])
    (tmp_path / "SSD_Person.csv").write_bytes(write(text))
    source = read_folder(tmp_path, report := Report())
    (found,) = source.tables
    rows = [read_row(raw, found.table, report.problems) for raw in found.rows()]
    assert [(row.text("forename"), row.text("surname"), row.day("dob")) for row in rows if row] == [("Zoë", "Okafor", date(2013, 3, 2))]


@pytest.mark.parametrize(
    "name", ["ssd_cla_placements.csv", "CLA_PLACEMENT.CSV", "cla_placement.txt", "dbo.ssd_cla_placement.csv", "anything at all.csv"]
)
def test_a_table_is_found_whatever_its_file_is_called(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(table_text("ssd_cla_placement", [HOME]))
    assert [one.table for one in read_folder(tmp_path, Report()).tables] == [TABLES["ssd_cla_placement"]]


def test_columns_stand_in_any_order_and_one_cell_may_run_over_lines(tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(
        'lacp_person_id,lacp_cla_care_plan_json,lacp_table_id\nP1,"{""LTFOST18"":\n ""Y"", ""a"": ""N""}",K1\nP2,,K2\n'
    )
    (found,) = read_folder(tmp_path, report := Report()).tables
    rows = [read_row(raw, found.table, report.problems) for raw in found.rows()]
    assert [(row.key, row.listed("cla_care_plan_json"), row.line) for row in rows if row] == [("K1", ("LTFOST18",), 2), ("K2", (), 4)]


def test_a_table_in_two_files_is_one_table(tmp_path: Path) -> None:
    (tmp_path / "ssd_person_1.csv").write_text(table_text("ssd_person", [AMARA]))
    (tmp_path / "ssd_person_2.csv").write_text(table_text("ssd_person", [{**AMARA, "person_id": "P2"}]))
    assert len(read_folder(tmp_path, Report()).of(TABLES["ssd_person"])) == 2


def test_what_is_in_the_folder_beside_the_tables_is_passed_over(tmp_path: Path) -> None:
    an_export(tmp_path)
    (tmp_path / "report.json").write_text("{}")
    (tmp_path / "~$ssd_person.csv").write_text("lock")
    (tmp_path / "more").mkdir()
    assert len(read_folder(tmp_path, report := Report()).tables) == 1
    assert [problem.code for problem in report.problems if problem.code == "ignored_file"] == []
