"""The page of one life story book: what stands in it, what closed since it was chosen, and how far its making has come."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext, ngettext

from law.calendar_words import say_date
from law.working_time import london_day
from official_file.books import has_changed_since, is_in_order_of_time
from official_file.models import LifeBook
from portal.queries.book_outline import Outline, open_ids
from portal.queries.book_under_way import is_under_way
from portal.queries.lines import Line, lines_of

State = LifeBook.State


@dataclass(frozen=True, slots=True)
class Making:
    """How the making stands. `state`: "choosing", "waiting", "making", "ready", "failed", "stopped" (nobody makes it any more), "old"."""

    state: str
    words: str
    done: int = 0
    of: int = 0

    @property
    def goes_on(self) -> bool:
        """Whether it is worth looking again."""
        return self.state in (State.WAITING, State.MAKING)


def book_page(book: LifeBook, at: datetime) -> dict[str, Any]:
    """What the page shows."""
    outline = Outline(book, at)
    lines = lines_of(outline.rows, child=book.child, today=outline.today)
    return {
        "lines": lines,
        "beside": outline.beside,
        "by_time": is_in_order_of_time([line.day for line in lines]),
        "left_out": _left_out(outline.closed),
        "making": making_of(book, at),
    }


def making_of(book: LifeBook, at: datetime) -> Making:
    """How the making stands, in a sentence."""
    if book.state in (State.WAITING, State.MAKING):
        if not is_under_way(book):
            return Making("stopped", gettext("Nobody is making it just now. Try again."))
        words = gettext("Waiting for its turn.") if book.state == State.WAITING else _far(book)
        return Making(book.state, words, book.done, book.of)
    if book.state == State.FAILED:
        return Making(book.state, book.problem)
    if book.state == State.READY and book.made_at:
        if not may_be_handed_out(book, at):
            return Making("old", gettext("Something in it is not open any more, or was changed. Make it again, then you can save it."))
        return Making(
            book.state, gettext("Made on %(day)s, from what was open on that day.") % {"day": say_date(london_day(book.made_at), gettext)}
        )
    return Making(State.CHOOSING, "")


def may_be_handed_out(book: LifeBook, at: datetime) -> bool:
    """Whether the PDF that was made may leave: everything in it is still open, and nothing of it was covered since."""
    if book.file_id is None or book.state != State.READY or book.thrown_away_at:
        return False
    printed: set[UUID] = set(book.pages.filter(printed=True).values_list("entry_id", flat=True))
    return printed <= open_ids(book, at) and not has_changed_since(book)


def line_in(book: LifeBook, entry_id: UUID, at: datetime) -> Line | None:
    """One thing in the book, as its list shows it; None for what is not in it, or not open."""
    outline = Outline(book, at)
    rows = [row for row in outline.rows if row.pk == entry_id]
    return next(iter(lines_of(rows, child=book.child, today=outline.today)), None)


def _far(book: LifeBook) -> str:
    return gettext("%(done)s of %(all)s pages are written.") % {"done": book.done, "all": book.of}


def _left_out(closed: int) -> str:
    if not closed:
        return ""
    return ngettext(
        "One thing you chose is not open just now. It is left out of the book.",
        "%(count)s things you chose are not open just now. They are left out of the book.",
        closed,
    ) % {"count": closed}
