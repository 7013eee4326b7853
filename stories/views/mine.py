"""My words: drafts, what was sent, what was answered; and what one can still do with each."""

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import current_user, young_person_page
from people.models import Child
from people.sign_in import ask_passphrase_again
from stories.actions.ask_again import ask_again
from stories.actions.hide import hide, stop_hiding
from stories.actions.see_answers import see_answers
from stories.actions.withdraw import withdraw
from stories.lifecycle import IN_FILE, Status
from stories.meanings import shown_meanings
from stories.models import Contribution
from stories.permissions import can_withdraw, why_not_withdraw
from stories.queries import entry_to_write_about, following, has_something, kept_by, who_will_read
from stories.views.pages import about_in_words, own_contribution
from stories.views.shown import mine_in_words, shown_readers
from stories.views.ways import WAYS, address_of

A_PAGE = 10


@require_safe
@young_person_page
def my_words(request: HttpRequest, child: Child) -> HttpResponseBase:
    """Everything of theirs, newest first. What is hidden on this phone stands as one line without words."""
    user, now = current_user(request), timezone.now()
    mine = kept_by(user).select_related("meeting", "follows")
    drafts = mine.filter(status=Status.DRAFT)
    sent = Paginator(mine.exclude(status=Status.DRAFT).order_by("-sent_at"), A_PAGE).get_page(request.GET.get("page"))
    shown, begun = mine_in_words(list(sent), now), [draft for draft in drafts if has_something(draft)]
    see_answers(contributions=[one.contribution.pk for one in shown if not one.contribution.hidden_by_author], by=user, now=now)
    there = {"drafts": mine_in_words(begun, now), "page": sent, "mine": shown}
    return render(request, "stories/my_words.html", there | {"ways": {way: address_of(way, None, {}) for way in WAYS}})


@require_safe
@young_person_page
def one(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """One contribution, whole, with its answers and who can read it now. A hidden one asks for the passphrase first."""
    contribution = own_contribution(request, child, pk)
    if contribution.standing is Status.DRAFT:
        return redirect("stories:check", contribution.pk)
    if contribution.hidden_by_author:
        return redirect("stories:hidden", contribution.pk)
    return _one_page(request, child, pk)


@require_safe
@young_person_page
@reauthentication_required
def hidden(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """The same for what is hidden on this phone, after the passphrase."""
    contribution = own_contribution(request, child, pk)
    if not contribution.hidden_by_author:
        return redirect("stories:one", contribution.pk)
    return _one_page(request, child, pk)


@require_POST
@young_person_page
def hide_it(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Hide it on this phone."""
    hide(contribution=_sent(request, child, pk), by=current_user(request), now=timezone.now())
    ask_passphrase_again(request)
    messages.info(request, _("It is hidden. You need your passphrase to see it again."))
    return redirect("stories:list")


@require_POST
@young_person_page
@reauthentication_required
def show_it(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Stop hiding it."""
    contribution = stop_hiding(contribution=_sent(request, child, pk), by=current_user(request), now=timezone.now())
    return redirect("stories:one", contribution.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def take_back(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Take it back, after asking once."""
    contribution = _sent(request, child, pk)
    if request.method == "POST":
        withdraw(contribution=contribution, by=current_user(request), now=timezone.now())
        messages.info(request, _("You took it back. Nobody who works here can read it now."))
        return redirect("stories:list")
    if not can_withdraw(current_user(request), contribution):
        return redirect("stories:one", contribution.pk)  # which says why
    return render(request, "stories/take_back.html", {"contribution": contribution})


@require_POST
@young_person_page
def look_again(request: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Ask someone else to look."""
    ask_again(contribution=_sent(request, child, pk), by=current_user(request), now=timezone.now())
    messages.info(request, _("Somebody who has not decided about it before will look."))
    return redirect("stories:one", pk)


def _sent(request: HttpRequest, child: Child, pk: UUID) -> Contribution:
    contribution = own_contribution(request, child, pk)
    if contribution.standing is Status.DRAFT:
        raise Http404
    return contribution


def _one_page(request: HttpRequest, child: Child, pk: UUID) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    contribution = kept_by(user).get(pk=pk)
    see_answers(contributions=[pk], by=user, now=now)
    about = entry_to_write_about(user, str(contribution.about_id or ""), now)
    shown = {
        "mine": mine_in_words([contribution], now)[0],
        "can_withdraw": can_withdraw(user, contribution),
        "why_kept": why_not_withdraw(user, contribution),
        "picture_closed": contribution.attachments.filter(file__shut__isnull=False).exists(),
        "meanings": shown_meanings(contribution),
        "about": about_in_words(about, child),
        "about_id": about.pk if about else None,
        "readers": shown_readers(who_will_read(contribution, now)),
        "can_follow": contribution.standing in IN_FILE,
        "follows": contribution.follows if contribution.follows and not contribution.follows.hidden_by_author else None,
        "following": mine_in_words([one for one in following(contribution) if not one.hidden_by_author], now),
    }
    return render(request, "stories/one.html", shown)
