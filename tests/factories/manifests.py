"""A folder of papers with its manifest, as a council's export writes it; and reading what was brought in."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from audit.who import THE_PORTAL
from official_file.actions.read_document import read_document
from official_file.importers.import_documents import import_documents
from official_file.importers.report import Report
from official_file.models import EntryFile, EntryNow
from people.models import Child
from tests.cast import NOW

PAPER = {
    "child": "900001",
    "date": "2024-02-03",
    "type": "letter",
    "title": "A letter to the school",
    "author": "Priya Shah",
    "author_role": "social worker",
    "written_on": "2024-02-04",
}


def a_folder(folder: Path, files: dict[str, bytes], **facts: str) -> Path:
    """Write these files, and a manifest with a line for each. Returns the manifest."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    return a_manifest(folder, [PAPER | {"file": name} | facts for name in files])


def a_manifest(folder: Path, lines: Iterable[dict[str, Any]]) -> Path:
    """Write a manifest of these lines. Returns where."""
    lines = list(lines)
    path = folder / "manifest.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys(name for line in lines for name in line)))
        writer.writeheader()
        writer.writerows(lines)
    return path


def brought_in(path: Path, *, read: bool = False) -> Report:
    """Bring the manifest in. `read`: and read every document of it."""
    report = import_documents(path, by=THE_PORTAL, now=NOW)
    if read:
        for one in EntryFile.objects.filter(file__reading__state="waiting").select_related("file"):
            read_document(file=one.file, by=THE_PORTAL, now=NOW)
    return report


def a_document(child: Child, folder: Path, content: bytes, name: str = "letter.pdf", *, read: bool = True, **facts: str) -> EntryNow:
    """One document of this child, brought in and read. Returns how its entry stands."""
    number = child.identifiers.get(source="ssda903").key
    brought_in(a_folder(folder, {name: content}, child=number, **facts), read=read)
    found: EntryNow = EntryNow.objects.filter(child=child, kind="document", superseded_by=None).order_by("entry__position").last()
    return found
