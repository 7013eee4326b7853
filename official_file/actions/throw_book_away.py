"""Throw a book away, and bring it back."""

from datetime import datetime

from django.db import transaction

from audit.events import Event
from audit.record import record
from official_file.actions.unmake_book import unmake_book
from official_file.books import books_of, locked
from official_file.models import LifeBook
from people.models import User


@transaction.atomic
def throw_book_away(*, book: LifeBook, by: User, now: datetime) -> LifeBook:
    """Its PDF is destroyed at once; what was chosen and written is kept, so that it can be brought back."""
    book = locked(book, by, now)
    unmake_book(book=book, by=by.who(now), now=now)
    book.thrown_away_at = now
    book.save(update_fields=["thrown_away_at"])
    record(Event.LIFE_BOOK_THROWN_AWAY, child=book.child_id, by=by.who(now), at=now, about_type="book", about_id=book.pk)
    return book


@transaction.atomic
def bring_book_back(*, book: LifeBook, by: User, now: datetime) -> LifeBook:
    """It stands among the books again. Raises LifeBook.DoesNotExist for a book that is not theirs."""
    may = books_of(by, now).filter(pk=book.pk).values("pk")
    book = LifeBook.objects.select_for_update().get(pk__in=may)
    if book.thrown_away_at:
        book.thrown_away_at = None
        book.save(update_fields=["thrown_away_at"])
        record(Event.LIFE_BOOK_BROUGHT_BACK, child=book.child_id, by=by.who(now), at=now, about_type="book", about_id=book.pk)
    return book
