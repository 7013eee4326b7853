"""Reading a return: tables by their first row, cells of every year, encodings, separators, XML."""

from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from official_file.importers.report import MOST_LISTED, Problems, Report, shown
from official_file.importers.returns import cells
from official_file.importers.returns.reading import NothingToRead, Return, read_return, year_to_march
from official_file.importers.returns.rows import Row
from official_file.importers.returns.tables import TABLES, recognise
from official_file.plain_language.when import Precision

TODAY = date(2026, 11, 22)
EPISODES = "CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE"


def reading(folder: Path, **tables: str | bytes) -> tuple[Return, Report]:
    """What is read from these tables (a byte string is written as it is)."""
    for name, content in tables.items():
        suffix = "" if "." in name else ".csv"
        (folder / f"{name}{suffix}").write_bytes(content if isinstance(content, bytes) else content.encode())
    report = Report()
    return read_return(folder, today=TODAY, report=report), report


def only_row(found: Return) -> Row:
    """The one row there is."""
    (rows,) = found.children.values()
    (row,) = rows
    return row


# --- Cells -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("written", ["05/03/2019", "5/3/2019", "05-03-2019", "2019-03-05", "2019-03-05T00:00:00", "05/03/2019 00:00:00"])
def test_a_day_may_be_written_in_these_ways(written: str) -> None:
    """Day first, as the return has it, or as ISO 8601; a midnight that a spreadsheet added says nothing."""
    assert cells.day(written) == date(2019, 3, 5)


@pytest.mark.parametrize(
    "written", ["31/02/2020", "29/02/2019", "00/01/2020", "13/13/2020", "01/01/1820", "5 March 2019", "43530", "01/04/19"]
)
def test_what_is_no_day_is_refused_with_a_sentence(written: str) -> None:
    """Days that never were, serial numbers, two-digit years."""
    with pytest.raises(cells.Unreadable) as refusal:
        cells.day(written)
    assert refusal.value.sentence.endswith(".")
    assert written in refusal.value.sentence


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_as_it_was_written(day: date) -> None:
    """Both ways of writing, every day of two centuries."""
    assert cells.day(day.strftime("%d/%m/%Y")) == cells.day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("zz/03/2015", (date(2015, 3, 1), Precision.MONTH)),
        ("ZZ/zz/2015", (date(2015, 1, 1), Precision.YEAR)),
        ("zz/zz/zzzz", (None, Precision.UNKNOWN)),
        ("07/03/2015", (date(2015, 3, 7), Precision.DAY)),
    ],
)
def test_a_day_of_which_a_part_is_known_keeps_its_precision(written: str, said: tuple[date | None, Precision]) -> None:
    """DATE_PERM may hold zz."""
    assert cells.part_of_a_day(written) == said


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_a_cell(written: str) -> None:
    """Every reader gives a value or a sentence, never another error."""
    for read in cells.READERS.values():
        with suppress(cells.Unreadable):
            read(written)


def test_what_a_cell_shows_in_a_sentence_is_short_and_visible() -> None:
    """No line break, no control character, no five megabytes."""
    assert shown("a\nb\x00") == '"a\\x0ab\\x00"'
    assert len(shown("x" * 5_000_000)) < 60


# --- Tables ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", TABLES)
def test_every_table_is_known_by_its_own_columns_in_any_order(name: str) -> None:
    """Whatever the file is called, in whatever order the columns stand."""
    found = recognise(column.name for column in reversed(TABLES[name].columns))
    assert found is not None
    assert (found.table.name, found.missing) == (name, ())


def test_headings_in_small_letters_and_with_other_names_are_understood() -> None:
    """CHILDID and PL are the names of the XML form."""
    found = recognise(["ChildID", " decom ", "rne", "ls", "cin", "pl", "dec", "rec"])
    assert found is not None
    assert (found.table.name, found.missing) == ("Episodes", ())


def test_headings_of_no_table_are_nobodys() -> None:
    """A file of something else."""
    assert recognise(["name", "address"]) is None
    assert recognise(["CHILD", "DOB", "SEX"]) is None


