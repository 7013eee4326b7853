import json
from argparse import ArgumentParser
from collections.abc import Iterable
from datetime import date
from typing import Any

import holidays
from dateutil.relativedelta import relativedelta
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from law.bank_holidays import SATURDAY, Nation, bank_holidays, last_known_day
from law.working_time import london_day

MONTHS_AHEAD = 18
SUBDIVISIONS = {Nation.ENGLAND_AND_WALES: "ENG", Nation.SCOTLAND: "SCT", Nation.NORTHERN_IRELAND: "NIR"}


class Command(BaseCommand):
    """Compares the bank holidays we ship with a second source, and says how far they reach."""

    help = (
        "Check law/bank_holidays.json against the Python package 'holidays', and that it reaches 18 months ahead. "
        "Example: manage.py check_bank_holidays --json"
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Nothing is changed: a person corrects the file, from the government's own list."""
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 when all agree and reach far enough, else 1."""
        wanted = london_day(timezone.now()) + relativedelta(months=MONTHS_AHEAD)
        found = {str(nation): _compared(nation, wanted) for nation in Nation}
        ok = all(one["ok"] for one in found.values())
        if options["json"]:
            self.stdout.write(json.dumps({"ok": ok, "nations": found}))
        for nation, one in found.items():
            self.stderr.write(_in_words(nation, one))
        if not ok:
            raise CommandError("Refresh law/bank_holidays.json from the government's list (gov.uk/bank-holidays.json).")


def _compared(nation: Nation, wanted: date) -> dict[str, Any]:
    """Days only we hold, days only the other source holds (weekdays of the same years), and whether the years reach far enough."""
    ours, last = bank_holidays(nation), last_known_day(nation)
    years = sorted({day.year for day in ours})
    other = holidays.country_holidays("GB", subdiv=SUBDIVISIONS[nation], years=years)
    theirs = {day for day in other if day.weekday() < SATURDAY}
    only_here, only_there, reaches = _days(ours - theirs), _days(theirs - ours), last >= wanted
    return {
        "ok": reaches and not only_here and not only_there,
        "last_day": last.isoformat(),
        "reaches": reaches,
        "only_here": only_here,
        "only_there": only_there,
    }


def _days(days: Iterable[date]) -> list[str]:
    return sorted(day.isoformat() for day in days)


def _in_words(nation: str, one: dict[str, Any]) -> str:
    said = [f"{nation}: held to {one['last_day']}", "far enough" if one["reaches"] else f"less than {MONTHS_AHEAD} months ahead"]
    if one["only_here"]:
        said.append(f"only here: {', '.join(one['only_here'])}")
    if one["only_there"]:
        said.append(f"only in the other source: {', '.join(one['only_there'])}")
    return "; ".join(said) + "."
