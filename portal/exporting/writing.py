"""From what was gathered to a bag on disk: the facts, the originals, something to read, and a receipt."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from audit.who import Who
from files.bags import DATA, file_digest, finish_bag, whole_or_nothing
from files.models import File
from files.pdf import PdfNotPossible, make_pdf
from files.queries import CHUNK_BYTES, SealBrokenError
from files.storages import sealed
from official_file.exports.checking import FORMAT, RECEIPT, Checked, Heads, check_export
from portal.exporting.gather import Gathered
from portal.exporting.readme import readme
from portal.exporting.summary import ORIGINALS, summary_html


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written: `sha256` is the digest of the bag's tag manifest, to be kept somewhere else."""

    folder: Path
    entries: int
    heads: Heads
    sha256: str
    without_pdf: str = ""


def write_export(gathered: Gathered, out: Path, *, by: Who, now: datetime, pdf: bool = True, replace: bool = False) -> Exported:
    """Write the bag, whole or not at all, and read it back. Raises OSError, SealBrokenError, ExportBroken or FileExistsError."""
    missing = ""
    with whole_or_nothing(out, replace=replace, private=True) as draft:
        data = draft / DATA
        for name, content in gathered.files.items():
            _write(data / name, content)
        for file in gathered.originals:
            _copy_original(file, data / ORIGINALS / file.sha256)
        missing = _write_for_people(data, gathered, now, pdf=pdf)
        _write(data / RECEIPT, _receipt(data, gathered, by, now))
        finish_bag(draft, _info(gathered, now))
        checked: Checked = check_export(draft)
    return Exported(out, checked.entries, checked.heads, checked.sha256, missing)


def contents_of(folder: Path) -> str:
    """The digest of the contents of an export that stands there; "" when none does, or not one that can be read."""
    try:
        said: Any = json.loads((folder / DATA / RECEIPT).read_bytes())
        return str(said["contents"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _write_for_people(data: Path, gathered: Gathered, now: datetime, *, pdf: bool) -> str:
    """README and summary. Returns why there is no PDF, or ""."""
    html = summary_html(gathered, now)
    _write(data / "summary.html", html.encode())
    missing = "" if pdf else "No PDF was asked for."
    if pdf:
        try:
            _write(data / "summary.pdf", make_pdf(html))
        except PdfNotPossible as error:
            missing = str(error)
    _write(data / "README.txt", readme(missing).encode())
    return missing


def _receipt(data: Path, gathered: Gathered, by: Who, now: datetime) -> bytes:
    files = {path.relative_to(data).as_posix(): file_digest(path) for path in sorted(data.rglob("*")) if path.is_file()}
    said: Mapping[str, Any] = {
        "format": FORMAT,
        "child": str(gathered.child.pk),
        "made_at": now.isoformat(),
        "made_by": {"name": by.name, "role": by.role},
        "entries": gathered.entries,
        "heads": gathered.heads,
        "contents": gathered.contents,
        "files": files,
    }
    return (json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()


def _info(gathered: Gathered, now: datetime) -> dict[str, str]:
    return {
        "Bagging-Date": now.date().isoformat(),
        "External-Identifier": str(gathered.child.pk),
        "External-Description": "The whole file of one person who is or was in care. Read data/README.txt first.",
        "Bag-Software-Agent": "Ownstory",
    }


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def _copy_original(file: File, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with sealed().open(file.stored_as) as stored, path.open("wb") as copy:
            for piece in stored.chunks(CHUNK_BYTES):
                copy.write(piece)
    except FileNotFoundError as error:
        raise SealBrokenError(f"File {file.pk} is not in the sealed storage.") from error
    if file_digest(path) != file.sha256:
        raise SealBrokenError(f"File {file.pk} is not what was sealed.")
