"""How an entry is told at the level its reader chose: words, pictures, the other levels, what stands at its head, earlier words."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language, gettext, gettext_noop

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.covered import Cover, cover_of
from official_file.former_names import in_the_name_of_now
from official_file.key_summaries import summary_of
from official_file.levels import EASY, FIRST_LANGUAGE, LEVELS, ORIGINAL, PLAIN, Told, at_level
from official_file.models import EntryNow
from official_file.plain_language.jargon import Piece, mark_terms
from official_file.plain_language.pictures import PICTURES
from portal.queries.first_screen import WORDS, first_screen

NAMES = {EASY: gettext_noop("Easy"), PLAIN: gettext_noop("Plain"), ORIGINAL: gettext_noop("Word for word")}
NOT_THERE = {
    EASY: gettext_noop("Nobody has written easy words for this yet. You can ask for them. These are the plain words."),
    ORIGINAL: gettext_noop("This is one line in a list, so there are no other words. These are the plain words."),
}
IN_THE_PAPER = gettext_noop("The words as they were written are in the paper itself. These are the plain words.")
DECIDES = frozenset({"review_minutes", "plan", "decision", "assessment"})  # of these somebody owes what was decided, in short
ONLY_IN_ENGLISH = gettext_noop("We have these words only in English. You can ask for them in your language.")


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture: the file's name, and the word under it."""

    name: str
    word: str


@dataclass(frozen=True, slots=True)
class Way:
    """One level to choose."""

    level: str
    name: str
    here: bool


@dataclass(frozen=True, slots=True)
class Earlier:
    """Plain words of before, which they could read then."""

    text: str
    until: str


@dataclass(frozen=True, slots=True)
class Levels:
    """What the page shows of the words. `honest`: what to say when the level chosen, or the language, is not there.

    `paragraphs` fit the first screen of a phone below what is said in short; `rest` is one touch away (R28).
    """

    told: Told
    paragraphs: list[list[Piece]]
    pictures: list[Picture]
    ways: list[Way]
    honest: list[str]
    can_ask: bool
    earlier: list[Earlier]
    head: list[tuple[str, str]]
    head_by: str
    rest: list[list[Piece]]

    @property
    def is_easy(self) -> bool:
        """Whether the easy words are shown."""
        return self.told.level == EASY

    @property
    def is_original(self) -> bool:
        """Whether the words as they were written are what is read."""
        return self.told.level == ORIGINAL


def levels_of(row: EntryNow, *, level: str, today: date, details: tuple[str, ...], words: list[Any], cover: Cover | None = None) -> Levels:
    """The entry at this level for its subject. `words`: the glossary; `details`: lines that stand under plain words only."""
    language = get_language() or FIRST_LANGUAGE
    told = at_level(row.entry, level, language, today=today, cover=cover)
    read = at_level(row.entry, PLAIN, language, today=today, cover=cover) if told.level == ORIGINAL else told
    head, head_by = _head(row, cover)
    first, rest = first_screen(read.text, most=max(WORDS - sum(len(answer.split()) for _question, answer in head), 0))
    seen: set[str] = set()
    below = details if told.level == PLAIN else ()
    return Levels(
        told=told,
        paragraphs=_explained(first, () if rest else below, words, seen),
        rest=_explained(rest, below, words, seen) if rest else [],
        pictures=[Picture(name, gettext(PICTURES[name])) for name in told.pictures],
        ways=[Way(one, gettext(NAMES[one]), one == told.level) for one in LEVELS],
        honest=_honest(row, read if told.level == ORIGINAL else told, told, language),
        can_ask=told.asked == EASY and told.level != EASY,
        earlier=earlier_words(row, read, cover),
        head=head,
        head_by=head_by,
    )


def earlier_words(row: EntryNow, now: Told, cover: Cover | None = None) -> list[Earlier]:
    """Words of this level that stood there while the entry was open to them, newest first: nothing once shared is lost."""
    hide = (cover or cover_of(row.entry)).hide
    stood = sorted(
        (one for one in row.entry.plain_versions.all() if one.level == now.level and one.language == now.language), key=lambda one: one.at
    )
    replaced = [(one, later.at) for one, later in zip(stood, stood[1:], strict=False) if _was_open(row, later.at)]
    return [
        Earlier(in_the_name_of_now(row.entry.child, hide(one.text)), say_date(london_day(until), gettext))
        for one, until in reversed(replaced)
    ]


def _was_open(row: EntryNow, at: datetime) -> bool:
    """Whether its subject could read the entry before that moment."""
    return row.opens_at is not None and row.opens_at < at


def _explained(text: str, details: tuple[str, ...], words: list[Any], seen: set[str]) -> list[list[Piece]]:
    """The words, paragraph by paragraph, with each hard word marked once on its page."""
    lines = [line for line in text.splitlines() if line.strip()]
    return [mark_terms(line, words, seen) for line in [*lines, *details]]


def _honest(row: EntryNow, read: Told, told: Told, language: str) -> list[str]:
    """What to say of a level or a language that is not there."""
    said = []
    if not told.is_the_one_asked_for:
        in_paper = told.asked == ORIGINAL and row.kind == "document"
        said.append(gettext(IN_THE_PAPER if in_paper else NOT_THERE.get(told.asked, NOT_THERE[EASY])))
    if read.language.casefold() != language.casefold() and read.text and language.casefold() != FIRST_LANGUAGE:
        said.append(gettext(ONLY_IN_ENGLISH))
    return said


def _head(row: EntryNow, cover: Cover | None) -> tuple[list[tuple[str, str]], str]:
    """The key summary as rows of a question and its answer, and who wrote it; of what decides something, that nobody has yet."""
    summary = summary_of(row.entry, get_language() or FIRST_LANGUAGE)
    if summary is None:
        not_yet = (gettext("What was decided"), gettext("Nobody has written this in short yet. You can ask your worker."))
        return ([not_yet] if row.kind in DECIDES else []), ""
    hide = (cover or cover_of(row.entry)).hide
    asked = (
        (gettext("What this is"), summary.what_it_is),
        (gettext("What was decided"), summary.what_was_decided),
        (gettext("What happens next"), summary.what_happens_next),
    )
    said = [(question, in_the_name_of_now(row.entry.child, hide(answer))) for question, answer in asked if answer.strip()]
    return said, summary.by_name
