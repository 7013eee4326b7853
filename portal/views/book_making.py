"""A life story book as it will be, page by page; making its PDF, how far that is, and the PDF itself."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_POST, require_safe

from files.handing_out import hand_out
from files.queries import read
from official_file.models import LifeBook
from people.access import current_user
from portal.actions.make_book import ask_for_book, take_book
from portal.jobs import make_soon
from portal.queries.book_outline import Outline
from portal.queries.book_page import making_of, may_be_handed_out
from portal.queries.book_story import Teller
from portal.queries.book_under_way import is_under_way
from portal.views.book import about_a_book, shown_to

PDF = "application/pdf"
SECONDS, MOST_TIMES = 3, 100


@require_safe
@about_a_book
def preview(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """One page of the book as it will be; page 0 is its first page with the contents."""
    outline = Outline(book, timezone.now())
    slots, teller = outline.slots, Teller(outline)
    asked = request.GET.get("page", "0")
    number = min(int(asked), len(slots)) if asked.isdecimal() and len(asked) < 5 else 0
    front = outline.front if number == 0 else None
    shown = {
        "number": number,
        "last": len(slots),
        "before": number - 1,
        "after": number + 1,
        "page": teller.page(slots[number - 1], number) if number else None,
        "front": teller.leaf(front, 0, outline.beside.get(front.pk, "")) if front else None,
        "contents": teller.contents() if number == 0 else [],
    }
    return render(request, "portal/book/preview.html", {**shown_to(request, book), **shown})


@require_POST
@about_a_book
def make(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """Have it made in the background. Asked for while it is being made, nothing is added; after a stop it begins again."""
    user, now = current_user(request), timezone.now()
    if ask_for_book(book=book, by=user, now=now) or not is_under_way(book):
        make_soon(book, get_language() or "")
    return redirect(f"{reverse('portal:book', args=[book.pk])}#made")


@require_safe
@about_a_book
def progress(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """How far it is: a frame that looks again by itself, without a script, until it has ended. It says nothing of the book."""
    making = making_of(book, timezone.now())
    response = render(request, "portal/book/progress.html", {"book": book, "making": making})
    times = request.GET.get("again", "0")
    again = int(times) if times.isdecimal() and len(times) < 4 else MOST_TIMES
    if making.goes_on and again < MOST_TIMES:
        response.headers["Refresh"] = f"{SECONDS}; url={reverse('portal:book_progress', args=[book.pk])}?again={again + 1}"
    return response


@require_safe
@about_a_book
def file(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """The PDF, to be kept. Its name says nothing. Raises Http404 while there is none that may leave."""
    now = timezone.now()
    if book.file is None or not may_be_handed_out(book, now):
        raise Http404
    content = read(book.file)
    take_book(book=book, by=current_user(request), now=now)
    return hand_out(request, content, PDF, save_as="book.pdf")
