"""`migrate`, and the database's own protection with it."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandError
from django.core.management.commands.migrate import Command as DjangoMigrate
from django.db import connections
from wagtail.models import Site

from audit.startup import PROTECTION_GONE
from audit.triggers import install, missing, missing_where_used


class Command(DjangoMigrate):
    """Migrate, then write the triggers that keep the official file append-only (SQLite drops them on a table rebuild).

    Stops first when a trigger that should be there is gone: somebody removed it, and that is to be looked into.
    """

    help = "Brings the database up to date and protects it. Example: manage.py migrate"

    def handle(self, *args: Any, **options: Any) -> None:
        """Raises CommandError when protection was missing before, or cannot be put in place."""
        connection = connections[options["database"]]
        lost = missing_where_used(connection)
        if lost:
            raise CommandError(PROTECTION_GONE.format(names=", ".join(lost)))
        super().handle(*args, **options)
        if options.get("plan") or options.get("check_unapplied"):
            return
        call_command("createcachetable", database=options["database"], verbosity=0)
        Site.clear_site_root_paths_cache()  # a migration may have given a language its own list of help pages
        install(connection)
        lost = missing(connection)
        if lost:
            raise CommandError(PROTECTION_GONE.format(names=", ".join(lost)))
