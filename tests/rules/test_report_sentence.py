"""The one sentence an import says at the terminal: what somebody who reads only this must not miss."""

from official_file.importers.report import Report


def test_it_says_what_is_gone_who_was_not_found_and_what_nobody_may_overlook() -> None:
    report = Report(rows_read=9, more={"gone": 8, "there_again": 0, "children_file": {"asked": 3, "not_found": ["777"]}})
    report.problems.add("missing_table", "this table is not in the export.", table="ssd_cin_plans", row=1)
    report.problems.add("cut_off", "only 3 of the 11 rows are in this export.", table="ssd_cla_visits", row=1)
    assert report.sentence().split(". ", 2)[2] == (
        "Entries: 0 added, 0 superseded, 0 unchanged, 8 no longer there, closed until a worker has looked. "
        "Of the 3 numbers asked for, 1 is nobody's in the export. "
        "2 problems: the report (--report F) and the page Imports list them. "
        "ssd_cla_visits, row 1: only 3 of the 11 rows are in this export."
    )


def test_it_counts_one_problem_as_one() -> None:
    report = Report()
    assert report.sentence().endswith("No problems.")
    report.problems.add("missing_table", "this table is not in the export.", table="ssd_cin_plans", row=1)
    assert report.sentence().endswith("1 problem: the report (--report F) and the page Imports list it.")
