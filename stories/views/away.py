"""Words that arrive after the session has ended: they wait, on our side, for the person who wrote them to sign in again.

Nothing is kept in the browser. The page carries its author's id under seal, so words wait only for their author, and only
a page of ours can leave any.
"""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, resolve_url
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child
from stories.actions.save_draft import ChangedElsewhere
from stories.boards import MOST_TAPS
from stories.forms import DraftForm, WorryForm
from stories.views.pages import author_in, filled, save_form, worried_page, write_page

KEPT = "words_that_wait"
FIELDS = ("draft", "about", "kind", "meeting", "prompt", "person", "follows", "version", "tab", "turn", "words", "shows_boards")


def wants_json(request: HttpRequest) -> bool:
    """Whether the page's script asks, rather than a person."""
    return "application/json" in request.headers.get("Accept", "") or "quiet" in request.POST


def keep_for_author(request: HttpRequest, *, worried: bool = False) -> HttpResponse:
    """Keep what was posted until its author signs in, and send them to do so. A script is told to ask for that."""
    if wants_json(request):
        return JsonResponse({"sentence": _("You were away, so we closed your page to keep it private. Sign in to go on.")}, status=401)
    author = author_in(request.POST.get("author", ""))
    if author:
        posted = {name: request.POST.get(name, "") for name in FIELDS}
        request.session[KEPT] = {"author": author, "worried": worried, "taps": request.POST.getlist("taps")[:MOST_TAPS], **posted}
    return redirect(f"{resolve_url('account_login')}?{urlencode({'next': reverse('stories:kept')})}")


@require_safe
@young_person_page
def kept(request: HttpRequest, child: Child) -> HttpResponseBase:
    """After signing in again: the words that waited become the draft, or stand beside the newer ones."""
    waiting = request.session.pop(KEPT, None)
    if not waiting or waiting["author"] != str(current_user(request).pk):
        return redirect("stories:list")
    worried = bool(waiting["worried"])
    form = WorryForm(waiting) if worried else DraftForm(waiting)
    if not form.is_valid():
        return worried_page(request, child, form) if worried else write_page(request, child, form)
    try:
        draft = save_form(form, child=child, by=current_user(request), now=timezone.now())
    except ChangedElsewhere as clash:
        came = form.cleaned_data
        both = filled(DraftForm, clash.held, came["words"], taps=came["taps"] or None, boards=came["shows_boards"])
        return write_page(request, child, both, held=clash.held)
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
        return redirect("stories:list")
    messages.info(request, _("You were away for 15 minutes, so we closed your page to keep it private. Your words are saved."))
    page = reverse("stories:worried" if worried else "stories:taps" if draft.board and not draft.words else "stories:write")
    return redirect(f"{page}?{urlencode({'draft': str(draft.pk)})}")
