"""What the how-to says about imports is what they do."""

import re

from files.reading.findings import FINDINGS
from official_file.importers.manifests.columns import COLUMNS
from official_file.importers.notes.schema import SCHEMA, types
from official_file.importers.signed import SIGNED_AHEAD
from tests.actions.test_import_case_notes import LINES
from tests.environment import ROOT
from tests.importers.malformed import RETURNS

PAGE = (ROOT / "docs" / "how-to" / "import.md").read_text(encoding="utf-8")
FROM_RETURNS = {malformed.problem[3] for malformed in RETURNS}
FROM_NOTES = {re.sub(r"^schema_.*", "schema_...", problem[3]) for _name, _line, problem in LINES}


def test_every_code_of_a_problem_is_explained() -> None:
    """An operator finds what to do, and no explanation is of a code that is gone."""
    explained = {code for line in PAGE.splitlines() if line.startswith("| `") for code in re.findall(r"`([a-z_.]+)`", line)}
    shown_elsewhere = {"before_birth", "born_differs", "day_to_come", "ending_without_day", "no_place", "death_without_day"}
    assert explained == FROM_RETURNS | FROM_NOTES | shown_elsewhere | {"pupil_number_taken", "unreadable_file", SIGNED_AHEAD}


def test_the_schema_that_is_published_is_the_one_that_is_used_and_it_is_shipped() -> None:
    """One file: published under docs/reference, read by the importer, part of the container."""
    assert SCHEMA == ROOT / "docs" / "reference" / "case-notes.schema.json"
    assert {"person", "worker", "home", "visit"} <= set(types())
    left_out = (ROOT / ".dockerignore").read_text(encoding="utf-8").split()
    assert not [pattern for pattern in left_out if pattern.startswith(("docs", "**/*.json", "*.json"))]


def test_every_code_of_a_document_is_explained() -> None:
    """The same for documents: each code that an import can say, and no other."""
    page = (ROOT / "docs" / "how-to" / "documents.md").read_text(encoding="utf-8")
    table = page.split("## What the report says")[1]
    explained = {code for line in table.splitlines() if line.startswith("| `") for code in re.findall(r"`([a-z_]+)`", line.split("|")[1])}
    folder = ROOT / "official_file" / "importers"
    sources = [*(folder / "manifests").glob("*.py"), folder / "import_documents.py"]
    said = re.compile(r'(?:NotFetched\(|problems\.add\(|_Fault\("?\w*"?, |run\.problem\(line, |code, what = \(|else \()"([a-z_]+)"')
    found = {code for source in sources for code in said.findall(source.read_text(encoding="utf-8"))}
    assert explained - {"not_read"} == found | set(FINDINGS) | {SIGNED_AHEAD}


def test_every_column_of_a_manifest_is_explained() -> None:
    """And every column there is."""
    page = (ROOT / "docs" / "how-to" / "documents.md").read_text(encoding="utf-8")
    cells = [line.split("|")[1] for line in page.split("## What is taken")[0].splitlines() if line.startswith("| `")]
    assert {name for cell in cells for name in re.findall(r"`(\w+)`", cell)} == set(COLUMNS)
