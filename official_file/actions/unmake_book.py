"""A made book is not the book any more: its PDF is destroyed, and what was chosen stays."""

from datetime import datetime

from django.db import transaction

from audit.who import Who
from files.actions.destroy import destroy
from files.models import File
from official_file.books import books_with
from official_file.models import Entry, LifeBook


@transaction.atomic
def unmake_book(*, book: LifeBook, by: Who, now: datetime) -> LifeBook:
    """Back to choosing: after any change of a book, and before what stands in it is lawfully destroyed. `book` is locked or its own.

    A background job that is making it meanwhile finds the book changed and keeps nothing of what it made.
    """
    made = book.file
    book.state, book.file, book.made_at, book.problem = LifeBook.State.CHOOSING, None, None, ""
    book.done = book.of = 0
    book.save(update_fields=["state", "file", "made_at", "problem", "done", "of"])
    book.pages.filter(printed=True).update(printed=False)
    if made is not None:
        destroy(file=made, by=by, now=now)
    return book


@transaction.atomic
def unmake_books_with(*, file: File, by: Who, now: datetime) -> int:
    """Every made book that may hold a picture of this file: it was shut, so nothing made of it stays. Returns how many there were."""
    books = list(books_with(Entry.objects.filter(files__file=file)).select_for_update())
    for book in books:
        unmake_book(book=book, by=by, now=now)
    return len(books)
