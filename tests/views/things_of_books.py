"""Amara's life story books: one that is made, with one entry in it, and one that was thrown away."""

from uuid import UUID

from files.actions.seal import seal
from official_file.actions.begin_book import Looks, begin_book
from official_file.actions.throw_book_away import throw_book_away
from official_file.models import Entry, LifeBook
from tests.cast import NOW, Cast


def her_books(cast: Cast, opened: Entry) -> dict[str, tuple[UUID, ...]]:
    """Both, by the name of the thing."""
    given = {"child": cast.amara, "by": cast.amara.user, "now": NOW}
    made, away = (begin_book(looks=Looks(title=title), entries=[opened.pk], **given) for title in ("My story", "An older one"))
    file = seal(content=b"%PDF-1.7 a book", name="book.pdf", by=cast.amara.user.who(NOW), now=NOW)
    LifeBook.objects.filter(pk=made.pk).update(state=LifeBook.State.READY, file=file, made_at=NOW)
    made.pages.update(printed=True)
    throw_book_away(book=away, by=cast.amara.user, now=NOW)
    return {"book": (made.pk,), "book+entry": (made.pk, opened.pk), "book_away": (away.pk,)}
