"""One entry at the level its reader chose: easy with pictures, plain, or the words as they were written.

A level that an entry does not have is never made up: the nearest one is shown, and `missing` says so.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext

from official_file.covered import NOTHING, Cover, cover_of
from official_file.former_names import in_the_name_of_now
from official_file.kinds import KINDS
from official_file.models import Entry, PlainVersion
from official_file.plain_language.easy import say_easy
from official_file.plain_language.pictures import known
from official_file.plain_language.sentences import say_entry
from official_file.plain_language.when import When

EASY, PLAIN, ORIGINAL = "easy", "plain", "original"
LEVELS = (EASY, PLAIN, ORIGINAL)
NEAREST = {EASY: (EASY, PLAIN, ORIGINAL), PLAIN: (PLAIN, ORIGINAL), ORIGINAL: (ORIGINAL, PLAIN)}
FIRST_LANGUAGE = "en-gb"
TRIED = "words_tried"  # where `try_words` keeps them


@dataclass(frozen=True, slots=True)
class Told:
    """What is read. `level` is the level really shown, `asked` the one wanted; `approved_by_name` "" for sentences of the table.

    `pictures` are names of pictures.py. `there` are the levels this entry has. `language` is that of the text.
    """

    text: str
    level: str
    asked: str
    there: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    written_with: bool = False
    approved_by_name: str = ""
    language: str = FIRST_LANGUAGE

    @property
    def is_the_one_asked_for(self) -> bool:
        """Whether the level shown is the level wanted."""
        return self.level == self.asked


def at_level(entry: Entry, level: str, language: str = FIRST_LANGUAGE, *, today: date, cover: Cover | None = None) -> Told:
    """The entry as its subject reads it at this level, or at the nearest it has; labels stand in the place of what is covered.

    `cover`: as it would read with this covered, for a preview. Raises KeyError for another level, or when its content is destroyed.
    """
    reading = _Reading(entry, language, today, NOTHING if entry.body["kind"] == "own_words" else cover or cover_of(entry))
    ways = {EASY: _easy(reading), PLAIN: _plain(reading), ORIGINAL: _original(reading)}
    there = tuple(one for one in LEVELS if ways[one] is not None)
    for one in NEAREST[level]:
        if told := ways[one]:
            return replace(told, asked=level, there=there)
    return Told(text="", level=level, asked=level, there=())


def told_easily(entry: Entry, language: str = FIRST_LANGUAGE, *, today: date) -> Told | None:
    """The easy words of an entry for a line of a list; None when there are none, and another level is read in their place."""
    told = None if entry.body["kind"] == "own_words" else _easy(_Reading(entry, language, today, cover_of(entry)))
    return replace(told, there=(EASY,)) if told else None


def try_words(entry: Entry, versions: Sequence[PlainVersion]) -> None:
    """From now on this object of the entry is told with these words, which are not stored: for a preview."""
    setattr(entry, TRIED, tuple(versions))


def newest_version(entry: Entry, level: str, language: str) -> PlainVersion | None:
    """The newest words somebody wrote for this level, in this language or else in English; None when nobody has.

    Asks nothing of the database when the versions were fetched with the entry.
    """
    found = [one for one in (*entry.plain_versions.all(), *getattr(entry, TRIED, ())) if one.level == level]
    found.sort(key=lambda one: one.at)
    in_language = [one for one in found if one.language.casefold() == language.casefold()]
    chosen = in_language or [one for one in found if one.language.casefold() == FIRST_LANGUAGE] or found
    return chosen[-1] if chosen else None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is read, in which language, on which day, with what covered."""

    entry: Entry
    language: str
    today: date
    cover: Cover

    def said(self, level: str, words: str, *, language: str = "", version: PlainVersion | None = None) -> Told | None:
        """These words at this level, covered and with the name of now; None when nothing is left of them."""
        text = self.cover.hide(words)
        if not text.strip():
            return None
        told = Told(text=text, level=level, asked=level, there=(), language=language or FIRST_LANGUAGE)
        if level == ORIGINAL:
            return told
        told = replace(told, text=in_the_name_of_now(self.entry.child, text))
        if version is None:
            return told
        named = replace(told, written_with=version.written_with, approved_by_name=version.approved_by_name)
        return replace(named, pictures=known(version.pictures), language=version.language)


def _easy(reading: _Reading) -> Told | None:
    """What somebody wrote easily, else the sentence of the table; None for free text that nobody has written easily."""
    if written := newest_version(reading.entry, EASY, reading.language):
        return reading.said(EASY, written.text, version=written)
    body = reading.entry.body
    made = say_easy(body["kind"], body["facts"], When.from_body(body["when"]), gettext)
    told = reading.said(EASY, made.text, language=reading.language) if made else None
    return replace(told, pictures=made.pictures) if told and made else None


def _plain(reading: _Reading) -> Told | None:
    """What somebody wrote plainly, else the summary its author wrote, else the sentences of the table; None when nothing is said."""
    entry = reading.entry
    if written := newest_version(entry, PLAIN, reading.language):
        return reading.said(PLAIN, written.text, version=written)
    body, when = entry.body, When.from_body(entry.body["when"])
    said = say_entry(
        kind=body["kind"], facts=body["facts"], when=when, born=entry.child.date_of_birth, today=reading.today, translate=gettext
    )
    if said is None:
        return None
    by_its_author = reading.said(PLAIN, said.summary) if said.summary else None
    return by_its_author or reading.said(PLAIN, said.text, language=reading.language)


def _original(reading: _Reading) -> Told | None:
    """The words somebody wrote; None for one line of a list, which has no words of its own."""
    return reading.said(ORIGINAL, str(reading.entry.text)) if KINDS[reading.entry.body["kind"]].free else None