def test_a_table_is_found_in_a_file_of_any_name_and_extra_columns_are_named(tmp_path: Path) -> None:
    """What is left out is said once, with the reason."""
    found, report = reading(tmp_path, export_7=f"{EPISODES},HOME_POST,SHOE_SIZE\n900001,01/04/2019,S,C2,N3,U4,PR1,,,,QX1 1AA,5\n")
    assert only_row(found).text("PLACE") == "U4"
    left = {(one.table, one.field): one.reason for one in report.not_imported}
    assert left == {
        ("Episodes", "HOME_POST"): "Where people live is never shown to anybody here.",
        ("Episodes", "SHOE_SIZE"): "It is not a column of this table.",
    }


def test_the_same_column_list_with_blank_optional_columns_is_read(tmp_path: Path) -> None:
    """Optional columns may be there and empty, or not be there."""
    found, report = reading(tmp_path, e="CHILD,DECOM,RNE,LS,CIN,PLACE,DEC,REC\n900001,01/04/2019,S,C2,N3,U4,,\n")
    row = only_row(found)
    assert (row.day("DEC"), row.text("PLACE_PROVIDER")) == (None, "")
    assert [problem.code for problem in report.problems] == ["missing_table"]


# --- Year by year ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("table", "heading", "written", "column", "read"),
    [
        ("2018-19", f"{EPISODES}", "900001,01/04/2017,S,C2,N3,U4,PR1,01/05/2018,E43,CUSTOD", "REC", "E43"),
        ("2023-24", f"{EPISODES}", "900001,01/04/2022,S,C2,N3,H5,PR1,,,", "PLACE", "H5"),
        ("2024-25", f"{EPISODES}", "900001,01/04/2022,S,C2,N3,K3,PR1,,,", "PLACE", "K3"),
        ("2025-26", f"{EPISODES}", "900001,01/04/2022,S,C2,N3,z13,PR1,,,", "PLACE", "Z13"),
        ("2020-21", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "900001,01/04/2003,YES,f3,b1", "ACTIV", "F3"),
        ("2021-22", "CHILD,DOB,IN_TOUCH,ACTIV,ACCOM", "900001,01/04/2003,YES,P5,B2", "ACCOM", "B2"),
        ("2023-24 workers", "CHILD,DOB,SW_ID,SW_DECOM,SW_DEC,SW_REASON", "900001,01/04/2010,W1,01/06/2023,,PCCHAN ", "SW_REASON", "PCCHAN"),
    ],
)
def test_the_codes_of_every_year_are_known(table: str, heading: str, written: str, column: str, read: str, tmp_path: Path) -> None:
    """Codes that came and went; small letters; the stray space of one year's list."""
    found, report = reading(tmp_path, t=f"{heading}\n{written}\n")
    assert only_row(found).text(column) == read
    assert "unknown_code" not in {problem.code for problem in report.problems}


@pytest.mark.parametrize("sex", ["1", "2", "M", "F", "U", ""])
def test_sex_is_read_in_every_years_way_and_not_imported(sex: str, tmp_path: Path) -> None:
    """1 and 2 until 2023-24, then M, F and U: the portal has no use for it."""
    found, report = reading(tmp_path, h=f"CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\n900001,{sex},02/03/2013,BAFR,,,\n")
    assert only_row(found).day("DOB") == date(2013, 3, 2)
    assert ("Header", "SEX") in {(one.table, one.field) for one in report.not_imported}


def test_the_table_of_2026_27_is_known(tmp_path: Path) -> None:
    """Deprivation of liberty orders."""
    found, _report = reading(tmp_path, d="CHILD,DOB,DOLO_START,DOLO_END\n900001,02/03/2013,01/05/2026,\n")
    assert only_row(found).day("DOLO_START") == date(2026, 5, 1)


