"""Lines of case notes -> records that fit the published schema; every line that does not is a problem and nothing else.

    read_lines(Path("notes.jsonl"), report)   ->   NoteLine(number=12, said={"type": "visit", "child": "900001", ...}), ...

Words are kept as they were written, with line breaks as LF. U+0000 and lone surrogates are refused: no text holds them.
"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

from official_file.importers.notes.schema import faults_of, types
from official_file.importers.report import Report

LONGEST_LINE = 4_000_000  # bytes; the longest text the schema allows is 500,000 characters
NO_TEXT_HOLDS = re.compile("[\x00\ud800-\udfff]")
NOBODY_KNOWS = "notes"  # the table, when a line does not say what it is
BYTE_ORDER_MARK = b"\xef\xbb\xbf"
# (type, from, to): the days that must come in order.
PERIODS = {"worker": ("from", "to"), "home": ("from", "to")}
PERIOD_OF_A_RECORD = ("date", "date_to")


@dataclass(frozen=True, slots=True)
class NoteLine:
    """One line that fits the schema: its number in the file, what it says, how long it is in bytes, and their digest."""

    number: int
    said: dict[str, Any]
    size: int
    digest: bytes

    @property
    def type(self) -> str:
        """Person, worker, visit and so on."""
        return str(self.said["type"])

    @property
    def child(self) -> str:
        """The council's number for the young person it is about."""
        return str(self.said["child"])

    @property
    def key(self) -> str:
        """The key of its entry in this source; empty for a person."""
        return f"{self.child}/{self.said['key']}" if "key" in self.said else ""


class _Refused(ValueError):
    """A line that cannot be read: code and sentence."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


def read_lines(path: Path, report: Report, refused: set[str]) -> Iterator[NoteLine]:
    """Every line that fits. `refused` gathers the young people of lines that do not. Raises OSError."""
    with path.open("rb") as file:
        for number, raw in _raw_lines(file):
            try:
                said = _parsed(raw)
            except _Refused as refusal:
                report.count_row(NOBODY_KNOWS)
                report.problems.add(refusal.code, refusal.sentence, table=NOBODY_KNOWS, row=number)
                continue
            report.count_row(_table(said))
            if _report_faults(said, number, report):
                refused.update(_named(said))
            else:
                yield from _note_lines(number, said, raw)


def _note_lines(number: int, said: dict[str, Any], raw: bytes) -> Iterator[NoteLine]:
    """The line as one record; a line about several children as one for each, with that child's part and nobody else's."""
    parts = said.get("children")
    if parts is None:
        yield NoteLine(number, said, len(raw), hashlib.sha256(raw.strip()).digest())
        return
    common = {name: said[name] for name in said if name != "children"}
    for part in parts:
        text = "\n\n".join(filter(None, (common.get("text"), part.get("text"))))
        own = {**common, **part, "text": text, "shared": True}
        yield NoteLine(number, own, len(raw) // len(parts), hashlib.sha256(json.dumps(own, sort_keys=True).encode()).digest())


def _raw_lines(file: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 0
    while raw := file.readline(LONGEST_LINE):
        number += 1
        whole = raw
        while len(raw) == LONGEST_LINE and not raw.endswith(b"\n"):
            raw = file.readline(LONGEST_LINE)
            whole = whole[:LONGEST_LINE] + b"\n"  # one byte too many says that it was too long
        if number == 1:
            whole = whole.removeprefix(BYTE_ORDER_MARK)
        if whole.strip():
            yield number, whole


def _parsed(raw: bytes) -> dict[str, Any]:
    if len(raw) > LONGEST_LINE:
        raise _Refused("too_long", f"this line is longer than {LONGEST_LINE} bytes. It was left out.")
    try:
        said = json.loads(raw.decode("utf-8"), parse_constant=_no_number)
    except UnicodeDecodeError:
        raise _Refused("encoding", "this line is not UTF-8. Export the file as UTF-8. The line was left out.") from None
    except (ValueError, RecursionError):
        raise _Refused("not_json", "this line is not one JSON object. It was left out.") from None
    if not isinstance(said, dict):
        raise _Refused("not_json", "this line is not one JSON object. It was left out.")
    return _with_plain_breaks(said)


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _with_plain_breaks(said: dict[str, Any]) -> dict[str, Any]:
    """Line breaks as LF, as everywhere in the file; nothing else is touched."""
    text, parts = said.get("text"), said.get("children")
    changed: dict[str, Any] = {}
    if isinstance(text, str):
        changed["text"] = text.replace("\r\n", "\n").replace("\r", "\n")
    if isinstance(parts, list):
        changed["children"] = [_with_plain_breaks(part) if isinstance(part, dict) else part for part in parts]
    return said | changed if changed else said


def _named(said: dict[str, Any]) -> Iterator[str]:
    """The young people a line is about, as far as it can be read."""
    parts = said.get("children")
    for one in [said, *(parts if isinstance(parts, list) else ())]:
        if isinstance(one, dict) and "child" in one:
            yield str(one["child"])


def _table(said: dict[str, Any]) -> str:
    return str(said["type"]) if said.get("type") in types() else NOBODY_KNOWS


def _report_faults(said: dict[str, Any], number: int, report: Report) -> bool:
    table = _table(said)
    found = [(fault.code, fault.column, fault.sentence) for fault in faults_of(said)] or list(_more_faults(said))
    for code, column, sentence in found:
        report.problems.add(code, f"{sentence} The line was left out.", table=table, row=number, column=column[:100])
    return bool(found)


def _more_faults(said: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What a schema cannot say: characters that no text holds, and days out of order."""
    for column in said:
        if _holds_no_text(said[column]):
            yield "unreadable_character", column, "there is a character here that no text holds (U+0000 or half of a pair)."
    parts = said.get("children", ())
    if len({part["child"] for part in parts}) < len(parts):
        yield "child_twice", "children", "the same child is named twice in this line."
    if any(not said.get("text") and not part.get("text") for part in parts):
        yield "schema_required", "children", "there are neither words for all nor words for this child."
    periods = [(said, PERIODS.get(said["type"], PERIOD_OF_A_RECORD), "")]
    periods += [(name, ("from", "to"), f"names[{at}].") for at, name in enumerate(said.get("names", []))]
    for part, (first, last), where in periods:
        begun, ended = part.get(first), part.get(last)
        if begun and ended and date.fromisoformat(ended) < date.fromisoformat(begun):
            yield "end_before_start", f"{where}{last}", "this ends before it begins."


def _holds_no_text(value: Any) -> bool:
    if isinstance(value, str):
        return bool(NO_TEXT_HOLDS.search(value))
    if isinstance(value, dict):
        return any(map(_holds_no_text, value.values()))
    return isinstance(value, list) and any(map(_holds_no_text, value))
