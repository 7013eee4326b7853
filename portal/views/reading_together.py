"""Only with my worker there: what is open while they read together, ending it, asking for company with one entry."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from law.working_time import london_day
from official_file.actions.ask_for_company import ask_for_company, read_alone_after_all
from official_file.actions.read_together import end_reading_together
from official_file.models import Entry
from official_file.models.now import State
from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child
from portal.queries.asked import promise
from portal.queries.lines import lines_of
from portal.queries.my_entries import for_lines, my_entries
from portal.queries.preferences import level_of
from portal.queries.reading_together import asked_by_themselves, for_two, running, sittings
from portal.views.pace import my_entry

AT_MOST = 60


@require_safe
@young_person_page
def together(request: HttpRequest, child: Child) -> HttpResponse:
    """While it runs: what is open for it, until when, and the way to end it. Else what waits for it, and what was opened before."""
    user, now = current_user(request), timezone.now()
    runs = running(child, now)
    rows = for_lines(my_entries(user, child, now)).filter(state=State.WITH_SUPPORT)[:AT_MOST] if runs else []
    shown = {
        "runs": runs,
        "lines": lines_of(rows, child=child, today=london_day(now), level=level_of(user)),
        "waiting": 0 if runs else for_two(user, child, now),
        "mine": [] if runs else asked_by_themselves(user, child, now),
        "sittings": sittings(user, child, now),
    }
    return render(request, "portal/pace/together.html", shown)


@require_POST
@young_person_page
def end(request: HttpRequest, child: Child) -> HttpResponse:
    """End it at once."""
    now = timezone.now()
    if runs := running(child, now):
        end_reading_together(together=runs, by=current_user(request), now=now)
        messages.success(request, gettext("You ended it. What was open for it is closed again."))
    return redirect("portal:reading_together")


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def with_my_worker(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Close one entry until their worker reads it with them, and tell the worker so."""
    row = my_entry(request, entry_id)
    if row.kind == "own_words" or row.state == State.WITH_SUPPORT:
        raise Http404
    if request.method == "POST":
        user, now = current_user(request), timezone.now()
        task = ask_for_company(child=child, entry=row.entry, by=user, now=now)
        said = gettext("It is closed until your worker is there. We told them. %(promise)s") % {"promise": promise(task, now)}
        messages.success(request, said)
        return redirect("portal:reading_together")
    return render(request, "portal/pace/with_my_worker.html", {"entry_id": row.pk})


@require_POST
@young_person_page
def alone(request: HttpRequest, child: Child, entry_id: UUID) -> HttpResponse:
    """Read it alone after all. Raises Http404 for what they did not ask company for."""
    user, now = current_user(request), timezone.now()
    if entry_id not in [pk for pk, _heading in asked_by_themselves(user, child, now)]:
        raise Http404
    try:
        read_alone_after_all(child=child, entry=Entry.objects.get(pk=entry_id), by=user, now=now)
    except NotAllowed as gone:
        raise Http404 from gone
    return redirect("portal:entry", entry_id)
