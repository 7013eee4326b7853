"""Which entries stand in a book, in which order, and what is written beside them."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from official_file.actions.unmake_book import unmake_book
from official_file.books import MOST_PAGES, in_order_of_time, locked, open_for_a_book, pages_in_order, put_between
from official_file.models import EntryNow, LifeBook, LifeBookPage
from people.errors import NotAllowed
from people.models import User


@transaction.atomic
def choose_for_book(*, book: LifeBook, add: Iterable[UUID] = (), drop: Iterable[UUID] = (), by: User, now: datetime) -> int:
    """Take entries in where their day belongs, and others out. Returns how many stand in it then.

    What is not open to the person the book is about is left out, as an id that does not exist. Raises NotAllowed for too many.
    """
    book = locked(book, by, now)
    wanted = set(add)
    LifeBookPage.objects.filter(book=book, entry__in=set(drop) - wanted).delete()
    standing = pages_in_order(book)
    new = open_for_a_book(by, book.child, now).filter(pk__in=wanted - {entry_id for entry_id, _day in standing})
    order = put_between(standing, new.order_by().values_list("pk", "day"))
    if len(order) > MOST_PAGES:
        raise NotAllowed("too_long", _("A book holds at most 400 things. Take something out first."))
    _write(book, order)
    unmake_book(book=book, by=by.who(now), now=now)
    return len(order)


@transaction.atomic
def move_in_book(*, book: LifeBook, entry_id: UUID, steps: int, by: User, now: datetime) -> LifeBook:
    """Move one up (-1) or down (+1); at either end it stays. An entry that is not in the book changes nothing."""
    book = locked(book, by, now)
    order = [one for one, _day in pages_in_order(book)]
    if entry_id in order:
        place = order.index(entry_id)
        order.insert(max(0, place + steps), order.pop(place))
        _write(book, order)
        unmake_book(book=book, by=by.who(now), now=now)
    return book


@transaction.atomic
def sort_book(*, book: LifeBook, by: User, now: datetime) -> LifeBook:
    """Put everything back in the order it happened."""
    book = locked(book, by, now)
    entries = [entry_id for entry_id, _day in pages_in_order(book)]
    _write(book, in_order_of_time(EntryNow.objects.filter(pk__in=entries)))
    return unmake_book(book=book, by=by.who(now), now=now)


@transaction.atomic
def write_beside(*, book: LifeBook, entry_id: UUID, words: str, by: User, now: datetime) -> LifeBookPage:
    """Words that stand beside one entry; none takes them away. Raises NotAllowed for an entry that is not in the book."""
    book = locked(book, by, now)
    page = LifeBookPage.objects.select_for_update().filter(book=book, entry=entry_id).first()
    if page is None:
        raise NotAllowed("not_in_it", _("This is not in the book."))
    page.words = words
    page.save(update_fields=["words"])
    unmake_book(book=book, by=by.who(now), now=now)
    return page


def _write(book: LifeBook, order: Sequence[UUID]) -> None:
    """Keep this order. Pages that are there keep the words beside them."""
    known = {page.entry_id: page for page in LifeBookPage.objects.filter(book=book)}
    for position, entry_id in enumerate(order, start=1):
        if entry_id not in known:
            LifeBookPage.objects.create(book=book, entry_id=entry_id, position=position)
        elif known[entry_id].position != position:
            LifeBookPage.objects.filter(pk=known[entry_id].pk).update(position=position)
