"""A young person looks for words in what is open to them. The words are sent in the form: no address holds any."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from law.working_time import london_day
from people.access import current_user, young_person_page
from people.models import Child
from portal.forms.searching import SearchForm
from portal.kept_questions import keep, kept
from portal.queries.found import Question
from portal.queries.searching import look_for

MINE = "mine"
LONGEST_LIFE = 30  # years to choose from when nobody knows when they were born


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def search(request: HttpRequest, child: Child) -> HttpResponse:
    """One box and one button; what was found by the question whose id the address holds."""
    now = timezone.now()
    years = years_of(child, now)
    if request.method == "POST":
        form = SearchForm(request.POST, years=years)
        if form.is_valid():
            return redirect(f"{reverse('portal:search')}?found={keep(request, form.cleaned_data, about=MINE)}")
        return render(request, "portal/search.html", {"form": form}, status=422)
    asked = kept(request, about=MINE)
    if asked is None:
        return render(request, "portal/search.html", {"form": SearchForm(years=years)})
    token = request.GET["found"]
    found = look_for(Question(**asked), user=current_user(request), child=child, at=now, page=request.GET.get("page"), token=token)
    shown = {"form": SearchForm(initial=asked, years=years), "found": found, "query": f"?found={token}&"}
    return render(request, "portal/search.html", shown)


def years_of(child: Child, now: datetime) -> range:
    """The years there are to choose from: their life, whatever the file holds."""
    this_year = london_day(now).year
    return range(child.date_of_birth.year if child.date_of_birth else this_year - LONGEST_LIFE, this_year + 1)


def back_to_search(request: HttpRequest, address: str, *, about: str, anchor: str) -> str:
    """Where a reader came from when they opened this from a search of theirs: the same page of it, at the same line; else ""."""
    if kept(request, about=about) is None:
        return ""
    page = request.GET.get("page", "")
    return f"{address}?found={request.GET['found']}&page={page if page.isdecimal() else 1}#{anchor}"
