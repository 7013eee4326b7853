"""`manage.py rebuild_search`: make the search index again from the file, or say whether the two agree."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from official_file.importers.at_the_terminal import database_refusals_in_words
from official_file.management.checks import OF_RECORDS
from official_file.search.checking import compare, rebuild


class Command(BaseCommand):
    """The index is made from the file and can be made again at any time; people can search meanwhile."""

    requires_system_checks = OF_RECORDS
    help = "Make the search index again from the file. Examples: manage.py rebuild_search; manage.py rebuild_search --check --json"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--check`: change nothing, and say whether index and file agree. `--json`: the result on standard output."""
        parser.add_argument("--check", action="store_true", help="change nothing; end with 1 when index and file do not agree")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when index and file agree afterwards, 1 when a check found that they do not."""
        now = timezone.now()
        if not options["check"]:
            with database_refusals_in_words():
                made = rebuild(now)
            self.stderr.write(f"{made} entries can be searched.")
            if options["json"]:
                self.stdout.write(json.dumps({"ok": True, "entries": made}))
            return
        with database_refusals_in_words():
            found = compare(now)
        if options["json"]:
            self.stdout.write(json.dumps(found.as_json()))
        said = f"{found.entries} entries: {found.missing} not in the index, {found.different} differ, {found.left_over} too many."
        if not found.agrees:
            raise CommandError(f"{said} Run manage.py rebuild_search.")
        self.stderr.write(f"{found.entries} entries read. The index and the file agree.")
