"""The one sentence an import says at the terminal: what somebody who reads only this must not miss."""

from official_file.importers.report import Report


def test_it_says_what_is_gone_who_was_not_found_and_what_nobody_may_overlook() -> None:
    report = Report(rows_read=9, more={"gone": 8, "there_again": 0, "children_file": {"asked": 3, "not_found": ["777"]}})
    report.problems.add("missing_table", "this table is not in the export.", table="ssd_cin_plans", row=1)
    report.problems.add("cut_off", "only 3 of the 11 rows are in this export.", table="ssd_cla_visits", row=1)
    assert report.sentence().split(". ", 2)[2] == (
        "Entries: 0 added, 0 superseded, 0 unchanged, 8 no longer there, closed until a worker has looked. "
        "Of the 3 numbers asked for, 1 is nobody's in the export. "
        "1 problem: the report (--report F) and the page Imports list it. 1 table is not in this delivery. "
        "ssd_cla_visits, row 1: only 3 of the 11 rows are in this export."
    )


def test_it_counts_one_problem_as_one() -> None:
    report = Report()
    assert report.sentence().endswith("No problems.")
    report.problems.add("unreadable_date", "this is no day.", table="ssd_person", row=2)
    assert report.sentence().endswith("1 problem: the report (--report F) and the page Imports list it.")


def test_tables_that_a_council_never_makes_are_no_problems() -> None:
    report = Report()
    for table in ("ssd_cin_plans", "ssd_mother"):
        report.problems.add("missing_table", "this table is not in the export.", table=table, row=1)
    assert report.sentence().endswith("No problems. 2 tables are not in this delivery.")
    assert len(report.as_json()["problems"]) == 2  # the report lists them as ever
    for table in ("ssd_person", "Episodes"):
        report.problems.add("missing_table", "this table is needed.", table=table, row=1)
    assert "2 problems: the report (--report F) and the page Imports list them. 2 tables" in report.sentence()
