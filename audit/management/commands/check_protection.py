from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import BaseCommand, CommandError

from audit.startup import check_protection


class Command(BaseCommand):
    """Exits with 1 when the database no longer protects the official file."""

    help = "Checks that the official file is protected by the database. Example: manage.py check_protection"

    def handle(self, *args: Any, **options: Any) -> None:
        """Raise CommandError with what to do when a trigger is missing."""
        try:
            check_protection()
        except ImproperlyConfigured as problem:
            raise CommandError(str(problem)) from problem
        self.stderr.write("The database protects the official file.")
