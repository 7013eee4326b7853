"""`manage.py sweep`: what happens by itself when its time has come. Run it every few minutes; twice is as good as once."""

import json
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from portal.jobs import keep_sweeping, sweep_all


class Command(BaseCommand):
    """Tell managers of what is late."""

    help = (
        "Do what is due by itself: look after requests for files, tell managers of late tasks, send words to the council's system, "
        "reckon how long records are kept and ask people about those whose time is over. Example: manage.py sweep --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """`--json`: the result on standard output. `--keep-going`: the worker goes on with it every few minutes."""
        parser.add_argument("--json", action="store_true", help="print the counts as JSON")
        parser.add_argument("--keep-going", action="store_true", help="let the background worker sweep every few minutes from now on")

    def handle(self, *args: Any, **options: Any) -> None:
        """Sweep once, and say what was done."""
        now = timezone.now()
        done = sweep_all(now)
        if options["keep_going"]:
            keep_sweeping(now)
        self.stderr.write(f"Told managers of {done['told_of_overdue']} late tasks.")
        if options["json"]:
            self.stdout.write(json.dumps({"done": done}))
