"""Reads the demonstration council's files as they lie in the repository: no database, no product code."""

import csv
import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "demonstration"
SCHEMA = ROOT / "docs" / "reference" / "case-notes.schema.json"
CODES = ROOT / "official_file" / "plain_language" / "codes.json"
TODAY = dt.date(2026, 11, 22)
YEARS = ("2023-24", "2024-25", "2025-26")
WRITTEN = ("visit", "letter", "review", "plan", "decision", "assessment", "note", "why_letter", "pen_picture")


def day(text: str) -> dt.date:
    """A date of a return, DD/MM/YYYY."""
    of_month, month, year = text.split("/")
    return dt.date(int(year), int(month), int(of_month))


@cache
def table(year: str, name: str) -> list[dict[str, str]]:
    """The rows of one table of one year; none when the council had nothing to put in it."""
    path = FOLDER / "ssda903" / year / f"{name}.csv"
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def over_years(name: str) -> list[tuple[str, dict[str, str]]]:
    """Every row of a table with its year, oldest year first."""
    return [(year, row) for year in YEARS for row in table(year, name)]


def episodes() -> dict[str, list[dict[str, str]]]:
    """Each child's episodes as the newest return that has them tells them, oldest first."""
    newest: dict[tuple[str, str, str], dict[str, str]] = {}
    for _, row in over_years("episodes"):
        newest[row["CHILD"], row["DECOM"], row["RNE"]] = row
    lives: dict[str, list[dict[str, str]]] = {}
    for row in sorted(newest.values(), key=lambda row: (row["CHILD"], day(row["DECOM"]))):
        lives.setdefault(row["CHILD"], []).append(row)
    return lives


@cache
def lines() -> list[dict[str, Any]]:
    """Every record of the case notes, in the file's order."""
    return [json.loads(line) for line in (FOLDER / "case_notes.jsonl").read_text(encoding="utf-8").splitlines()]


def people() -> dict[str, dict[str, Any]]:
    """The person lines by child number."""
    return {line["child"]: line for line in lines() if line["type"] == "person"}


def written() -> list[dict[str, Any]]:
    """The written records: everything but people and workers."""
    return [line for line in lines() if line["type"] in WRITTEN]


def workers() -> list[dict[str, Any]]:
    """The worker lines."""
    return [line for line in lines() if line["type"] == "worker"]


def name_of(record: dict[str, Any]) -> str:
    """How a failing test names a record."""
    return f"{record['child']} {record.get('key', record['type'])} ({record.get('date')})"


def staff_file() -> dict[str, Any]:
    """demonstration/people.json."""
    loaded: dict[str, Any] = json.loads((FOLDER / "people.json").read_text(encoding="utf-8"))
    return loaded
