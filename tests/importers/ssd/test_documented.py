"""What the how-to says about the dataset is what the import does."""

import re

from official_file.importers.ssd.table_map import OFF
from tests.environment import ROOT
from tests.importers.ssd.malformed import EXPORTS

PAGE = (ROOT / "docs" / "how-to" / "dataset.md").read_text(encoding="utf-8")
SHOWN_ELSEWHERE = {"doubtful_match", "born_differs", "pupil_number_taken", "child_not_found", "unreadable_file", "cut_off"}


def test_every_code_of_a_problem_is_explained() -> None:
    explained = {code for line in PAGE.splitlines() if line.startswith("| `") for code in re.findall(r"`([a-z_]+)`", line)}
    assert explained == {malformed.problem[3] for malformed in EXPORTS} | SHOWN_ELSEWHERE


def test_every_table_that_is_off_is_named() -> None:
    assert all(f"`{table}`" in PAGE for table in OFF)
