from typing import Any

from django.core.management.base import BaseCommand
from django.db import connection

from audit.triggers import install, missing


class Command(BaseCommand):
    """Puts the append-only triggers back after somebody removed them."""

    help = "Puts the database's protection of the official file back. Run verify_file first. Example: manage.py restore_protection"

    def handle(self, *args: Any, **options: Any) -> None:
        """Say which triggers were gone, write all of them again."""
        lost = missing(connection)
        install(connection)
        self.stderr.write(f"{len(lost)} protections were missing and are back: {', '.join(lost) or 'none'}.")
