"""One entry, and three things to say about it: this is wrong, talk to me about it, this is not about me."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from official_file.actions.not_about_me import not_about_me
from official_file.actions.say_this_is_wrong import say_this_is_wrong
from official_file.models import EntryNow, Rectification
from official_file.queries import entry_for, told_elsewhere
from people.access import current_user, young_person_page
from people.actions.ask_to_talk import ask_to_talk
from people.models import Child
from portal.came_from import way_back
from portal.forms.about_entry import Words
from portal.queries.asked import promise
from portal.queries.entry_page import EntryPage, entry_page
from portal.queries.my_entries import hidden_words
from portal.queries.preferences import preferences_of
from portal.queries.said_wrong import SAID, said_before, said_wrong
from portal.views.searching import MINE, back_to_search
from portal.views.warning import opened, set_aside_or_nothing, warn_first

FORM_METHODS = ["GET", "HEAD", "POST"]
DISAGREE = "disagree"
View = Callable[[HttpRequest, Child, UUID], HttpResponse]


def unless_hidden(view: View) -> View:
    """Own words that were hidden on this phone ask for the passphrase, here too: a browser remembers addresses."""

    @wraps(view)
    def wrapped(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
        hidden = hidden_words(current_user(request), entry_id)
        return redirect("stories:hidden", hidden) if hidden else view(request, child, entry_id)

    return wrapped


@require_safe
@young_person_page
@unless_hidden
def entry(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """The plain words first; behind them the original, who wrote it, where it came from, and what I said about it."""
    if moved := told_elsewhere(current_user(request), entry_id, timezone.now()):
        return redirect("portal:entry", moved)
    row = entry_for(current_user(request), entry_id, timezone.now())
    if row is None:
        return set_aside_or_nothing(request, entry_id)
    if first := warn_first(request, row):
        return first
    shown = {
        **opened(request, child, row),
        "shown": _page(request, child, row),
        "said_wrong": said_wrong(row, timezone.now()),
        "before": said_before(row, current_user(request), timezone.now()),
        "back": way_back(request, row.pk),
        "read_original": request.GET.get("original") == "1",
        "searched": back_to_search(request, reverse("portal:search"), about=MINE, anchor=f"e-{row.pk}"),
    }
    return render(request, "portal/entry.html", shown)


@require_http_methods(FORM_METHODS)
@young_person_page
@unless_hidden
def wrong(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Say that it is wrong, here without words or on the page for my own words. It is looked at within a month."""
    row = _mine(request, entry_id)
    if request.method == "POST":
        user, now = current_user(request), timezone.now()
        kind = DISAGREE if request.POST.get("kind") == DISAGREE else Rectification.Kind.WRONG
        task = say_this_is_wrong(child=child, entry=row.entry, kind=kind, by=user, now=now)
        messages.success(request, f"{gettext(SAID[Rectification.Kind(kind)])} {promise(task, now)}")
        return redirect("portal:entry", entry_id)
    if first := warn_first(request, row):
        return first
    return render(request, "portal/entry_wrong.html", {"shown": _page(request, child, row)})


@require_http_methods(FORM_METHODS)
@young_person_page
@unless_hidden
def talk(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Ask somebody to talk about it."""
    row = _mine(request, entry_id)
    if first := warn_first(request, row):
        return first
    form = Words(request.POST or None, question=gettext("What would you like to ask?"))
    if request.method == "POST" and form.is_valid():
        user, now = current_user(request), timezone.now()
        task = ask_to_talk(child=child, about_type="entry", about_id=row.pk, words=form.cleaned_data["words"], by=user, now=now)
        messages.success(request, gettext("You asked to talk about this. %(promise)s") % {"promise": promise(task, now)})
        return redirect("portal:entry", entry_id)
    return render(request, "portal/entry_talk.html", {"shown": _page(request, child, row), "form": form})


@require_http_methods(FORM_METHODS)
@young_person_page
@unless_hidden
def not_me(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Say that it is about somebody else: it is hidden at once, and somebody checks within a working day."""
    row = _mine(request, entry_id)
    if first := warn_first(request, row):
        return first
    form = Words(request.POST or None, question=gettext("How do you know? You do not have to say."))
    if request.method == "POST" and form.is_valid():
        user, now = current_user(request), timezone.now()
        task = not_about_me(child=child, entry=row.entry, words=form.cleaned_data["words"], by=user, now=now)
        said = gettext("Thank you for telling us. You do not see it any more. %(promise)s") % {"promise": promise(task, now)}
        messages.success(request, said)
        return redirect("portal:my_story")
    return render(request, "portal/entry_not_me.html", {"shown": _page(request, child, row), "form": form})


def _mine(request: HttpRequest, entry_id: UUID) -> EntryNow:
    """The entry, when it is open to its reader. Raises Http404, for a stranger exactly as for an id that does not exist."""
    row = entry_for(current_user(request), entry_id, timezone.now())
    if row is None:
        raise Http404
    return row


def _page(request: HttpRequest, child: Child, row: EntryNow) -> EntryPage:
    """What is shown of it. Raises Http404 when nothing is to be said."""
    user = current_user(request)
    page = entry_page(row=row, user=user, child=child, at=timezone.now(), level=preferences_of(user).level)
    if page is None:
        raise Http404
    return page
