"""The public made-up returns: random lives, so good for seeing that nothing breaks. Skipped where they are not."""

from collections import Counter
from pathlib import Path

import pytest

from audit.who import NIGHTLY_IMPORT
from official_file.importers.ssda903 import import_return
from official_file.models import Entry
from official_file.verify import verify
from people.models import Child
from tests.environment import ROOT
from tests.factories.people import NOW

RETURNS = ROOT.parent / "shared" / "data" / "ssda903"
YEARS = ("2019", "2020", "2021")

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.database,
    pytest.mark.slow,
    pytest.mark.skipif(not RETURNS.is_dir(), reason="the public returns are not on this machine"),
]


def rows_of(folder: Path) -> int:
    """How many rows the tables hold, without their first ones."""
    return sum(len(table.read_text(encoding="utf-8-sig").splitlines()) - 1 for table in folder.glob("*.csv"))


def test_three_years_go_in_one_after_the_other_and_again_without_a_change() -> None:
    """Deaths followed by life, two homes at once, reviews to come: kept as given and reported, never refused."""
    seen = Counter[str]()
    for year in YEARS:
        report = import_return(RETURNS / year, by=NIGHTLY_IMPORT, now=NOW)
        assert report.rows_read == rows_of(RETURNS / year)
        assert report.children["refused"] == 0
        seen.update(problem.code for problem in report.problems)
        before = Entry.objects.count()
        again = import_return(RETURNS / year, by=NIGHTLY_IMPORT, now=NOW)
        assert (again.entries["added"], again.entries["superseded"], again.children["updated"]) == (0, 0, 0)
        assert Entry.objects.count() == before
    assert {"ending_without_day", "death_without_day", "two_open_episodes", "day_to_come", "unknown_code"} <= set(seen)
    assert verify(list(Child.objects.all())) == (Entry.objects.count(), None)


def test_later_years_correct_what_earlier_ones_left_open() -> None:
    """Next year's return updates by adding."""
    first, *later = [import_return(RETURNS / year, by=NIGHTLY_IMPORT, now=NOW) for year in YEARS]
    assert first.entries["superseded"] == 0
    assert all(report.entries["superseded"] > 100 and report.children["added"] == 0 for report in later)
