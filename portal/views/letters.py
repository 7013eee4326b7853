"""The letters that people wrote to a young person, kept for good; each as a letter to read and print. And asking for a paper of theirs."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from law.working_time import london_day
from official_file.actions.ask_for_paper import ask_for_paper
from official_file.letters import KINDS
from official_file.presentation import show
from official_file.queries import entry_for
from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child
from portal.queries.asked import promise
from portal.queries.letters import letters_of, sort_of
from portal.views.warning import set_aside_or_nothing, warn_first


@require_safe
@young_person_page
def letters(request: HttpRequest, child: Child) -> HttpResponse:
    """Every letter that is open to them, newest first, by sort."""
    return render(request, "portal/letters.html", {"sorts": letters_of(current_user(request), child, timezone.now())})


@require_safe
@young_person_page
def letter(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """One letter as a letter. A former name in it is said before it is met, and what may be hard to read is warned of."""
    user, now = current_user(request), timezone.now()
    row = entry_for(user, entry_id, now)
    if row is None:
        return set_aside_or_nothing(request, entry_id)
    if first := warn_first(request, row):
        return first
    entry = show(row, child=child, today=london_day(now)) if row.kind in KINDS else None
    if entry is None:
        raise Http404
    shown = {"entry": entry, "sort": sort_of(row), "read": not entry.warning or request.GET.get("original") == "1"}
    return render(request, "portal/letter.html", shown)


@require_POST
@young_person_page
def ask_paper(request: HttpRequest, child: Child) -> HttpResponse:
    """Ask for one of their papers."""
    now = timezone.now()
    try:
        task = ask_for_paper(child=child, paper=request.POST.get("paper", ""), by=current_user(request), now=now)
    except NotAllowed as refusal:
        raise Http404 from refusal
    messages.success(request, gettext("You asked for it. %(promise)s") % {"promise": promise(task, now)})
    return redirect("portal:my_papers")
