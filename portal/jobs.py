"""Background work of the portal: making life story books."""

from functools import partial
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django_tasks import task

from audit.who import THE_PORTAL
from official_file.models import LifeBook
from portal.actions.make_book import make_book


@task()
def make_one_book(book_id: str, language: str) -> str:
    """Make one book. Returns how it stands afterwards."""
    book = LifeBook.objects.filter(pk=UUID(book_id)).first()
    return make_book(book=book, language=language, by=THE_PORTAL, now=timezone.now()) if book else ""


def make_soon(book: LifeBook, language: str) -> None:
    """Ask the worker to make this book once this transaction is stored."""
    transaction.on_commit(partial(make_one_book.enqueue, str(book.pk), language))
