"""The tables of the dataset with their columns and types, and a row as the generator makes it."""

import csv
from datetime import date, datetime
from functools import cache
from pathlib import Path
from typing import Any

FIELDS = Path(__file__).with_name("fields.csv")
Row = tuple[str, dict[str, Any]]  # the table, and a value by column; a column that is left out is null

PRIMARY = {  # the column by which a row is known; the tables that declare none have one in practice
    "ssd_department": "dept_team_id",
    "ssd_involvements": "invo_involvements_id",
    "ssd_family": "fami_table_id",
    "ssd_mother": "moth_table_id",
    "ssd_pre_proceedings": "prep_table_id",
    "ssd_cla_immunisations": "clai_person_id",
    "ssd_disability": "disa_table_id",
    "ssd_immigration_status": "immi_immigration_status_id",
    "ssd_api_data_staging": "id",
    "ssd_version_log": "version_number",
}


@cache
def tables() -> dict[str, dict[str, str]]:
    """Each table with its columns and their types, in the order of the specification."""
    found: dict[str, dict[str, str]] = {}
    with FIELDS.open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["table"], {})[row["field"]] = row["type"].lower()
    return found


@cache
def primary_of(table: str) -> str:
    """The column by which a row of this table is known."""
    return PRIMARY.get(table) or next(iter(tables()[table]))


def key_of(row: Row) -> tuple[str, str]:
    """The table and the value by which this row is known in it."""
    return row[0], str(row[1][primary_of(row[0])])


def as_text(value: Any) -> str:
    """A value as a CSV export writes it."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    return f"{value.isoformat()} 00:00:00" if isinstance(value, date) else str(value)


def in_order(table: str, values: dict[str, Any]) -> list[Any]:
    """The values in the order of the table's columns. Raises KeyError for a column the table does not have."""
    columns = tables()[table]
    if unknown := values.keys() - columns.keys():
        raise KeyError(f"{table} has no {sorted(unknown)}")
    return [values.get(name) for name in columns]
