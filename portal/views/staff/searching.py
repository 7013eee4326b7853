"""Staff look for words in one file or in all they reach. The words are sent in the form; what is shown is a look at whose it is."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from law.working_time import london_day
from people.access import child_for, current_user, staff_page
from people.models import Child
from people.roles import Permission
from portal.actions.look_by_searching import look_by_searching
from portal.forms.searching import SearchForm
from portal.kept_questions import keep, kept
from portal.queries.found import Question
from portal.queries.staff_searching import look_in_files
from portal.views.searching import LONGEST_LIFE, years_of

ALL = "all"
FORM_METHODS = ["GET", "HEAD", "POST"]


@staff_page(Permission.READ_FILE)
@require_http_methods(FORM_METHODS)
def search_file(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """In one child's file. That somebody looked is written down, whatever was found."""
    child = child_for(request, child_id)
    years = years_of(child, timezone.now())
    return _search(request, [child], about=str(child.pk), years=years, shown={"child": child})


@staff_page(Permission.READ_FILE)
@require_http_methods(FORM_METHODS)
def search_all(request: HttpRequest) -> HttpResponse:
    """In every file they reach. A look is written down for each child of whom something is shown."""
    now = timezone.now()
    this_year = london_day(now).year
    children = list(Child.objects.visible_to(current_user(request), now).prefetch_related("names"))
    return _search(request, children, about=ALL, years=range(this_year - LONGEST_LIFE, this_year + 1), shown={"number": len(children)})


def _search(request: HttpRequest, children: Sequence[Child], *, about: str, years: range, shown: dict[str, Any]) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    if request.method == "POST":
        form = SearchForm(request.POST, years=years)
        if form.is_valid():
            return redirect(f"{request.path}?found={keep(request, form.cleaned_data, about=about)}")
        return render(request, "portal/staff/search.html", {**shown, "form": form}, status=422)
    asked = kept(request, about=about)
    if asked is None:
        return render(request, "portal/staff/search.html", {**shown, "form": SearchForm(years=years)})
    token = request.GET["found"]
    found = look_in_files(Question(**asked), user=user, children=children, at=now, page=request.GET.get("page"), token=token)
    look_by_searching(children=found.shows if about == ALL else children, by=user, now=now)
    shown |= {"form": SearchForm(initial=asked, years=years), "found": found, "query": f"?found={token}&"}
    return render(request, "portal/staff/search.html", shown)
