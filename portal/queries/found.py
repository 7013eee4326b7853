"""What a search found, as lines: the words that were looked for are marked, and where they stand is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext

from official_file.media import OWN_WORDS, words_beside
from official_file.models import EntryNow
from official_file.models.now import EntryNowQuerySet
from official_file.presentation import Shown
from official_file.search.asking import Asked
from official_file.search.further import further_words
from official_file.search.mending import Term
from official_file.search.words import Piece, excerpt, marked, words_of

A_PAGE = 20
AN_EXCERPT = 150


@dataclass(frozen=True, slots=True)
class Question:
    """What somebody looks for. `since` and `until` are years."""

    words: str
    section: str = ""
    since: int | None = None
    until: int | None = None

    def covers(self, section: str, day: date) -> bool:
        """Whether something of this section and day is in what was chosen."""
        return self.section in ("", section) and (self.since or day.year) <= day.year <= (self.until or day.year)


@dataclass(frozen=True, slots=True)
class Place:
    """A part of an entry beside its first line. `quoted`: whether a few words of it may stand in a list."""

    name: str
    text: str
    quoted: bool = True


@dataclass(frozen=True, slots=True)
class Beside:
    """Where else in an entry the words stand: what that place is called, and a few words of it (none where it is not quoted)."""

    label: str
    pieces: list[Piece]


@dataclass(frozen=True, slots=True)
class FoundLine:
    """One entry that was found. `line`: as any list shows it; `title` and `text`: the same in pieces."""

    line: Any
    url: str
    title: list[Piece]
    text: list[Piece]
    beside: Beside | None


def narrowed(rows: EntryNowQuerySet, question: Question) -> EntryNowQuerySet:
    """Only those of the section and the years that were chosen; what lasts longer is in each of its years."""
    if question.section:
        rows = rows.filter(sections__contains=f"|{question.section}|")
    if question.since:
        rows = rows.filter(Q(day__gte=date(question.since, 1, 1)) | Q(end_day__gte=date(question.since, 1, 1)))
    if question.until:
        rows = rows.filter(day__lte=date(question.until, 12, 31))
    return rows


def found_line(line: Any, *, url: str, terms: Sequence[Term], places: Iterable[Place]) -> FoundLine:
    """A line with the found words marked. `places`: name and text of what else the entry says, the nearest first."""
    wanted = frozenset().union(*(term.words for term in terms))
    seen = set(words_of(f"{line.title} {line.text} {line.when}"))
    missing = frozenset().union(*(term.words for term in terms if seen.isdisjoint(term.words)))
    return FoundLine(line, url, marked(line.title, wanted), marked(line.text, wanted), _beside(places, missing) if missing else None)


def places_in(shown: Shown, pages: Sequence[tuple[int, str]], beside: Sequence[str] = ()) -> list[Place]:
    """What an entry says beside its first line, as its subject and staff may read it. An old name is said, never quoted.

    `beside`: captions and taps of own words, and what others wrote that a photo shows or a recording says.
    """
    original = Place(gettext("In their words"), shown.original)
    if shown.warning:
        original = Place(gettext("In their words, which use an old name"), shown.original, quoted=False)
    if not (shown.free or shown.own_words):
        original = Place("", "")
    on_pages = [Place(gettext("On page %(number)s") % {"number": number}, text) for number, text in pages]
    by = Place(gettext("Who wrote it"), f"{shown.author_name} {shown.author_role}".strip())
    sent = [Place(gettext("With what was sent"), text) for text in beside]
    return [Place("", shown.plain), Place("", " ".join(shown.details)), original, *sent, *on_pages, by, Place("", shown.ages)]


def beside_of(rows: Iterable[EntryNow]) -> dict[UUID, list[str]]:
    """Of each entry in own words, what stands beside its text: its author's captions first. Asks nothing for other kinds."""
    own = [row for row in rows if row.kind == OWN_WORDS]
    further = further_words([row.pk for row in own])
    return {row.pk: [*words_beside(row.entry), *further.get(row.pk, ())] for row in own}


def mended_sentences(asked: Asked) -> list[str]:
    """What was looked for instead of what was typed, and what was not found at all: the same for whatever nobody can see."""
    terms = asked.meant.terms
    instead = gettext("We did not find “%(typed)s”. We looked for %(words)s.")
    said = []
    for typed in dict.fromkeys(term.typed for term in terms if term.mended):
        words = [word for term in terms if term.typed == typed for word in term.mended]
        said.append(instead % {"typed": typed, "words": gettext(" or ").join(f"“{word}”" for word in words)})
    if terms:
        said += [gettext("We did not find “%(typed)s”. We looked for the rest.") % {"typed": word} for word in asked.meant.unknown]
    if not asked.together:
        said.append(gettext("We did not find all of your words together. Here is what has some of them."))
    return said


def _beside(places: Iterable[Place], wanted: frozenset[str]) -> Beside | None:
    for place in places:
        cut = excerpt(place.text, wanted, AN_EXCERPT)
        if cut:
            return Beside(place.name, marked(cut, wanted) if place.quoted else [])
    return None
