"""Addresses of life story books, and of what changed in our words. No title and no name stands in any."""

from django.urls import path

from portal.views import book, book_making
from portal.views.staff import word_changes

urlpatterns = [
    path("books/", book.books, name="books"),
    path("books/new/", book.begin, name="begin_book"),
    path("books/<uuid:book_id>/", book.book, name="book"),
    path("books/<uuid:book_id>/change/", book.change, name="change_book"),
    path("books/<uuid:book_id>/choose/", book.choose, name="choose_for_book"),
    path("books/<uuid:book_id>/order/", book.order, name="order_book"),
    path("books/<uuid:book_id>/beside/<uuid:entry_id>/", book.beside, name="beside_in_book"),
    path("books/<uuid:book_id>/look/", book_making.preview, name="look_at_book"),
    path("books/<uuid:book_id>/make/", book_making.make, name="make_book"),
    path("books/<uuid:book_id>/progress/", book_making.progress, name="book_progress"),
    path("books/<uuid:book_id>/file/", book_making.file, name="book_file"),
    path("books/<uuid:book_id>/throw-away/", book.throw_away, name="throw_book_away"),
    path("books/<uuid:book_id>/bring-back/", book.bring_back, name="bring_book_back"),
    path("work/words/", word_changes.word_changes, name="changes_of_words"),
    path("work/children/<uuid:child_id>/books/", book.child_books, name="child_books"),
    path("work/children/<uuid:child_id>/books/new/", book.begin_child_book, name="begin_child_book"),
]
