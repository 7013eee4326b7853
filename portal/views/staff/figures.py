"""What the service does, in figures of a quarter that is over. Nobody can be found in them."""

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from law.calendar_words import say_date
from law.working_time import london_day
from moderation.figures.page import Figures, figures_of, reason_in_words
from moderation.figures.quarters import latest, named
from people.access import staff_page
from people.roles import Permission


@require_safe
@staff_page(Permission.SEE_FIGURES)
def figures(request: HttpRequest) -> HttpResponse:
    """`?quarter=2026-Q3`; else the last one that is over. `?as=csv`: as a table to keep. Raises Http404 for one that is not over."""
    today = london_day(timezone.now())
    choice = latest(today)
    quarter = named(request.GET["quarter"], today) if "quarter" in request.GET else choice[0]
    if quarter is None:
        raise Http404
    found = figures_of(quarter)
    if request.GET.get("as") == "csv":
        return _table(found)
    told = [(reason_in_words(code), count) for code, count in found.reasons.by.items()]
    shown = {
        "found": found,
        "days": _("%(first)s to %(last)s") % {"first": say_date(quarter.first_day, _), "last": say_date(quarter.last_day, _)},
        "choice": [{"title": one.name, "url": f"?quarter={one.name}", "here": one == quarter} for one in choice],
        "reasons": [(words, _("too few to say") if count is None else str(count)) for words, count in told],
    }
    return render(request, "portal/staff/figures.html", shown)


def _table(found: Figures) -> HttpResponse:
    """The same as a CSV file. A name that begins like a formula is held back from being one."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="figures-{found.quarter.name}.csv"'
    rows = csv.writer(response)
    rows.writerow([_("Figure"), *map(_harmless, found.teams), _("All together")])
    for figure in found.figures:
        rows.writerow([figure.title, *figure.cells])
    return response


def _harmless(name: str) -> str:
    return f"'{name}" if name[:1] in ("=", "+", "-", "@", "\t") else name
