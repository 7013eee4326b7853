import json
from argparse import ArgumentParser
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from law.working_time import london_day
from moderation.figures.page import Figures, figures_of, reason_in_words
from moderation.figures.quarters import latest, named


class Command(BaseCommand):
    """Says what the service did in a quarter, with small numbers hidden."""

    help = "Figures of a quarter that is over, by team, to publish. Example: manage.py figures --quarter 2026-Q3 --json"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Without a quarter it is the last one that is over."""
        parser.add_argument("--quarter", metavar="2026-Q3", help="a quarter that is over")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0; 1 when there is no such quarter, or it is not over."""
        today = london_day(timezone.now())
        quarter = named(options["quarter"], today) if options["quarter"] else latest(today)[0]
        if quarter is None:
            raise CommandError(f"{options['quarter']} is not a quarter that is over. Write it as {latest(today)[0].name}.")
        found = figures_of(quarter)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(found), ensure_ascii=False))
        self.stderr.write(f"{quarter.name}: {len(found.figures)} figures of {len(found.teams)} teams. Small numbers are hidden.")
        for figure in found.figures:
            self.stderr.write(f"  {figure.title}: {figure.together}")


def _as_json(found: Figures) -> dict[str, Any]:
    return {
        "quarter": found.quarter.name,
        "figures": {one.slug: {"title": one.title, "unit": one.unit, **asdict(one.told)} for one in found.figures},
        "blanks": {reason_in_words(code): count for code, count in found.reasons.by.items()},
    }