@pytest.mark.parametrize(
    ("days", "year"),
    [
        (["01/04/2025", "31/03/2026"], 2026),
        (["31/03/2026"], 2026),
        (["01/04/2026"], 2027),
        (["01/05/2019"] * 400 + ["01/05/2025"], 2020),  # one slip of the pen does not move the return
        (["01/05/2019", "01/05/2036"], 2020),  # nor does a day to come
    ],
)
def test_the_year_of_a_return_follows_from_its_days(days: list[str], year: int, tmp_path: Path) -> None:
    """Yearly tables have no days of their own, and are kept for each year."""
    rows = "\n".join(f"{900001 + number},{day},S,C2,N3,U4,PR1,,," for number, day in enumerate(days))
    found, _report = reading(tmp_path, e=f"{EPISODES}\n{rows}\n")
    assert found.year == year
    assert year_to_march(date(2026, 3, 31)) == 2026


def test_a_year_that_is_given_is_taken(tmp_path: Path) -> None:
    """--year, for the return whose days mislead."""
    (tmp_path / "e.csv").write_text(f"{EPISODES}\n900001,01/04/2019,S,C2,N3,U4,PR1,,,\n")
    assert read_return(tmp_path, today=TODAY, report=Report(), year=2024).year == 2024


# --- Encodings and separators ----------------------------------------------------------------------------------

HEADER = "CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB\r\n900001,F,02/03/2013,BAFR,Zo\u00eb,0,\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_every_encoding_gives_the_same_row(encoding: str, tmp_path: Path) -> None:
    """Byte-order mark or not; what is not UTF-8 is read and reported."""
    found, report = reading(tmp_path, h=HEADER.encode(encoding))
    assert only_row(found).text("UPN") == "Zo\u00eb"
    assert ("encoding" in {problem.code for problem in report.problems}) == (not encoding.startswith("utf-8"))


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_separator_gives_the_same_row(separator: str, tmp_path: Path) -> None:
    """Commas are the rule, the others are reported."""
    found, report = reading(tmp_path, h=HEADER.replace(",", separator))
    assert only_row(found).text("ETHNIC") == "BAFR"
    assert ("separator" in {problem.code for problem in report.problems}) == (separator != ",")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_and_a_missing_last_one_are_understood(end: str, tmp_path: Path) -> None:
    """Blank lines are nobody's rows; line numbers are those of the file."""
    text = end.join(["CHILD,DOB,REVIEW,REVIEW_CODE", "", "900001,,08/09/2025,PN1", ",,,", "900001,,09/03/2026,PN1"])
    found, report = reading(tmp_path, r=text)
    assert [row.line for row in found.children["900001"]] == [3, 5]
    assert report.rows_read == 2


def test_quoted_cells_are_read_and_a_break_inside_one_keeps_the_row_whole(tmp_path: Path) -> None:
    """A comma and a line break inside quotation marks belong to the cell."""
    text = f'{EPISODES},HOME_POST\n"900001",01/04/2019,S,C2,N3,U4,PR1,,,,"Flat 1,\nQX1 1AA"\n900001,01/04/2020,P,C2,N3,U4,PR1,,,,\n'
    found, _report = reading(tmp_path, e=text)
    assert [row.line for row in found.children["900001"]] == [2, 4]


def test_a_list_of_problems_ends_somewhere() -> None:
    """A file of nothing but faults does not fill the memory, and the rest is counted."""
    problems = Problems()
    for row in range(MOST_LISTED + 5):
        problems.add("unreadable_date", "no.", table="Episodes", row=row)
    assert (len(list(problems)), problems.not_listed, len(problems)) == (MOST_LISTED, 5, MOST_LISTED + 5)


def test_an_unknown_code_is_one_problem_however_many_rows_have_it(tmp_path: Path) -> None:
    """With the first row, and the number of rows."""
    rows = "".join(f"{number},01/04/2019,S,C2,N3,Q9,PR1,,,\n" for number in range(900001, 900004))
    _found, report = reading(tmp_path, e=f"{EPISODES}\n{rows}")
    (said,) = [problem for problem in report.problems if problem.code == "unknown_code"]
    assert said.message == 'Episodes, row 2, column PLACE: "Q9" is not a code of the return\'s list. 3 rows have it. It was kept as given.'


# --- XML -------------------------------------------------------------------------------------------------------

