from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.queries import this_council
from portal.data_protection.documents import About, children_notice, impact_assessment, ways_out


class Command(BaseCommand):
    """Writes the impact assessment and the children's privacy notice, filled with the data flows of this installation."""

    help = (
        "Writes impact-assessment.md and privacy-notice-for-children.md into a folder, filled with the real data flows of this "
        "installation. Example: manage.py data_protection papers/"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("folder", metavar="OUT", type=Path, help="the folder to write into; made when it is not there")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write both. Raises CommandError when the folder cannot be written to."""
        council, ways = this_council(), ways_out()
        about = About(council.council_name, council.service_name, settings.NATION)
        written = {
            "impact-assessment.md": impact_assessment(about, ways),
            "privacy-notice-for-children.md": children_notice(about, ways),
        }
        folder: Path = options["folder"]
        try:
            folder.mkdir(parents=True, exist_ok=True)
            for name, text in written.items():
                (folder / name).write_text(text, encoding="utf-8")
        except OSError as error:
            raise CommandError(f"{folder} cannot be written to: {error.strerror}. Name another folder.") from error
        self.stderr.write(f"Written to {folder}: {', '.join(written)}. Fill in what is marked, and have it signed.")
