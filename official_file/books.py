"""A life story book: whose it is, who may make one, and what of it still stands.

The book is the person's own. While they have no sign-in (a young child), somebody who works with them makes it for them, from what
is open to the child and from nothing else. From the day they sign in it is theirs alone: what they choose for themselves, such as
never to see something, would otherwise show in what stands in it.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from official_file.models import CoveredPassage, Entry, EntryNow, LifeBook, LifeBookPage
from official_file.models.now import EntryNowQuerySet, State
from people.errors import NotAllowed
from people.models import Child, User
from people.permissions import check_decides_for, check_role, decides_for
from people.roles import Permission

MOST_PAGES = 400
BUSY = (LifeBook.State.WAITING, LifeBook.State.MAKING)
DATELESS = date.max


def books_of(user: User, at: datetime) -> QuerySet[LifeBook]:
    """Books this user may open, newest first: a young person their own; a worker those of children who do not sign in yet."""
    if not user.is_active:
        return LifeBook.objects.none()
    if not user.is_staff:
        return LifeBook.objects.filter(child__user=user.pk, child__died_on__isnull=True)
    if not user.may(Permission.OPEN_ENTRIES, at):
        return LifeBook.objects.none()
    theirs = Child.objects.worked_with_by(user, at).filter(user__isnull=True)
    return LifeBook.objects.filter(child__in=theirs.values("pk"))


def check_makes_books_for(by: User, child: Child, now: datetime) -> None:
    """Raise NotAllowed for anybody but the person themselves, or somebody who works with a child that has no sign-in."""
    if not by.is_staff:
        if child.user_id != by.pk:
            raise NotAllowed("not_yours", _("Only the person this is about can choose this."))
        return
    check_role(by, Permission.OPEN_ENTRIES, now)
    check_decides_for(by, child, now)
    if child.user_id is not None:
        raise NotAllowed("theirs", _("They sign in themselves, so the book is theirs to make. Sit with them and make it together."))


def locked(book: LifeBook, by: User, now: datetime) -> LifeBook:
    """The book, locked, for somebody who may change it. Raises NotAllowed."""
    may = books_of(by, now).filter(pk=book.pk).values("pk")
    found = LifeBook.objects.select_for_update().filter(pk__in=may).first()
    if found is None:
        raise NotAllowed("not_yours", _("We can't find that book."))
    if found.thrown_away_at:
        raise NotAllowed("thrown_away", _("This book was thrown away. Bring it back first."))
    return found


def makes_books_for(by: User, child: Child, now: datetime) -> bool:
    """Whether `check_makes_books_for` lets somebody of the staff."""
    return child.user_id is None and by.may(Permission.OPEN_ENTRIES, now) and decides_for(by, child, now)


def open_for_a_book(user: User, child: Child, at: datetime) -> EntryNowQuerySet:
    """What may stand in a book of this child: what is open to them by themselves. `user`: the person, or who makes it for them.

    What is only read beside a worker is in no book: a book can be opened anywhere, by anybody.
    """
    rows = EntryNow.objects.visible_to(user, at).filter(child=child)
    if user.is_staff:
        rows = rows.open_at(at)
    alone: EntryNowQuerySet = rows.exclude(state=State.WITH_SUPPORT)
    return alone


def reader_of(book: LifeBook) -> User:
    """Through whose eyes the book is made: the person it is about, or who makes it while they have no sign-in."""
    return book.child.user or book.made_by


def has_changed_since(book: LifeBook) -> bool:
    """Whether something in a made book was closed to its reader, or covered, after it was made: then it is not handed out any more."""
    if book.made_at is None or book.file_id is None:
        return False
    pages = LifeBookPage.objects.filter(book=book, printed=True).values("entry")
    covered = CoveredPassage.objects.filter(entry__in=pages, sharing__at__gt=book.made_at)
    return covered.exists()


def in_order_of_time(rows: Iterable[EntryNow]) -> list[UUID]:
    """The ids of these entries, oldest first; what has no date comes last."""
    return [row.pk for row in sorted(rows, key=lambda row: (row.day or DATELESS, row.recorded_at))]


def is_in_order_of_time(days: Sequence[date | None]) -> bool:
    """Whether these days follow each other as they were."""
    known = [day or DATELESS for day in days]
    return known == sorted(known)


def put_between(standing: Sequence[tuple[UUID, date | None]], new: Iterable[tuple[UUID, date | None]]) -> list[UUID]:
    """Where newly chosen entries go: each before the first that is later, so that an order made by hand is kept."""
    order = list(standing)
    for entry_id, day in sorted(new, key=lambda one: one[1] or DATELESS):
        place = next((at for at, (_id, other) in enumerate(order) if (other or DATELESS) > (day or DATELESS)), len(order))
        order.insert(place, (entry_id, day))
    return [entry_id for entry_id, _day in order]


def pages_in_order(book: LifeBook) -> list[tuple[UUID, date | None]]:
    """The chosen entries and their days, in the book's own order."""
    rows = LifeBookPage.objects.filter(book=book).order_by("position", "pk")
    return list(rows.annotate(day=F("entry__now__day")).values_list("entry_id", "day"))


def books_with(entries: Iterable[Entry]) -> QuerySet[LifeBook]:
    """Books that are made, or being made, in which one of these entries stands."""
    holding = LifeBookPage.objects.filter(entry__in=list(entries)).values("book")
    return LifeBook.objects.filter(Q(file__isnull=False) | Q(state__in=BUSY), pk__in=holding)
