from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audit.who import NIGHTLY_IMPORT
from official_file.importers.at_the_terminal import NOTHING_READ, Progress, ReportFile, add_report_options, alone, progress_bar
from official_file.importers.report import Report
from official_file.importers.ssd.asked import asked_for
from official_file.importers.ssd.csv_folder import read_folder
from official_file.importers.ssd.database import read_database
from official_file.importers.ssd.exported import NothingToRead, Source, SourceStopped
from official_file.importers.ssd.field_list import field_list
from official_file.importers.ssd.origin import SYSTEM
from official_file.importers.ssd.table_map import OFF, table_called
from official_file.importers.ssd_import import import_ssd
from official_file.management.checks import OF_RECORDS

STOPPED = 1
WHOM = (
    "Say whom to bring in: --children FILE with one number a line (those who are invited, or who asked for their file), or --all for "
    "everybody in the dataset, which is for a demonstration or where the council has decided it."
)
WHERE = (
    "Give either the folder with the tables as CSV, or --database with an address. "
    "Example: manage.py import_ssd export/ --children invited.txt --report r.json"
)
NO_TABLE = "{name} is not a table of the dataset. Name the table as the report does, like ssd_cla_visits."
NOT_A_SWITCH = "{name} is not a table that can be switched on. These are: {names}."


class Command(BaseCommand):
    """Brings the Standard Safeguarding Dataset (SSD) into the official file."""

    requires_system_checks = OF_RECORDS
    help = (
        "Reads the Standard Safeguarding Dataset, as a folder of CSV files or straight from a database (read only), and adds what is "
        "new in it to the official file. Safe to repeat every night. "
        "Example: manage.py import_ssd export/ --children invited.txt --report r.json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the dataset is, whom to bring in, what else to switch on, and where the report goes."""
        parser.add_argument("path", type=Path, nargs="?", metavar="DIR", help="the folder with the tables as CSV")
        parser.add_argument("--database", metavar="URL", help="read the tables of this database instead, like postgres://reader@host/name")
        parser.add_argument("--children", type=Path, metavar="F", help="a file with one number a line: those invited or requesting")
        parser.add_argument("--all", action="store_true", help="everybody in the dataset")
        parser.add_argument(
            "--with", nargs="+", action="extend", default=[], dest="switched_on", metavar="TABLE", help="also read this table"
        )
        parser.add_argument("--as-of", type=date.fromisoformat, metavar="DAY", help="the day on which the export was true, like 2026-11-22")
        parser.add_argument(
            "--really-gone",
            nargs="+",
            action="extend",
            default=[],
            metavar="TABLE",
            help="what this table has lost is really gone, however much it is",
        )
        parser.add_argument("--fields", action="store_true", help="print what becomes of every field, and end")
        add_report_options(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the import ran, problems or not; 2 when there was nothing to read; 1 when the source stopped half-way."""
        if options["fields"]:
            self.stdout.write(field_list())
            return
        if bool(options["path"]) == bool(options["database"]):
            raise CommandError(WHERE, returncode=NOTHING_READ)
        if not options["children"] and not options["all"]:
            raise CommandError(WHOM, returncode=NOTHING_READ)
        options["really_gone"] = [_table(name) for name in options["really_gone"]]
        switched_on = _switched_on([*settings.SSD_WITH, *options["switched_on"]])
        with alone(SYSTEM):
            self._import(options, switched_on)

    def _import(self, options: dict[str, Any], switched_on: frozenset[str]) -> None:
        file, report = ReportFile(options["report"], self.stdout), Report()
        with progress_bar("Importing", shown=options["progress"]) as moved:
            try:
                _run(options, switched_on, report, moved)
            except NothingToRead as nothing:
                file.write(nothing.report)
                raise CommandError(nothing.sentence, returncode=NOTHING_READ) from None
            except SourceStopped as stopped:
                file.write(report)
                raise CommandError(stopped.sentence, returncode=STOPPED) from None
        file.write(report)
        self.stderr.write(report.sentence())


def _run(options: dict[str, Any], switched_on: frozenset[str], report: Report, moved: Progress) -> None:
    asked = asked_for(options["children"], report) if options["children"] else None
    with _source(options, report) as source:
        import_ssd(
            source,
            report,
            by=NIGHTLY_IMPORT,
            now=timezone.now(),
            asked=asked,
            switched_on=switched_on,
            as_of=options["as_of"],
            really_gone=options["really_gone"],
            progress=moved,
        )


@contextmanager
def _source(options: dict[str, Any], report: Report) -> Iterator[Source]:
    if options["database"]:
        with read_database(options["database"], report) as source:
            yield source
    else:
        yield read_folder(options["path"], report)


def _table(name: str) -> str:
    """The table that is meant. Raises CommandError when there is none of this name."""
    table = table_called(name)
    if table is None:
        raise CommandError(NO_TABLE.format(name=name), returncode=NOTHING_READ)
    return table.name


def _switched_on(names: list[str]) -> frozenset[str]:
    """The tables that are meant. Raises CommandError for one that is not off by default."""
    found = set()
    for name in (one for given in names for one in given.split(",") if one.strip()):
        table = table_called(name)
        if table is None or table.name not in OFF:
            raise CommandError(NOT_A_SWITCH.format(name=name.strip(), names=", ".join(sorted(OFF))), returncode=NOTHING_READ)
        found.add(table.name)
    return frozenset(found)
