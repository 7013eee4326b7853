"""Writing once about several brothers and sisters: choose them, write, see what stands in each file, put it there."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from official_file.actions.write_together import write_together
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.permissions import decides_for
from people.roles import Permission
from portal.forms.together import TogetherForm
from portal.queries.together import Part, choices, chosen, parts

WRITE = "write"


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(["GET", "HEAD", "POST"])
def together(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """First who it concerned, then what was the same for all and each one's own part. Nothing typed is lost on the way."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    if not decides_for(user, child, now):
        raise Http404
    asked = request.POST if request.method == "POST" else request.GET
    children = chosen(child, asked.getlist("with"), user, now)
    if len(children) < 2:
        shown = {"child": child, "choices": choices(child, user, now), "nobody": request.method == "GET" and "choose" in request.GET}
        return render(request, "portal/staff/together_choose.html", shown, status=422 if shown["nobody"] else 200)
    return _write(request, child, children)


def _write(request: HttpRequest, child: Child, children: list[Child]) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    form = TogetherForm(request.POST or None, children=children)
    found: list[Part] = []
    if request.method == "POST" and form.is_valid():
        said = form.said()
        found = parts(children, said)
        if request.POST.get("do") == WRITE:
            try:
                right = form.cleaned_data["names_are_right"]
                made = write_together(children=children, said=said, names_are_right=right, by=user, now=now)
            except NotAllowed as refusal:
                form.add_error(None, refusal.sentence)
            else:
                count = len(made)
                text = ngettext("It is in %(count)s file.", "It is in %(count)s files, each with its own part.", count)
                messages.success(request, text % {"count": count})
                return redirect("portal:staff_entry", next(entry.pk for entry in made if entry.child_id == child.pk))
    named = any(part.names for part in found)
    shown: dict[str, Any] = {"child": child, "children": children, "form": form, "parts": found, "named": named, "write": WRITE}
    return render(request, "portal/staff/together.html", shown, status=422 if form.errors else 200)
