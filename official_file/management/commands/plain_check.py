import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from cms.queries import glossary, kinder_words
from official_file.plain_language.reading import grade
from official_file.plain_language.writing import LONG, Look, LookedOver, look_over

JARGON = (Look.LABEL, Look.TERM)


class Command(BaseCommand):
    """Says how hard a text is to read, and which of its words to look at again."""

    help = "Measures a text written for a young person. Example: manage.py plain_check letter.txt --json"

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The text is UTF-8."""
        parser.add_argument("file", metavar="F.txt", type=Path, help="the text, in UTF-8")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Exit 0 whatever is found; 1 when the file cannot be read. Offsets are code points of the text as it is in the file."""
        text = _read(options["file"])
        found = look_over(text, glossary(), kinder_words(), most=settings.READING_GRADE)
        if options["json"]:
            self.stdout.write(json.dumps(_as_json(text, found), ensure_ascii=False))
        self.stderr.write(_in_words(text, found))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise CommandError(f"{path} cannot be read: {error.strerror}.") from error
    except UnicodeDecodeError as error:
        raise CommandError(f"{path} is not UTF-8 (byte {error.start}). Save it as UTF-8 and try again.") from error


def _acronyms(found: LookedOver) -> list[str]:
    """Letters that stand for words nobody has said, each once. One that the glossary explains is a term, not one of these."""
    return list(dict.fromkeys(mark.text for mark in found.marks if mark.look is Look.ACRONYM))


def _is_plain(found: LookedOver) -> bool:
    """Short and easy enough, and with no word that we do not say. A term of the glossary is explained where it is read."""
    return not found.too_hard and not _acronyms(found) and all(mark.look is not Look.LABEL for mark in found.marks)


def _as_json(text: str, found: LookedOver) -> dict[str, Any]:
    jargon = [mark for mark in found.marks if mark.look in JARGON]
    return {
        "grade": grade(text),
        "longest_sentence": found.longest,
        "jargon": [{"term": mark.text, "start": mark.start, "end": mark.end, "plain": mark.instead} for mark in jargon],
        "acronyms": _acronyms(found),
        "ok": _is_plain(found),
    }


def _in_words(text: str, found: LookedOver) -> str:
    if _is_plain(found):
        return f"Plain: grade {grade(text)}, and {found.longest} words in the longest sentence."
    labels = ", ".join(dict.fromkeys(mark.text for mark in found.marks if mark.look is Look.LABEL)) or "none"
    letters = ", ".join(_acronyms(found)) or "none"
    return (
        f"Look at it again: grade {grade(text)} (at most {settings.READING_GRADE:g}), {found.longest} words in the longest sentence "
        f"(at most {LONG}), words we do not say: {labels}, letters nobody has explained: {letters}."
    )
