import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from official_file.mentions import Known, find


class Command(BaseCommand):
    """Says who and what a text mentions besides the person it is about."""

    help = "Finds people, addresses and numbers in a text. Example: manage.py find_people note.txt --connections people.json --json"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The text is UTF-8; the people are a list of {"names", "relation", "professional", "subject"}."""
        parser.add_argument("file", metavar="F.txt", type=Path, help="the text, in UTF-8")
        parser.add_argument("--connections", metavar="C.json", type=Path, help="who the file knows of; without it no names are known")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 whatever is found; 1 when a file cannot be read."""
        text = _read(options["file"])
        spans = find(text, _people(options["connections"]) if options["connections"] else [])
        if options["json"]:
            self.stdout.write(json.dumps({"spans": [asdict(span) for span in spans]}))
        proposed = sum(span.propose for span in spans)
        self.stderr.write(f"{len(spans)} mentions found, {proposed} of them proposed to be hidden. A person decides about each.")


def _read(path: Path) -> str:
    """The text with every character where it is in the file: line ends and a mark at its beginning count too."""
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8 and try again.") from error


def _people(path: Path) -> list[Known]:
    try:
        rows = json.loads(_read(path).removeprefix("\ufeff"))
        return [_person(row) for row in rows]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise CommandError(f"{path} is not a list of people with their names: {error}") from error


def _person(row: dict[str, Any]) -> Known:
    names = row["names"]
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise ValueError("names must be a list of words")
    return Known(tuple(names), str(row.get("relation") or ""), professional=bool(row.get("professional")), subject=bool(row.get("subject")))
