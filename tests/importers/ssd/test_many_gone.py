"""A table that loses too much in one night was rather cut off: nothing of it is taken for gone until an operator says so."""

from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from official_file.importers.report import Report
from official_file.models import EntryNow, SourceChange
from tests.factories.people import NOW
from tests.importers.ssd.exports import AMARA, CARE, Cells, an_export, bring_in, run

pytestmark = [pytest.mark.django_db, pytest.mark.database]
PEOPLE = [{**AMARA, "person_id": f"P{number}"} for number in range(6)]
VISITS: list[Cells] = [
    {"cla_visit_id": f"V{number}", "person_id": f"P{number % 6}", "cla_visit_date": f"2025-{number % 12 + 1:02}-{number // 12 + 1:02}"}
    for number in range(60)
]


def a_night(folder: Path, day: int, visits: list[Cells], *, people: list[Cells] | None = None, **options: Any) -> Report:
    """The export of that night: homes and reviews as ever, and these visits."""
    export = an_export(folder, {**CARE, "ssd_cla_visits": visits}, people=PEOPLE if people is None else people)
    return bring_in(export, now=NOW + timedelta(days=day), as_of=date(2026, 11, 17 + day), **options)


def said(report: Report) -> list[str]:
    """What the report says about tables that lost too much."""
    return [problem.message for problem in report.problems if problem.code == "cut_off"]


def gone() -> int:
    """How many entries are gone from the council's system."""
    return EntryNow.objects.filter(gone_since__isnull=False).count()


@pytest.mark.need("M15")
def test_a_table_that_was_cut_off_takes_nothing_away_and_the_report_names_it_and_the_numbers(tmp_path: Path) -> None:
    """Everything else of the night goes in; and when the table is whole again, nothing has happened."""
    a_night(tmp_path, 0, VISITS)
    new = {"cla_visit_id": "V99", "person_id": "P1", "cla_visit_date": "2026-11-02"}
    cut = a_night(tmp_path, 1, [*VISITS[:36], new])
    assert said(cut) == [
        "ssd_cla_visits, row 1: 24 of 60 rows that were known are not in this export: more than 10 in 100. Nothing of this "
        "table was taken for gone. Look whether it was cut off. When it is true, run the import again with --really-gone ssd_cla_visits."
    ]
    assert (cut.more["gone"], cut.entries["added"], gone()) == (0, 1, 0)
    assert said(a_night(tmp_path, 2, [*VISITS, new])) == []
    assert not SourceChange.objects.exists()


def test_an_operator_says_that_it_is_true_and_the_next_night_is_as_ever(tmp_path: Path) -> None:
    a_night(tmp_path, 0, VISITS)
    assert len(said(a_night(tmp_path, 1, VISITS[:20]))) == 1
    true = a_night(tmp_path, 2, VISITS[:20], really_gone=["ssd_cla_visits"])
    assert (said(true), true.more["gone"], gone()) == ([], 40, 40)
    again = a_night(tmp_path, 3, VISITS[:20])
    assert (said(again), again.more["gone"]) == ([], 0), "what is gone already is not counted again"


@pytest.mark.parametrize(
    ("left", "settings_of_council", "vanished"),
    [
        pytest.param(41, {}, 19, id="fewer than 20 rows"),
        pytest.param(40, {}, 0, id="20 rows"),
        pytest.param(40, {"SSD_MOST_GONE_PERCENT": 40}, 20, id="the council allows 40 in 100"),
        pytest.param(53, {"SSD_MOST_GONE_ROWS": 5}, 0, id="the council allows fewer than 5 rows"),
        pytest.param(54, {"SSD_MOST_GONE_ROWS": 5}, 6, id="not more than 10 in 100"),
    ],
)
def test_both_limits_are_the_councils(left: int, settings_of_council: dict[str, int], vanished: int, tmp_path: Path, settings: Any) -> None:
    for name, value in settings_of_council.items():
        setattr(settings, name, value)
    a_night(tmp_path, 0, VISITS)
    assert a_night(tmp_path, 1, VISITS[:left]).more["gone"] == vanished


def test_rows_of_people_who_are_not_in_the_export_count_as_well(tmp_path: Path) -> None:
    """Two of six people are missing, and so is a third of their visits: nobody's visits are taken for gone."""
    a_night(tmp_path, 0, VISITS)
    report = a_night(tmp_path, 1, [one for one in VISITS if one["person_id"] not in ("P4", "P5")], people=PEOPLE[:4])
    assert len(said(report)) == 1
    assert not EntryNow.objects.filter(kind="visit_held", gone_since__isnull=False).exists()


def test_what_is_there_again_is_there_again_while_the_table_is_doubted(tmp_path: Path) -> None:
    a_night(tmp_path, 0, VISITS)
    a_night(tmp_path, 1, VISITS[:55])
    assert gone() == 5
    report = a_night(tmp_path, 2, VISITS[25:])
    assert (len(said(report)), report.more["gone"], report.more["there_again"], gone()) == (1, 0, 5, 0)


def test_rows_that_are_there_and_cannot_be_read_are_not_missing(tmp_path: Path) -> None:
    a_night(tmp_path, 0, VISITS)
    report = a_night(tmp_path, 1, [{**one, "cla_visit_date": "a Tuesday"} for one in VISITS])
    assert (said(report), report.more["gone"]) == ([], 0)


def test_the_command_takes_the_operators_word_for_a_table_that_there_is(tmp_path: Path) -> None:
    folder, report = tmp_path / "export", tmp_path / "r.json"
    a_night(folder, 0, VISITS)
    an_export(folder, {**CARE, "ssd_cla_visits": VISITS[:10]}, people=PEOPLE)
    _report, code, words = run(folder, report, as_of=date(2026, 11, 18), really_gone=["visitors"])
    assert (code, "visitors is not a table of the dataset" in words) == (2, True)
    written, code, _words = run(folder, report, as_of=date(2026, 11, 18), really_gone=["cla_visits"])
    assert (code, written["gone"]) == (0, 50)
