"""What the demonstration's files say, and the people and days that the verbs of this folder need."""

import json
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from law.working_time import LONDON
from official_file.models import Entry, EntrySource
from people.models import Child, User

FOLDER = Path(settings.BASE_DIR) / "demonstration"
RETURN, NOTES = "ssda903", "case_notes"
MARKER = "demonstration.json"
AT_WORK = time(11, 20)
SATURDAY = 5
NOT_HERE = (
    "This is for a demonstration only, with people who were made up. It refuses in production, and where the demonstration "
    "was not asked for: set OWNSTORY_DEMONSTRATION=1, or start with `make run`. "
    "When `make run` was given a DATA_DIR, give the command the same one: there is no demonstration in {folder}."
)


def check_demonstration() -> None:
    """Raise CommandError unless this installation is a demonstration: asked for by the environment, or marked in DATA_DIR."""
    marked = (Path(settings.DATA_DIR) / MARKER).exists()
    if settings.PRODUCTION or not (settings.DEMONSTRATION or marked):
        raise CommandError(NOT_HERE.format(folder=settings.DATA_DIR))


def read(name: str) -> dict[str, Any]:
    """One of the demonstration's JSON files. Raises OSError when it is missing."""
    loaded: dict[str, Any] = json.loads((FOLDER / name).read_text(encoding="utf-8"))
    return loaded


def notes() -> list[dict[str, Any]]:
    """The case notes, a record a line."""
    return [json.loads(line) for line in (FOLDER / "case_notes.jsonl").read_text(encoding="utf-8").splitlines()]


def returns() -> list[Path]:
    """The folders of the returns, oldest year first."""
    return sorted(path for path in (FOLDER / RETURN).iterdir() if path.is_dir())


@dataclass(slots=True)
class Council:
    """Who is who while the demonstration is loaded. `now` is the moment of loading; everything lies in the days before it."""

    now: datetime
    people: dict[str, Any] = field(default_factory=lambda: read("people.json"))
    words: dict[str, Any] = field(default_factory=lambda: read("words.json"))
    staff: dict[str, User] = field(default_factory=dict)
    children: dict[str, Child] = field(default_factory=dict)

    def numbers(self) -> set[str]:
        """The numbers by which the demonstration's children are known."""
        return {line["child"] for line in notes() if line["type"] == "person"}

    def child(self, number: str) -> Child:
        """The child with this number in the return. Raises Child.DoesNotExist before the import."""
        if number not in self.children:
            self.children[number] = Child.objects.get(identifiers__source=RETURN, identifiers__key=number)
        return self.children[number]

    def account(self, number: str) -> User:
        """The account of the child with this number. Raises ValueError before they joined."""
        user = User.objects.filter(child=self.child(number)).first()
        if user is None:
            raise ValueError(f"{number} has not joined.")
        return user

    def record(self, number: str, key: str) -> Entry:
        """The entry made from a record of the case notes, by the record's key. Raises Entry.DoesNotExist."""
        child = self.child(number)
        sources = EntrySource.objects.filter(system=NOTES, entry__child=child, entry__now__superseded_by__isnull=True)
        found = [source.entry for source in sources.select_related("entry") if source.key.rsplit("/", 1)[-1] == key]
        if not found:
            raise Entry.DoesNotExist(f"{number} has no record {key}.")
        return found[0]

    def days_ago(self, days: float) -> datetime:
        """That many days before now, at this time of day."""
        return self.now - timedelta(days=days)

    def at_work(self, days: float) -> datetime:
        """About that many days ago, when workers are at work: not at a weekend, and never after now."""
        moment = datetime.combine(self.days_ago(days).astimezone(LONDON).date(), AT_WORK, tzinfo=LONDON)
        while moment.weekday() >= SATURDAY:
            moment += timedelta(days=1)
        return moment if moment < self.now else self.days_ago(min(days, 0.02))
