"""Small exports for tests: every table with every column, its rows as short as a test can say them."""

import csv
import io
import json
import sqlite3
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.core.management import CommandError, call_command

from audit.who import NIGHTLY_IMPORT
from official_file.importers.report import Report
from official_file.importers.ssd.csv_folder import read_folder
from official_file.importers.ssd.table_map import TABLES
from official_file.importers.ssd_import import import_ssd
from people.models import Child, Identifier
from tests.factories.people import NOW

Cells = dict[str, Any]
AMARA: Cells = {"person_id": "P1", "forename": "Amara", "surname": "Okafor", "sex": "F", "ethnicity": "BAFR", "dob": "2013-03-02"}
TOBI: Cells = {"person_id": "P2", "forename": "Tobenna", "surname": "Okafor", "sex": "M", "ethnicity": "BAFR", "dob": "2010-09-18"}
EPISODE: Cells = {
    "cla_episode_id": "E1",
    "person_id": "P1",
    "cla_episode_start_date": "2017-05-16",
    "cla_episode_start_reason": "S",
    "cla_primary_need_code": "N3",
    "cla_id": "C1",
    "cla_placement_id": "H1",
}
HOME: Cells = {
    "cla_placement_id": "H1",
    "cla_placement_start_date": "2017-05-16",
    "cla_placement_type": "U4",
    "cla_placement_provider": "PR1",
    "cla_id": "C1",
    "person_id": "P1",
}
REVIEW: Cells = {"cla_review_id": "R1", "cla_id": "C1", "cla_review_date": "2017-06-12", "cla_review_participation": "PN1"}
CARE: dict[str, list[Cells]] = {"ssd_cla_episodes": [EPISODE], "ssd_cla_placement": [HOME], "ssd_cla_reviews": [REVIEW]}
WORKER: Cells = {
    "professional_id": "W1",
    "professional_name": "Priya Shah",
    "professional_job_title": "Social Worker",
    "social_worker_registration_no": "SW11",
}
INVOLVED: Cells = {
    "involvements_id": "I1",
    "professional_id": "W1",
    "professional_role_id": "ALLOCATED CASE WORKER",
    "involvement_start_date": "2024-01-08",
    "person_id": "P1",
}


def table_text(name: str, rows: list[Cells], *, leave_out: tuple[str, ...] = (), separator: str = ",") -> str:
    """A table as CSV, with every column but those left out."""
    table = TABLES[name]
    columns = [field.name for field in table.fields if field.name not in leave_out]
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\n")
    writer.writerow([table.full(column) for column in columns])
    writer.writerows([[row.get(column, "") for column in columns] for row in rows])
    return out.getvalue()


def an_export(folder: Path, tables: dict[str, list[Cells]] | None = None, *, people: list[Cells] | None = None) -> Path:
    """A folder with ssd_person (Amara, unless said otherwise) and these tables."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in {"ssd_person": people if people is not None else [AMARA], **(tables or {})}.items():
        (folder / f"{name}.csv").write_text(table_text(name, rows), encoding="utf-8")
    return folder


def bring_in(folder: Path, *, now: datetime = NOW, **options: Any) -> Report:
    """Import the folder, as the night does."""
    report = Report()
    return import_ssd(read_folder(folder, report), report, by=NIGHTLY_IMPORT, now=now, **{"as_of": date(2026, 11, 17), **options})


def run(folder: Path | str | None, report: Path, **options: Any) -> tuple[dict[str, Any], int, str]:
    """Run the command; its report, exit code, and what it said."""
    said, code = io.StringIO(), 0
    arguments = [str(folder)] if folder else []
    try:
        call_command("import_ssd", *arguments, report=str(report), stderr=said, **{"all": True, **options})
    except CommandError as error:
        code = error.returncode
        said.write(str(error))
    return (json.loads(report.read_text(encoding="utf-8")) if report.exists() and report.stat().st_size else {}), code, said.getvalue()


def child_of(person: str) -> Child:
    """The child whom the dataset knows by this number."""
    return Child.objects.get(identifiers__source="ssd", identifiers__key=person)


def persons() -> tuple[str, ...]:
    """The numbers of the dataset of everybody who is in the portal."""
    return tuple(Identifier.objects.filter(source="ssd").order_by("key").values_list("key", flat=True))


def as_database(folder: Path, path: Path) -> Path:
    """The tables of a folder in an SQLite database."""
    with closing(sqlite3.connect(path)) as database:
        for file in sorted(folder.glob("*.csv")):
            headings, *rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
            database.execute(f'CREATE TABLE "{file.stem}" ({", ".join(headings)})')
            marks = ", ".join("?" * len(headings))
            database.executemany(f'INSERT INTO "{file.stem}" VALUES ({marks})', [[cell or None for cell in row] for row in rows])
        database.commit()
    return path
