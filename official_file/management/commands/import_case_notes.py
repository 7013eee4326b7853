from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from audit.who import NIGHTLY_IMPORT
from official_file.importers.at_the_terminal import NOTHING_READ, ReportFile, add_report_options, alone, progress_bar
from official_file.importers.case_notes import NoNotesToRead, import_case_notes
from official_file.importers.notes.entries import SYSTEM
from official_file.management.checks import OF_RECORDS


class Command(BaseCommand):
    """Brings case notes into the official file."""

    requires_system_checks = OF_RECORDS
    help = (
        "Reads case notes, one JSON object a line (docs/reference/case-notes.schema.json), and adds what is new in them to the "
        "official file. Safe to repeat. Example: manage.py import_case_notes notes.jsonl --report report.json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where the notes are, and where the report goes."""
        parser.add_argument("path", type=Path, metavar="F.jsonl", help="the file with the notes")
        add_report_options(parser)

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when the import ran, problems or not; 2 when there was nothing to read, or while another import runs."""
        with alone(SYSTEM):
            self._import(options)

    def _import(self, options: dict[str, Any]) -> None:
        report = ReportFile(options["report"], self.stdout)
        with progress_bar("Importing", shown=options["progress"]) as moved:
            try:
                found = import_case_notes(options["path"], by=NIGHTLY_IMPORT, now=timezone.now(), progress=moved)
            except NoNotesToRead as nothing:
                report.write(nothing.report)
                raise CommandError(nothing.sentence, returncode=NOTHING_READ) from None
        report.write(found)
        self.stderr.write(found.sentence())
