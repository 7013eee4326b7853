"""Staff's search: in one file, or in every file they reach. Whatever their limits hide is not in the words they search by."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import F
from django.urls import reverse
from django.utils.translation import gettext

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.models import EntryNow
from official_file.presentation import show
from official_file.search.asking import Asked, Searched, ask
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
from portal.queries.media import STAFF, media_in
from portal.queries.my_entries import for_lines
from portal.queries.staff_lines import StaffLine, official_words, staff_line, with_days
from stories.described import WITH_ALL_WORDS, everything_said
from stories.models import Contribution

MOST_CONTRIBUTIONS = 20
Pages = Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class FoundByStaff:
    """One entry and whose it is."""

    child: Child
    found: FoundLine


@dataclass(frozen=True, slots=True)
class SentWords:
    """Something a young person sent that is not in the file yet."""

    child: Child
    url: str
    when: str
    text: list[Piece]


@dataclass(frozen=True, slots=True)
class StaffFound:
    """One page of what was found. `shows`: the children of whose record this page shows something."""

    page: Page[EntryNow]
    lines: list[FoundByStaff]
    sent: list[SentWords]
    said: list[str]
    count: int
    not_ready: int

    @property
    def shows(self) -> list[Child]:
        """Each of them once."""
        whose = [one.child for one in self.lines] + [one.child for one in self.sent]
        return list({child.pk: child for child in whose}.values())


def look_in_files(question: Question, *, user: User, children: Sequence[Child], at: datetime, page: str | None, token: str) -> StaffFound:
    """What this member of staff may see in these children's files that holds every word of the question, newest first."""
    rows = EntryNow.objects.visible_to(user, at).filter(child__in=children).current()
    waits = Contribution.objects.visible_to(user, at).filter(child__in=children, entry__isnull=True)
    sent = list(waits.select_related("child").prefetch_related(*WITH_ALL_WORDS))
    files = [child.pk for child in children]
    searched = Searched(rows, narrowed(rows, question), files, whole=True, beside=[everything_said(one) for one in sent])
    asked = ask(words_asked(question.words), searched, at)
    own = [
        one for one in sent if asked.holds(everything_said(one)) and question.covers("my_words", london_day(one.sent_at or one.saved_at))
    ]
    shown = Paginator(asked.rows.order_by(F("day").desc(nulls_last=True), "-recorded_at", "pk"), A_PAGE).get_page(page)
    return StaffFound(
        page=shown,
        lines=_lines([row.pk for row in shown], children, at, asked, f"?found={token}&page={shown.number}"),
        sent=[_sent(one, asked.wanted) for one in own[:MOST_CONTRIBUTIONS]] if shown.number == 1 else [],
        said=mended_sentences(asked),
        count=shown.paginator.count + len(own),
        not_ready=asked.not_ready,
    )


def _lines(ids: Sequence[UUID], children: Sequence[Child], at: datetime, asked: Asked, query: str) -> list[FoundByStaff]:
    content = for_lines(EntryNow.objects.filter(pk__in=ids).select_related("entry__payload"))
    rows = {row.pk: row for row in with_days(content)}
    pages, whose = pages_of(list(rows), to_show=True), {child.pk: child for child in children}
    found = [(row, whose[row.child_id]) for row in map(rows.get, ids) if row]
    sent, media = beside_of(rows.values()), media_in((row.entry for row in rows.values()), reader=STAFF)
    lines = {row.pk: staff_line(row, child=child, at=at, media=media.get(row.pk, ())) for row, child in found}
    said = {row.pk: _places(row, child, at, pages.get(row.pk, ()), sent.get(row.pk, ())) for row, child in found}
    return [FoundByStaff(child, _line(lines[row.pk], asked.meant.terms, query, said[row.pk])) for row, child in found]


def _line(line: StaffLine, terms: Sequence[Term], query: str, places: Sequence[Place]) -> FoundLine:
    return found_line(line, url=f"{line.url}{query}", terms=terms, places=places)


def _places(row: EntryNow, child: Child, at: datetime, pages: Pages, sent: Sequence[str]) -> list[Place]:
    shown = show(row, child=child, today=london_day(at), whole=True)
    facts = row.entry.facts
    told = [Place(gettext("Title and summary"), f"{facts.get('title') or ''} {facts.get('summary') or ''}"), Place("", official_words(row))]
    return [*(places_in(shown, pages, sent) if shown else ()), *told]


def _sent(one: Contribution, wanted: frozenset[str]) -> SentWords:
    return SentWords(
        child=one.child,
        url=reverse("moderation:reading", args=[one.pk]),
        when=say_date(london_day(one.sent_at or one.saved_at), gettext),
        text=marked(excerpt(everything_said(one), wanted, AN_EXCERPT), wanted),
    )
