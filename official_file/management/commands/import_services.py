from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audit.who import NIGHTLY_IMPORT
from official_file.importers.at_the_terminal import NOTHING_READ, ReportFile, add_report_options, alone, progress_bar
from official_file.importers.services_around import SYSTEM, import_services
from official_file.importers.services_file import NoServicesToRead
from official_file.management.checks import OF_RECORDS
from official_file.plain_language.twelve_services import BY_KEY


class Command(BaseCommand):
    """Brings the services around young people into the official file."""

    requires_system_checks = OF_RECORDS
    help = (
        "Reads one service's table (CSV: child, status, name, contact, since, until, last_confirmed) and adds what is new in it to the "
        f"official file. Safe to repeat. The services are {', '.join(BY_KEY)}. "
        "Example: manage.py import_services gp.csv --report report.json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the table is, which service it is of, and where the report goes."""
        parser.add_argument("path", type=Path, metavar="FILE.csv", help="the table of one service")
        parser.add_argument("--service", default="", help="which service it is of, when neither a column nor the file's name says so")
        add_report_options(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Import and say what happened. Exit code 2 when there was nothing to read or another import is running."""
        with alone(SYSTEM):
            self._import(options)

    def _import(self, options: dict[str, Any]) -> None:
        report = ReportFile(options["report"], self.stdout)
        path, service = options["path"], options["service"]
        with progress_bar("Services", shown=options["progress"]) as moved:
            try:
                found = import_services(path, service=service, by=NIGHTLY_IMPORT, now=timezone.now(), progress=moved)
            except NoServicesToRead as nothing:
                report.write(nothing.report)
                raise CommandError(nothing.sentence, returncode=NOTHING_READ) from None
        report.write(found)
        self.stderr.write(found.sentence())
