"""A made book is not the book any more: its PDF is destroyed, and what was chosen stays."""

from datetime import datetime

from django.db import transaction

from audit.who import Who
from files.actions.destroy import destroy
from official_file.models import LifeBook


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
