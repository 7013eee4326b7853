from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audit.who import NIGHTLY_IMPORT
from official_file.importers.at_the_terminal import NOTHING_READ, ReportFile, add_report_options, alone, progress_bar
from official_file.importers.import_documents import import_documents
from official_file.importers.manifests.entries import SYSTEM
from official_file.importers.manifests.lines import NoManifest
from official_file.importers.report import Report
from official_file.management.checks import OF_RECORDS


class Command(BaseCommand):
    """Brings documents into the official file."""

    requires_system_checks = OF_RECORDS
    help = (
        "Brings in the documents that a manifest names (a CSV table; docs/how-to/import.md says its columns), whose files lie in its "
        "folder. The background worker then reads them. Safe to repeat. Example: "
        "manage.py import_documents papers/manifest.csv --report report.json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the manifest is, and where the report goes."""
        parser.add_argument("path", type=Path, metavar="MANIFEST.csv", help="the table that names the documents")
        add_report_options(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the import ran, problems or not; 2 when there is no manifest to read, or while another import runs."""
        with alone(SYSTEM):
            self._import(options)

    def _import(self, options: dict[str, Any]) -> None:
        report = ReportFile(options["report"], self.stdout)
        with progress_bar("Importing", shown=options["progress"]) as moved:
            try:
                found = import_documents(options["path"], by=NIGHTLY_IMPORT, now=timezone.now(), progress=moved)
            except NoManifest as nothing:
                report.write(Report())
                raise CommandError(nothing.sentence, returncode=NOTHING_READ) from None
        report.write(found)
        self.stderr.write(found.sentence())
