"""The one line at the end of `make test` counts what pytest counted."""

import pytest

from scripts.counted import Counted, read_junit

JUNIT = """<?xml version="1.0"?><testsuites><testsuite tests="12" failures="2" errors="1" skipped="3"/></testsuites>"""


def test_failures_and_errors_count_as_failed(tmp_path) -> None:
    (tmp_path / "tests.xml").write_text(JUNIT)
    assert read_junit(tmp_path / "tests.xml") == Counted(passed=6, failed=3, skipped=3)


def test_counts_add_up() -> None:
    assert Counted(1, 2, 3) + Counted(10, 20, 30) == Counted(11, 22, 33)


def test_a_run_that_wrote_nothing_is_not_taken_for_a_good_one(tmp_path) -> None:
    with pytest.raises(OSError, match="No such file"):
        read_junit(tmp_path / "tests.xml")
