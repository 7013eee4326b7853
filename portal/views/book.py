"""Life story books: begin one, choose what is in it, and in which order, and what stands beside it.

Both doors lead here: of the person the book is about, and of somebody who makes it for a child that does not sign in yet.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from official_file.actions.begin_book import begin_book, change_book
from official_file.actions.choose_for_book import choose_for_book, move_in_book, sort_book, write_beside
from official_file.actions.throw_book_away import bring_book_back, throw_book_away
from official_file.books import books_of, makes_books_for
from official_file.models import LifeBook
from people.access import child_for, current_user, staff_page, young_person_page
from people.models import Child
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.book import EMPTY, Beside, BookLooks, NewBook
from portal.queries.book_choosing import choosing, chosen_at_first
from portal.queries.book_page import book_page, line_in

FORM_METHODS = ["GET", "HEAD", "POST"]
View = Callable[..., HttpResponseBase]
BASES = {True: "base_staff.html", False: "base.html"}


def about_a_book(view: View) -> View:
    """A page about one book, for those who may open it; anybody else gets the answer for a page that does not exist."""

    def opened(request: HttpRequest, book_id: UUID, *args: Any, **kwargs: Any) -> HttpResponseBase:
        user = current_user(request)
        book = books_of(user, timezone.now()).select_related("child__user", "made_by", "file").filter(pk=book_id).first()
        if book is None:
            raise Http404
        if user.is_staff:
            look_at_file(child=book.child, by=user, now=timezone.now())
        return view(request, book, *args, **kwargs)

    def own(request: HttpRequest, _child: Child, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return opened(request, *args, **kwargs)

    for_staff: View = staff_page(Permission.OPEN_ENTRIES)(opened)
    for_them: View = young_person_page(own)

    @wraps(view)
    def door(request: HttpRequest, /, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return (for_staff if current_user(request).is_staff else for_them)(request, *args, **kwargs)

    return door


def shown_to(request: HttpRequest, book: LifeBook) -> dict[str, object]:
    """What every page about a book needs."""
    staff = current_user(request).is_staff
    back = reverse("portal:child_books", args=[book.child_id]) if staff else reverse("portal:books")
    return {"book": book, "child": book.child, "base": BASES[staff], "staff": staff, "books_url": back}


@require_safe
@young_person_page
def books(request: HttpRequest, child: Child) -> HttpResponse:
    """Their books, and those they threw away."""
    return _list(request, child, begin=reverse("portal:begin_book"))


@require_http_methods(FORM_METHODS)
@young_person_page
def begin(request: HttpRequest, child: Child) -> HttpResponse:
    """A new book of one's own."""
    return _begin(request, child, back=reverse("portal:books"))


