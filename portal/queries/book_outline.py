"""The order of a life story book: which of the chosen entries still stand in it, under which headings, with what is missing between them.

Nothing is in it that is not open to its reader at this moment; what closed since it was chosen is counted, so that the page can say so.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext

from law.working_time import london_day
from official_file.books import is_in_order_of_time, open_for_a_book, reader_of
from official_file.models import EntryNow, LifeBook, LifeBookPage
from official_file.models.now import EntryNowQuerySet, State
from official_file.queries import entries_for
from people.models import Child, User
from portal.queries.my_entries import for_lines, in_order, my_entries
from portal.queries.story import Story
from portal.queries.story_parts import Part, part_on
from portal.queries.story_silence import Silence

PEN_PICTURE = "pen_picture"


def rows_for_a_book(user: User, child: Child, at: datetime) -> EntryNowQuerySet:
    """What may stand in a book, with its content, in order: for the person themselves also without the words they hid on this phone."""
    rows = entries_for(user, child, at) if user.is_staff else my_entries(user, child, at)
    if user.is_staff:
        rows = rows.open_at(at)
    alone: EntryNowQuerySet = in_order(rows.exclude(state=State.WITH_SUPPORT))
    return alone


class BookStory(Story):
    """The story as a book may tell it: by the same rules as My story, from what may stand in a book."""

    def __init__(self, *, user: User, child: Child, at: datetime) -> None:
        super().__init__(user=user, child=child, at=at)
        self.rows = rows_for_a_book(user, child, at)


@dataclass(frozen=True, slots=True)
class Slot:
    """One place in the book. `opens`: the heading that begins here, "" when none does; `part`: the home it tells of, if it was chosen."""

    what: EntryNow | Silence
    opens: str = ""
    part: Part | None = None
    beside: str = ""


class Outline:
    """One book at one moment, before anything of it is put into words."""

    def __init__(self, book: LifeBook, at: datetime) -> None:
        self.book, self.at, self.today = book, at, london_day(at)
        self.story = BookStory(user=reader_of(book), child=book.child, at=at)

    @cached_property
    def pages(self) -> list[LifeBookPage]:
        """What was chosen, in the book's order, whether it is still open or not."""
        return list(LifeBookPage.objects.filter(book=self.book).order_by("position", "pk"))

    @cached_property
    def rows(self) -> list[EntryNow]:
        """The chosen entries that are open, in the book's order, each with what a page needs of it."""
        found = for_lines(self.story.rows.filter(pk__in=[page.entry_id for page in self.pages]))
        by_id = {row.pk: row for row in found}
        return [by_id[page.entry_id] for page in self.pages if page.entry_id in by_id]

    @property
    def closed(self) -> int:
        """How many of the chosen are not open now, and so are left out."""
        return len(self.pages) - len(self.rows)

    @cached_property
    def beside(self) -> dict[UUID, str]:
        """The words beside each entry that has some."""
        return {page.entry_id: page.words for page in self.pages if page.words.strip()}

    @property
    def front(self) -> EntryNow | None:
        """The pen picture, when it was chosen: it stands before everything else."""
        return next((row for row in self.rows if row.kind == PEN_PICTURE), None)

    @cached_property
    def slots(self) -> list[Slot]:
        """Everything behind the first page, in order. Silences stand where they belong in time, or at the end of a book ordered by hand."""
        rows = [row for row in self.rows if row is not self.front]
        quiet = [one for one in self.story.silences if one.start] if self.book.with_gaps and rows else []
        return self._under_headings(_with_silences(rows, quiet))

    def _under_headings(self, items: Sequence[EntryNow | Silence]) -> list[Slot]:
        chosen = {str(row.pk) for row in self.rows}
        parts = [part for part in self.story.parts if part.first_id in chosen]
        slots: list[Slot] = []
        heading, told = "", set[str]()
        for item in items:
            if isinstance(item, Silence):
                slots.append(Slot(item))
                continue
            part = part_on(item.day, self.story.parts)
            part = part if part in parts else None
            title = part.title if part else _year(item.day)
            begins = title != heading
            heading = title
            first = part if part and begins and part.first_id not in told else None
            told.update({part.first_id} if part else ())
            slots.append(Slot(item, title if begins else "", first, self.beside.get(item.pk, "")))
        return slots


def open_ids(book: LifeBook, at: datetime) -> set[UUID]:
    """Those of the entries of a book that may stand in one now, what was set aside for a time among them."""
    user, child = reader_of(book), book.child
    rows = open_for_a_book(user, child, at) if user.is_staff else EntryNow.objects.open_to_subject(user, at)
    return set(rows.filter(pk__in=book.pages.values("entry")).order_by().values_list("pk", flat=True))


def _with_silences(rows: Sequence[EntryNow], quiet: Sequence[Silence]) -> list[EntryNow | Silence]:
    if not is_in_order_of_time([row.day for row in rows]):
        return [*rows, *quiet]
    waiting, items = list(quiet), list[EntryNow | Silence]()
    for row in rows:
        while waiting and (waiting[0].start or date.max) < (row.day or date.max):
            items.append(waiting.pop(0))
        items.append(row)
    return [*items, *waiting]


def _year(day: date | None) -> str:
    return str(day.year) if day else gettext("We do not know when")