WHOLE = """<?xml version="1.0"?>
<SSDA903 xmlns="urn:anything">
 <HEADER>
  <CHILDID>900001</CHILDID><SEX>F</SEX><DOB>2013-03-02</DOB><ETHNIC>BAFR</ETHNIC><UASC>1</UASC><DUC>2031-03-02</DUC>
  <IN_TOUCH>YES</IN_TOUCH><ACTIV>F2</ACTIV><ACCOM>D1</ACCOM><DATE_INT>2025-05-01</DATE_INT>
  <AREVIEW><REVIEW>2025-09-08</REVIEW><REVIEW_CODE>PN1</REVIEW_CODE></AREVIEW>
  <AREVIEW><REVIEW>2026-03-09</REVIEW><REVIEW_CODE>PN3</REVIEW_CODE></AREVIEW>
  <AMISSING><MISSING>M</MISSING><MIS_START>2025-10-11</MIS_START><MIS_END>2025-10-13</MIS_END></AMISSING>
  <OC2><SDQ_SCORE>11</SDQ_SCORE><HEALTH_ASSESSMENT>1</HEALTH_ASSESSMENT></OC2>
  <PERMANENCE><PREV_PERM>P2</PREV_PERM><DATE_PERM>zz/zz/2015</DATE_PERM></PERMANENCE>
  <AD_PLACED><DATE_PLACED>2025-06-01</DATE_PLACED></AD_PLACED>
 </HEADER>
 <EPISODE><CHILDID>900001</CHILDID><DECOM>2019-04-01</DECOM><RNE>S</RNE><LS>C2</LS><CIN>N3</CIN><PL>U4</PL><PL_POST>QX1</PL_POST></EPISODE>
</SSDA903>
"""


def test_the_xml_form_gives_the_rows_of_every_table(tmp_path: Path) -> None:
    """One HEADER holds cells of several tables; CHILDID and PL are CHILD and PLACE."""
    found, report = reading(tmp_path, **{"return.xml": WHOLE})
    tables = sorted(row.table for row in found.children["900001"])
    several = ["AD1", "Episodes", "Header", "Missing", "OC2", "OC3", "PlacedAdoption", "PrevPerm", "Reviews", "Reviews", "UASC"]
    assert tables == several
    assert {row.day("DOB") for row in found.children["900001"] if row.table != "Episodes"} == {date(2013, 3, 2)}
    assert [row.text("PLACE") for row in found.children["900001"] if row.table == "Episodes"] == ["U4"]
    assert next(row.line for row in found.children["900001"] if row.table == "Episodes") == 13
    assert ("Episodes", "PL_POST") in {(one.table, one.field) for one in report.not_imported}
    assert list(report.problems) == []


def test_episodes_inside_an_element_of_their_child_are_that_childs(tmp_path: Path) -> None:
    """Another nesting: one element for each child, and no number in the episode itself."""
    inside = WHOLE.replace("<HEADER>", "<YOUNGPERSON><HEADER>").replace("</SSDA903>", "</YOUNGPERSON></SSDA903>")
    inside = inside.replace("<EPISODE><CHILDID>900001</CHILDID>", "<EPISODE>")
    found, _report = reading(tmp_path, **{"return.xml": inside})
    assert "Episodes" in {row.table for row in found.children["900001"]}


def test_the_folder_above_the_years_is_no_return_and_the_years_are_named(tmp_path: Path) -> None:
    for year in ("2024-25", "2023-24"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "Header.csv").write_text("CHILD\n", encoding="utf-8")
    with pytest.raises(NothingToRead) as refused:
        read_return(tmp_path, today=TODAY, report=Report())
    assert refused.value.sentence.endswith("There are files in 2023-24, 2024-25: bring in one year at a time, the oldest first.")


def test_an_xml_file_without_any_table_is_no_return(tmp_path: Path) -> None:
    """It is XML, and that is all."""
    with pytest.raises(NothingToRead, match="No table of a return"):
        reading(tmp_path, **{"page.xml": "<html><body><p>Hello</p></body></html>"})
