from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audit.who import NIGHTLY_IMPORT
from official_file.importers.at_the_terminal import NOTHING_READ, ReportFile, add_report_options, alone, progress_bar
from official_file.importers.returns.reading import NothingToRead
from official_file.importers.returns.sources import SYSTEM
from official_file.importers.ssda903 import import_return
from official_file.management.checks import OF_RECORDS


class Command(BaseCommand):
    """Brings a return (SSDA903) into the official file."""

    requires_system_checks = OF_RECORDS
    help = (
        "Reads a return, as a folder of CSV tables or as one XML file, and adds what is new in it to the official file. "
        "Safe to repeat. Example: manage.py import_ssda903 returns/2025-26 --report report.json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the return is, where the report goes, and (rarely) which year it is about."""
        parser.add_argument("path", type=Path, metavar="DIR_OR_XML", help="the folder with the tables as CSV, or the XML file")
        parser.add_argument("--year", type=int, metavar="Y", help="the return is about the year to 31 March of Y; else its days decide")
        add_report_options(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the import ran, problems or not; 2 when there was nothing to read, or while another import runs."""
        with alone(SYSTEM):
            self._import(options)

    def _import(self, options: dict[str, Any]) -> None:
        report = ReportFile(options["report"], self.stdout)
        with progress_bar("Importing", shown=options["progress"]) as moved:
            try:
                found = import_return(options["path"], by=NIGHTLY_IMPORT, now=timezone.now(), year=options["year"], progress=moved)
            except NothingToRead as nothing:
                report.write(nothing.report)
                raise CommandError(nothing.sentence, returncode=NOTHING_READ) from None
        report.write(found)
        self.stderr.write(found.sentence())
