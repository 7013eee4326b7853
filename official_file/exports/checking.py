"""Is this export whole? Every byte against its digest, every link of both chains against its content.

    check_export(Path("out"))   ->   Checked(child="3f2b...", entries=212, heads={...}, sha256="...")

Nothing of an installation is needed: a stranger with the folder and this file of Python can ask the same.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from audit.canonical import canonical, digest, sha256
from audit.chains import first_broken
from files.bags import DATA, BagBroken, check_bag, file_digest
from official_file.exports.lines import read_lines

FORMAT = 1
RECEIPT, CHAIN, AUDIT, DISPOSALS = "receipt.json", "chain.jsonl", "audit.jsonl", "tables/disposals.jsonl"
Heads = dict[str, dict[str, Any]]


class ExportBroken(Exception):
    """The export is not whole. `name`: the file; `position`: the link of a chain, 0 for a file; `why`: a sentence."""

    def __init__(self, name: str, why: str, position: int = 0) -> None:
        super().__init__(f"{name}: {why}")
        self.name, self.why, self.position = name, why, position


@dataclass(frozen=True, slots=True)
class Checked:
    """A whole export: whose, how many entries, where its chains end, and the digest of its tag manifest."""

    child: str
    entries: int
    heads: Heads
    sha256: str
    receipt: dict[str, Any]


def check_export(folder: Path) -> Checked:
    """Read everything and compare. Raises ExportBroken, naming the first thing that is not as it was written."""
    try:
        tags = check_bag(folder)
    except BagBroken as broken:
        raise ExportBroken(broken.name.removeprefix(f"{DATA}/"), broken.why) from None
    receipt = _receipt(folder)
    _check_listed(folder, receipt["files"])
    try:
        chain, audit, disposed = (list(read_lines((folder / DATA / name).read_bytes())) for name in (CHAIN, AUDIT, DISPOSALS))
        heads = {"file": check_chain(chain, {row["entry_id"] for row in disposed}), "audit": check_audit(audit)}
    except (OSError, ValueError, KeyError, TypeError):
        raise ExportBroken(CHAIN, "It cannot be read.") from None
    if heads != receipt["heads"]:
        raise ExportBroken(RECEIPT, "The chains do not end where the receipt says.")
    return Checked(receipt["child"], len(chain), heads, tags, receipt)


def check_chain(chain: Iterable[Mapping[str, Any]], disposed: Collection[str]) -> dict[str, Any]:
    """Where the chain of entries ends. Raises ExportBroken for the first link or content that is not as it was stored."""
    rows = list(chain)
    broken = first_broken([(row["position"], row["previous"], row["link"], row["id"], row["payload_digest"]) for row in rows])
    if broken:
        raise ExportBroken(CHAIN, broken[1], broken[0])
    for row in rows:
        if row["body"] is None and row["id"] not in disposed:
            raise ExportBroken(CHAIN, "Its content is gone and nobody recorded a lawful disposal.", row["position"])
        if row["body"] is not None and sha256(canonical(row["body"])) != row["payload_digest"]:
            raise ExportBroken(CHAIN, "Its content is not what was stored when it was added.", row["position"])
    return _head(rows)


def check_audit(audit: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """Where the audit ends. Raises ExportBroken for the first line that is not as it was stored."""
    rows = list(audit)
    broken = first_broken([(row["position"], row["previous"], row["link"], row["id"], digest(_said(row))) for row in rows])
    if broken:
        raise ExportBroken(AUDIT, broken[1], broken[0])
    return _head(rows)


def _said(row: Mapping[str, Any]) -> dict[str, Any]:
    """What the link of one line of the audit covers: `audit.models.AuditEvent.payload`."""
    return {
        "event": row["event"],
        "at": row["at"],
        "child": row["child"],
        "by": [row["by_name"], row["by_role"], row["by_user"]],
        "about": [row["about_type"], row["about_id"]],
        "facts": row["facts"],
    }


def _head(rows: list[Mapping[str, Any]]) -> dict[str, Any]:
    return {"position": len(rows), "link": rows[-1]["link"] if rows else ""}


def _receipt(folder: Path) -> dict[str, Any]:
    try:
        found: dict[str, Any] = json.loads((folder / DATA / RECEIPT).read_bytes())
        if found["format"] != FORMAT:
            raise ExportBroken(RECEIPT, f"It is of format {found['format']}; this version reads format {FORMAT}.")
        if not (isinstance(found["child"], str) and isinstance(found["files"], dict) and isinstance(found["heads"], dict)):
            raise TypeError
    except (OSError, ValueError, KeyError, TypeError):
        raise ExportBroken(RECEIPT, "It is missing, or not the receipt of an export.") from None
    return found


def _check_listed(folder: Path, listed: Mapping[str, str]) -> None:
    """Everything in the bag but the receipt is in the receipt, with its digest."""
    data = folder / DATA
    there = {path.relative_to(data).as_posix(): path for path in data.rglob("*") if path.is_file()}
    for name in sorted((there.keys() | listed.keys()) - {RECEIPT}):
        if name not in there or name not in listed:
            raise ExportBroken(name, "The receipt and the bag do not hold the same files.")
        if file_digest(there[name]) != listed[name]:
            raise ExportBroken(name, "It is not what the receipt says.")
