"""The verbs of life story books, for `every_verb.py`."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from official_file.actions.begin_book import Looks, begin_book
from official_file.actions.throw_book_away import bring_book_back, throw_book_away
from official_file.models import LifeBook
from portal.actions.make_book import take_book
from tests.cast import NOW, Cast
from tests.factories.entries import an_entry


def a_book(cast: Cast) -> LifeBook:
    """One that Amara began."""
    home = an_entry(cast.amara, "home", date(2020, 1, 8), facts={"place": "U4"})
    return begin_book(child=cast.amara, looks=Looks(title="My story"), entries=[home.pk], by=cast.amara.user, now=NOW)


def _thrown_away(cast: Cast) -> LifeBook:
    return throw_book_away(book=a_book(cast), by=cast.amara.user, now=NOW)


BOOKS: dict[str, Callable[[Cast], Callable[[], Any]]] = {
    "begin_book": lambda cast: partial(begin_book, child=cast.amara, looks=Looks(title="My story"), by=cast.amara.user, now=NOW),
    "throw_book_away": lambda cast: partial(throw_book_away, book=a_book(cast), by=cast.amara.user, now=NOW),
    "bring_book_back": lambda cast: partial(bring_book_back, book=_thrown_away(cast), by=cast.amara.user, now=NOW),
    "take_book": lambda cast: partial(take_book, book=a_book(cast), by=cast.amara.user, now=NOW),
}

CHOOSING = "what stands in a book is chosen over many presses; beginning, making, saving and throwing it away write the lines"
SILENT_BOOKS = {
    **dict.fromkeys(
        ("change_book", "choose_for_book", "move_in_book", "sort_book", "write_beside", "unmake_book", "ask_for_book"), CHOOSING
    ),
    "make_book": "it writes its line with the finished file; what goes wrong stands on the book (tests/views/test_books.py)",
}
