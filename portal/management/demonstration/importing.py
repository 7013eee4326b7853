"""What the council's own system handed over: three returns, the notes, the notes written since, and the dataset."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from audit.who import NIGHTLY_IMPORT
from law.working_time import london_day
from official_file.importers.case_notes import import_case_notes
from official_file.importers.report import Report
from official_file.importers.services_around import import_services
from official_file.importers.ssd.csv_folder import read_folder
from official_file.importers.ssd_import import import_ssd
from official_file.importers.ssda903 import import_return
from portal.management.demonstration.council import FOLDER, Council, notes, returns

FIRST_DAY = 30  # days ago: everything the system held then; last night: what was written since
AN_HOUR = timedelta(hours=1)
SERVICES = "services"
DATASET, DATASET_DAY = "ssd", date(2026, 11, 21)


def import_returns(council: Council) -> None:
    """The returns, oldest year first, an hour apart."""
    for hours, folder in enumerate(returns()):
        import_return(folder, by=NIGHTLY_IMPORT, now=council.days_ago(FIRST_DAY + 1) + hours * AN_HOUR)


def import_notes(council: Council) -> None:
    """The notes in two nights, as they grow: the second file holds the first, and only what is new is added."""
    first = council.days_ago(FIRST_DAY)
    with _written_by(first) as path:
        import_case_notes(path, by=NIGHTLY_IMPORT, now=first)
    import_case_notes(FOLDER / "case_notes.jsonl", by=NIGHTLY_IMPORT, now=council.now)


def import_dataset(council: Council) -> None:
    """The dataset as the council's system wrote it the night before last: everybody, because everybody here was made up."""
    report = Report()
    then = council.now - AN_HOUR
    import_ssd(read_folder(FOLDER / DATASET, report), report, by=NIGHTLY_IMPORT, now=then, as_of=min(DATASET_DAY, london_day(then)))


def import_services_around(council: Council) -> None:
    """The tables of the twelve services, one after the other."""
    for table in sorted((FOLDER / SERVICES).glob("*.csv")):
        import_services(table, by=NIGHTLY_IMPORT, now=council.now)


@contextmanager
def _written_by(moment: datetime) -> Iterator[Path]:
    """The notes as they were at that moment, in a file of their own."""
    day = london_day(moment).isoformat()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case_notes.jsonl"
        lines = (json.dumps(line, ensure_ascii=False) for line in notes() if _day_of(line) <= day)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        yield path


def _day_of(line: dict[str, Any]) -> str:
    """The day a line was in the system: when it was written, else when it happened; a person has been there always."""
    return line.get("written_on") or line.get("date") or line.get("from") or ""