@staff_page(Permission.OPEN_ENTRIES)
@require_safe
def child_books(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Books of a child who does not sign in yet; of anybody else, whose it is to make them."""
    child = child_for(request, child_id)
    look_at_file(child=child, by=current_user(request), now=timezone.now())
    return _list(request, child, begin=reverse("portal:begin_child_book", args=[child.pk]))


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM_METHODS)
def begin_child_book(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """A new book for a child. Raises NotAllowed, saying whose it is to make, when they sign in themselves."""
    return _begin(request, child_for(request, child_id), back=reverse("portal:child_books", args=[child_id]))


@require_safe
@about_a_book
def book(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """One book: what stands in it, how it looks, and how far its making has come."""
    return render(request, "portal/book/book.html", {**shown_to(request, book), **book_page(book, timezone.now())})


@require_http_methods(FORM_METHODS)
@about_a_book
def change(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """Title, first words, size, gaps."""
    looks = {name: getattr(book, name) for name in ("title", "opening_words", "point_size", "with_gaps")}
    form = BookLooks(request.POST if request.method == "POST" else None, initial=looks)
    if request.method == "POST" and form.is_valid():
        change_book(book=book, looks=form.looks(), by=current_user(request), now=timezone.now())
        return redirect("portal:book", book.pk)
    return render(request, "portal/book/change.html", {**shown_to(request, book), "form": form}, status=422 if form.errors else 200)


@require_http_methods(FORM_METHODS)
@about_a_book
def choose(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """Tick what goes in, one page of the story at a time. What is on other pages stays as it is."""
    user, now = current_user(request), timezone.now()
    found = choosing(book, request.GET.get("page"), now)
    if request.method == "POST":
        here = {line.id for group in found.groups for line, _chosen in group.lines}
        ticked = here if request.POST.get("all") else {one for one in here if str(one) in request.POST.getlist("entry")}
        choose_for_book(book=book, add=ticked, drop=here - ticked, by=user, now=now)
        if request.POST.get("next") and found.page.has_next():
            return redirect(f"{reverse('portal:choose_for_book', args=[book.pk])}?page={found.page.next_page_number()}")
        messages.success(request, gettext("Kept."))
        return redirect("portal:book", book.pk)
    return render(request, "portal/book/choose.html", {**shown_to(request, book), "found": found, "page": found.page})


@require_POST
@about_a_book
def order(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """Move one thing up or down, take it out, or put everything back in the order it happened. Back to where it was pressed."""
    user, now = current_user(request), timezone.now()
    if request.POST.get("by_time"):
        sort_book(book=book, by=user, now=now)
        return redirect("portal:book", book.pk)
    for name, steps in (("up", -1), ("down", 1)):
        if entry_id := _id(request.POST.get(name, "")):
            move_in_book(book=book, entry_id=entry_id, steps=steps, by=user, now=now)
            return redirect(f"{reverse('portal:book', args=[book.pk])}#e-{entry_id}")
    if entry_id := _id(request.POST.get("out", "")):
        choose_for_book(book=book, drop=[entry_id], by=user, now=now)
        messages.success(request, gettext("Taken out. It is still in the story, and you can choose it again."))
    return redirect("portal:book", book.pk)


@require_http_methods(FORM_METHODS)
@about_a_book
def beside(request: HttpRequest, book: LifeBook, entry_id: UUID) -> HttpResponse:
    """Words beside one entry. Raises Http404 for what is not in the book, or not open."""
    line = line_in(book, entry_id, timezone.now())
    if line is None:
        raise Http404
    form = Beside(request.POST if request.method == "POST" else None, initial={"words": book.pages.get(entry=entry_id).words})
    if request.method == "POST" and form.is_valid():
        write_beside(book=book, entry_id=entry_id, words=form.cleaned_data["words"], by=current_user(request), now=timezone.now())
        return redirect(f"{reverse('portal:book', args=[book.pk])}#e-{entry_id}")
    shown = {**shown_to(request, book), "form": form, "line": line}
    return render(request, "portal/book/beside.html", shown, status=422 if form.errors else 200)


@require_http_methods(FORM_METHODS)
@about_a_book
def throw_away(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """Ask first; then it leaves the list, and can be brought back from there."""
    shown = shown_to(request, book)
    if request.method == "POST":
        throw_book_away(book=book, by=current_user(request), now=timezone.now())
        messages.success(request, gettext("The book is thrown away. You can bring it back below."))
        return redirect(str(shown["books_url"]))
    return render(request, "portal/book/throw_away.html", shown)


@require_POST
@about_a_book
def bring_back(request: HttpRequest, book: LifeBook) -> HttpResponse:
    """Undo."""
    bring_book_back(book=book, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("The book is back. Make it again when you like."))
    return redirect("portal:book", book.pk)


def _list(request: HttpRequest, child: Child, *, begin: str) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    mine = list(books_of(user, now).filter(child=child))
    shown = {
        "child": child,
        "base": BASES[user.is_staff],
        "staff": user.is_staff,
        "may_begin": not user.is_staff or makes_books_for(user, child, now),
        "begin_url": begin,
        "books": [one for one in mine if not one.thrown_away_at],
        "thrown_away": [one for one in mine if one.thrown_away_at],
    }
    return render(request, "portal/book/list.html", shown)


def _begin(request: HttpRequest, child: Child, *, back: str) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    if user.is_staff and not makes_books_for(user, child, now):
        raise Http404
    form = NewBook(request.POST if request.method == "POST" else None, initial={"title": gettext("My story")})
    if request.method == "POST" and form.is_valid():
        entries = [] if form.cleaned_data["begin_with"] == EMPTY else chosen_at_first(user, child, now)
        made = begin_book(child=child, looks=form.looks(), entries=entries, by=user, now=now)
        return redirect("portal:choose_for_book" if not entries else "portal:book", made.pk)
    shown = {"form": form, "child": child, "base": BASES[user.is_staff], "staff": user.is_staff, "books_url": back}
    return render(request, "portal/book/begin.html", shown, status=422 if form.errors else 200)


def _id(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
