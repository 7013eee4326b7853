"""Asking for a page on paper, in the level, size and language one likes; seeing where that stands; taking it back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, gettext
from django.views.decorators.http import require_http_methods, require_POST

from people.access import current_user, young_person_page
from people.models import Child, Task, TaskKind
from portal.actions.ask_for_paper_copy import ask_for_paper_copy
from portal.actions.take_back_paper_copy import take_back_paper_copy
from portal.copies import POINTS, Copy
from portal.forms.paper_copy import PaperCopy
from portal.queries.asked import promise
from portal.queries.paper_copies import in_words, name_of, subject_of, wanted_by
from portal.queries.preferences import preferences_of


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def paper_copy(request: HttpRequest, child: Child) -> HttpResponse:
    """Ask for the page one came from (`?what=story`), already filled in as one reads. Raises Http404 for what they cannot see."""
    user, now = current_user(request), timezone.now()
    what, which = request.GET.get("what", "story"), request.GET.get("which", "")
    about = subject_of(user, child, what, which, now)
    if about is None:
        raise Http404
    form = PaperCopy(request.POST or None, initial=_usual(request))
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        copy = Copy(what, "" if what == "entry" else which, given["level"], int(given["points"]), given["language"])
        said = in_words(copy, user, about, now)
        task = ask_for_paper_copy(child=child, copy=copy, words=said, about_id=about, by=user, now=now)
        messages.success(request, gettext("You asked for this on paper. %(promise)s") % {"promise": promise(task, now)})
        return redirect(f"{reverse('portal:paper_copy')}?{request.GET.urlencode()}")
    shown = {"form": form, "name": name_of(what, which), "wanted": wanted_by(child, now)}
    return render(request, "portal/paper_copy.html", shown, status=422 if form.errors else 200)


@require_POST
@young_person_page
def take_back(request: HttpRequest, child: Child, task_id: UUID) -> HttpResponse:
    """They no longer want it. Raises Http404 for a copy that is not theirs."""
    task = get_object_or_404(Task, pk=task_id, child=child, kind=TaskKind.PRINT_COPY)
    take_back_paper_copy(task=task, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("You took it back. Nobody prints it."))
    return redirect("portal:paper_copy")


def _usual(request: HttpRequest) -> dict[str, str]:
    """What they read now: its level, the size they print in, their language."""
    chosen = preferences_of(current_user(request))
    points = POINTS[-1] if chosen.print_points > POINTS[0] else POINTS[0]
    return {"level": chosen.level, "points": str(points), "language": get_language() or ""}
