"""A young person's search: only what is open to them now, and what they wrote themselves."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from django.core.paginator import Page, Paginator
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import get_language, gettext

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.covered import cover_of
from official_file.key_summaries import in_short
from official_file.levels import FIRST_LANGUAGE, told_easily
from official_file.models import EntryNow
from official_file.presentation import show
from official_file.search.asking import Searched, ask
from official_file.search.indexing import pages_of
from official_file.search.mending import Term
from official_file.search.words import Piece, excerpt, marked, words_asked
from people.models import Child, User
from portal.queries.found import (
    A_PAGE,
    AN_EXCERPT,
    FoundLine,
    Place,
    Question,
    beside_of,
    found_line,
    mended_sentences,
    narrowed,
    places_in,
)
from portal.queries.found_people import FoundPerson, people_found, people_to_search
from portal.queries.lines import lines_of, with_my_words
from portal.queries.my_entries import for_lines, in_order, my_entries
from portal.queries.preferences import level_of
from stories.described import WITH_ALL_WORDS, everything_said
from stories.lifecycle import LABELS, Status
from stories.models import Contribution


@dataclass(frozen=True, slots=True)
class FoundWords:
    """Something the reader wrote that is not in their file: when, its words in pieces, where it stands."""

    url: str
    when: str
    text: list[Piece]
    state: str


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found. `people`: of those they know; `mine`: own words that are not in the file; both on the first page."""

    page: Page[EntryNow]
    lines: list[FoundLine]
    mine: list[FoundWords]
    said: list[str]
    count: int
    not_ready: bool
    people: list[FoundPerson] = field(default_factory=list)


def look_for(question: Question, *, user: User, child: Child, at: datetime, page: str | None, token: str) -> Found:
    """What the reader may see that holds every word of the question, in the order of their story.

    What a reader chose never to see is left out by `my_entries`, here as everywhere: there is no other way to an entry.
    """
    mine, rows = _own_words(user, child, at), my_entries(user, child, at)
    people = people_to_search(child, question)
    beside = [*(everything_said(one) for one in mine), *(one.words for one in people)]
    searched = Searched(rows, narrowed(rows, question), [child.pk], beside=beside)
    asked = ask(words_asked(question.words), searched, at)
    own = [
        one for one in mine if asked.holds(everything_said(one)) and question.covers("my_words", london_day(one.sent_at or one.saved_at))
    ]
    known = people_found(people, asked)
    shown = Paginator(in_order(asked.rows), A_PAGE).get_page(page)
    of_page = EntryNow.objects.filter(pk__in=[row.pk for row in shown]).select_related("entry__payload")
    here = list(for_lines(in_order(of_page)).prefetch_related("entry__key_summaries"))
    return Found(
        page=shown,
        lines=_lines(here, user=user, child=child, at=at, terms=asked.meant.terms, query=f"?found={token}&page={shown.number}"),
        mine=[_found_words(one, asked.wanted) for one in own] if shown.number == 1 else [],
        said=mended_sentences(asked),
        count=shown.paginator.count + len(own) + len(known),
        not_ready=bool(asked.not_ready),
        people=known if shown.number == 1 else [],
    )


def _lines(here: list[EntryNow], *, user: User, child: Child, at: datetime, terms: Sequence[Term], query: str) -> list[FoundLine]:
    today, ids = london_day(at), [row.pk for row in here]
    pages, beside = pages_of(ids, to_show=True), with_my_words(user, ids, at)
    covers = {row.pk: cover_of(row.entry) for row in here}
    read = {pk: [(number, covers[pk].page(text)) for number, text in found] for pk, found in pages.items()}
    sent = beside_of(here)
    shown = [(row, one) for row in here if (one := show(row, child=child, today=today))]
    places = {row.pk: [*places_in(one, read.get(row.pk, ()), sent.get(row.pk, ())), *_beside(row, child, today)] for row, one in shown}
    lines = lines_of(here, child=child, today=today, beside=beside, level=level_of(user))
    return [found_line(line, url=f"{line.url}{query}", terms=terms, places=places[line.id]) for line in lines]


def _beside(row: EntryNow, child: Child, today: date) -> list[Place]:
    """Its easy words, and what stands at its head in short."""
    language = get_language() or FIRST_LANGUAGE
    row.entry.child = child
    easy, head = told_easily(row.entry, language, today=today), in_short(row.entry, language, cover_of(row.entry))
    return [Place(gettext("In easy words"), easy.text if easy else ""), Place(gettext("In short"), head)]


def _own_words(user: User, child: Child, at: datetime) -> list[Contribution]:
    """What they wrote and did not hide on this phone, drafts too; what is in their file is found there."""
    rows = Contribution.objects.visible_to(user, at).kept().filter(child=child, hidden_by_author=False, entry__isnull=True)
    return list(rows.order_by(Coalesce("sent_at", "saved_at").desc()).prefetch_related(*WITH_ALL_WORDS))


def _found_words(one: Contribution, wanted: frozenset[str]) -> FoundWords:
    return FoundWords(
        url=reverse("stories:one", args=[one.pk]),
        when=say_date(london_day(one.sent_at or one.saved_at), gettext),
        text=marked(excerpt(everything_said(one), wanted, AN_EXCERPT), wanted),
        state=gettext(LABELS[Status(one.status)]),
    )
