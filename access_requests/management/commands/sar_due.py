import json
import re
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from law.bank_holidays import BeyondKnownHolidaysError, Nation
from law.clock import Clock, Extension, Facts, Pause, State, request_clock
from law.clock_reasons import reasons
from law.working_time import london_day

KEYS = ("id_received", "fee_paid", "pauses", "extended")
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Command(BaseCommand):
    """Says when a request for a file is due, and why."""

    help = (
        "Reckon when a request for a file must be answered. Example: manage.py sar_due 2026-09-01 --nation EW --facts facts.json --json. "
        'The facts: {"id_received": "2026-09-10", "fee_paid": "2026-09-22", "pauses": [["2026-09-14", "2026-09-16"]], "extended": true}; '
        "each may be left out. A pause is the day we asked and the day they answered (null: not yet). id_received null: we asked who "
        "they are, and do not know yet. extended: told in time, and why."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The day it was received, and what else moved the clock."""
        parser.add_argument("received", metavar="DAY", help="the day the request reached the council, as 2026-09-01")
        parser.add_argument("--nation", default="EW", help="EW (England and Wales), SC (Scotland) or NI (Northern Ireland); else EW")
        parser.add_argument("--facts", metavar="F.json", type=Path, help="what else moved the clock, as JSON")
        parser.add_argument("--today", metavar="DAY", help="for a question nobody has answered yet: the day to reckon from; else today")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 with the day; 1 for a day, nation or fact that cannot be understood, and beyond the bank holidays we hold."""
        if options["nation"] not in list(Nation):
            raise CommandError(f"{options['nation']} is no nation here. Use EW, SC or NI.")
        today = _day(options["today"], "--today") if options["today"] else london_day(timezone.now())
        facts = _facts(_day(options["received"], "The day it was received"), _read(options["facts"]) if options["facts"] else {})
        try:
            clock = request_clock(facts, nation=options["nation"], today=today)
        except BeyondKnownHolidaysError as error:
            raise CommandError(str(error)) from error
        said = [str(reason) for reason in reasons(clock)]
        self.stderr.write(" ".join(said))
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(clock, said)))


def _as_json(clock: Clock, said: list[str]) -> dict[str, Any]:
    return {
        "state": str(clock.state),
        "due": _say(clock.due),
        "due_cautious": _say(clock.due_cautious),
        "extension_notice_by": _say(clock.extension_notice_by),
        "explain": said,
        "starts": _say(clock.starts),
        "days_not_counted": clock.days_not_counted,
        "extended": clock.extended,
        "provisional": clock.state is State.PAUSED,
    }


def _say(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _read(path: Path) -> dict[str, Any]:
    try:
        facts = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except ValueError as error:
        raise CommandError(f"{path} is not JSON: {error}.") from error
    if not isinstance(facts, dict):
        raise CommandError(f"{path} must hold an object of facts, as in --help.")
    if unknown := sorted(set(facts) - set(KEYS)):
        raise CommandError(f"{path} holds facts we do not know: {', '.join(unknown)}. Known are {', '.join(KEYS)}.")
    return facts


def _facts(received: date, given: dict[str, Any]) -> Facts:
    """The facts as the rules take them. An extension counts as told in time and with its reasons: the file says no more of it."""
    extended = given.get("extended") or False
    if not isinstance(extended, bool):
        raise CommandError("extended must be true or false.")
    identity = given.get("id_received")
    fee = given.get("fee_paid")
    return Facts(
        received=received,
        identity_asked="id_received" in given,
        identity_received=_day(identity, "id_received") if identity is not None else None,
        fee_paid=_day(fee, "fee_paid") if fee is not None else None,
        pauses=_pauses(given.get("pauses") or []),
        extension=Extension(received, "told in time") if extended else None,
    )


def _pauses(given: Any) -> tuple[Pause, ...]:
    if not isinstance(given, list) or not all(isinstance(one, list) and len(one) == 2 for one in given):
        raise CommandError("pauses must be a list of pairs: the day we asked, and the day they answered or null.")
    return tuple(_pause(asked, answered) for asked, answered in given)


def _pause(asked: Any, answered: Any) -> Pause:
    pause = Pause(_day(asked, "pauses: asked"), _day(answered, "pauses: answered") if answered is not None else None)
    if pause.answered and pause.answered < pause.asked:
        raise CommandError(f"pauses: answered on {pause.answered}, before it was asked on {pause.asked}.")
    return pause


def _day(text: Any, what: str) -> date:
    """A day as it is written in JSON. Raises CommandError that says which one is wrong."""
    if isinstance(text, str) and DAY.fullmatch(text):
        try:
            return date.fromisoformat(text)
        except ValueError:
            pass
    raise CommandError(f"{what}: {text!r} is no day. Write it as 2026-09-01.")
