"""Make the PDF of a life story book: asked for on a page, made in the background, handed out through the check of who asks."""

import logging
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext, override

from audit.events import Event
from audit.record import record
from audit.who import Who
from files.actions.seal import seal
from files.pdf import PdfNotPossible, make_pdf
from official_file.books import BUSY, locked
from official_file.models import LifeBook
from people.errors import NotAllowed
from people.models import User
from portal.queries.book_pdf import book_css, book_html
from portal.queries.book_story import told_book

log = logging.getLogger(__name__)
State = LifeBook.State


@transaction.atomic
def ask_for_book(*, book: LifeBook, by: User, now: datetime) -> bool:
    """From now on it waits to be made. False while it waits or is being made: asked for twice, it is made once.

    Raises NotAllowed for an empty book.
    """
    book = locked(book, by, now)
    if book.state in BUSY:
        return False
    if not book.pages.exists():
        raise NotAllowed("empty", gettext("Nothing is in this book yet. Choose something first."))
    book.state, book.problem, book.done, book.of = State.WAITING, "", 0, book.pages.count()
    book.save(update_fields=["state", "problem", "done", "of"])
    return True


def make_book(*, book: LifeBook, language: str, by: Who, now: datetime) -> str:
    """Make it, with its progress on the row. Returns how it stands afterwards.

    A book that was changed while it was made keeps nothing of what was made. Whatever goes wrong is said on its page, to try again.
    """
    if not LifeBook.objects.filter(pk=book.pk, state__in=BUSY).update(state=State.MAKING, done=0):
        return str(LifeBook.objects.get(pk=book.pk).state)
    try:
        with override(language):
            return _made(LifeBook.objects.select_related("child__user", "made_by").get(pk=book.pk), by, now)
    except Exception as error:
        log.exception("A book could not be made.")
        with override(language):
            problem = _cannot(error)
        LifeBook.objects.filter(pk=book.pk, state=State.MAKING).update(state=State.FAILED, problem=problem)
        return str(State.FAILED)


def _made(book: LifeBook, by: Who, now: datetime) -> str:
    def keep_count(done: int) -> None:
        LifeBook.objects.filter(pk=book.pk, state=State.MAKING).update(done=done)

    told = told_book(book, now, on_page=keep_count)
    content = make_pdf(book_html(told, now), css=book_css(told), pictures=told.files)
    with transaction.atomic():
        standing = LifeBook.objects.select_for_update().get(pk=book.pk)
        if standing.state != State.MAKING:
            return str(standing.state)
        standing.file = seal(content=content, name="book.pdf", by=by, now=now)
        standing.state, standing.made_at, standing.done = State.READY, now, standing.of
        standing.save(update_fields=["file", "state", "made_at", "done"])
        standing.pages.update(printed=False)
        standing.pages.filter(entry__in=told.entries).update(printed=True)
        record(Event.LIFE_BOOK_MADE, child=book.child_id, by=by, at=now, about_type="book", about_id=book.pk)
    return str(State.READY)


def _cannot(error: Exception) -> str:
    if isinstance(error, PdfNotPossible):
        return gettext("Books cannot be made here just now. We have to mend something first. Try again tomorrow.")
    return gettext("Something went wrong while we made it. Nothing of the book is lost. Try again.")


@transaction.atomic
def take_book(*, book: LifeBook, by: User, now: datetime) -> None:
    """Write down that it was taken, before its bytes leave."""
    record(Event.LIFE_BOOK_TAKEN, child=book.child_id, by=by.who(now), at=now, about_type="book", about_id=book.pk)
