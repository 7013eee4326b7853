""" "I am worried about something now": numbers first, then one field, sent as urgent in one step. Reached from every page."""

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_http_methods

from people.access import current_user, own_child
from people.errors import NotAllowed
from people.sign_in import ask_passphrase_again
from stories.actions.send_worry import send_worry
from stories.forms import WorryForm
from stories.lifecycle import Status
from stories.views.away import keep_for_author
from stories.views.pages import SOMEBODY_ELSE, arrived, as_new, blank, came_from, filled, own_draft, worried_page

A_FEW_WORDS = gettext_noop("There are no words here yet. A few words are enough. Or call somebody.")


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def worried(request: HttpRequest) -> HttpResponseBase:
    """The urgent page. It does not wait for the first-use notice, and what arrives after the session ended is not lost."""
    if not request.user.is_authenticated:
        return keep_for_author(request, worried=True) if request.method == "POST" else redirect("portal:help")
    if request.method == "POST":
        return _send(request)
    child = own_child(request)
    if "draft" not in request.GET:
        return worried_page(request, child, blank(WorryForm))
    draft = own_draft(request, child, request.GET["draft"])
    return worried_page(request, child, filled(WorryForm, draft)) if draft.standing is Status.DRAFT else redirect("stories:sent", draft.pk)


def _send(request: HttpRequest) -> HttpResponseBase:
    child, form = own_child(request), arrived(request, WorryForm)
    if not form.is_valid():
        return worried_page(request, child, form)
    if not came_from(request, current_user(request)):
        messages.info(request, gettext(SOMEBODY_ELSE))
        return worried_page(request, child, as_new(form))
    data = form.cleaned_data
    try:
        urgent = send_worry(
            child=child,
            draft_id=data["draft"],
            words=data["words"],
            hide=data["hide"],
            by=current_user(request),
            now=timezone.now(),
        )
    except NotAllowed as refusal:
        if refusal.code == "not_yours":
            raise Http404 from refusal
        form.add_error("words", gettext(A_FEW_WORDS) if refusal.code == "nothing_written" else refusal.sentence)
        return worried_page(request, child, form)
    if urgent.hidden_by_author:
        ask_passphrase_again(request)
    return redirect("stories:sent", urgent.pk)
