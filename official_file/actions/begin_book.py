"""Begin a life story book, and change how it looks."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from audit.events import Event
from audit.record import record
from official_file.actions.choose_for_book import choose_for_book
from official_file.actions.unmake_book import unmake_book
from official_file.books import books_of, check_makes_books_for, locked
from official_file.models import LifeBook
from people.errors import NotAllowed
from people.models import Child, User

POINTS = (12, 18)
MOST_BOOKS = 20


@dataclass(frozen=True, slots=True)
class Looks:
    """What stands on its first page, how large its letters are, and whether it names what is missing."""

    title: str
    opening_words: str = ""
    point_size: int = 12
    with_gaps: bool = True


@transaction.atomic
def begin_book(*, child: Child, looks: Looks, entries: Iterable[UUID] = (), by: User, now: datetime) -> LifeBook:
    """A new book with these entries in it, in the order of time. Raises NotAllowed for somebody whose book it would not be."""
    check_makes_books_for(by, child, now)
    _check(looks)
    if books_of(by, now).filter(child=child, thrown_away_at=None).count() >= MOST_BOOKS:
        raise NotAllowed("too_many", _("There are twenty books already. Throw one away first."))
    book = LifeBook.objects.create(child=child, made_by=by, started_at=now, **asdict(looks))
    choose_for_book(book=book, add=entries, by=by, now=now)
    record(Event.LIFE_BOOK_BEGUN, child=child.pk, by=by.who(now), at=now, about_type="book", about_id=book.pk)
    return LifeBook.objects.get(pk=book.pk)


@transaction.atomic
def change_book(*, book: LifeBook, looks: Looks, by: User, now: datetime) -> LifeBook:
    """Another title, other opening words, another size. A PDF made before is gone."""
    book = locked(book, by, now)
    _check(looks)
    for name, value in asdict(looks).items():
        setattr(book, name, value)
    book.save(update_fields=list(asdict(looks)))
    return unmake_book(book=book, by=by.who(now), now=now)


def _check(looks: Looks) -> None:
    if not looks.title.strip():
        raise NotAllowed("no_title", _("Give the book a title."))
    if looks.point_size not in POINTS:
        raise NotAllowed("no_size", _("Choose 12 or 18 point."))
