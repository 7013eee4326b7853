"""How requests for files are answered, in figures of a quarter that is over: charts with their tables, and a table to publish."""

import csv

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from access_requests.figures.page import RequestFigures, figures_of
from law.calendar_words import say_date
from law.working_time import london_day
from moderation.figures.quarters import latest, named
from people.access import staff_page
from people.roles import Permission


@staff_page(Permission.SEE_REQUEST_FIGURES)
@require_safe
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
    shown = {
        "found": found,
        "days": _("%(first)s to %(last)s") % {"first": say_date(quarter.first_day, _), "last": say_date(quarter.last_day, _)},
        "choice": [{"title": one.name, "url": f"?quarter={one.name}", "here": one == quarter} for one in choice],
    }
    return render(request, "access_requests/figures.html", shown)


def _table(found: RequestFigures) -> HttpResponse:
    """The same as a CSV file, to publish."""
    response = HttpResponse(content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="requests-{found.quarter.name}.csv"'
    rows = csv.writer(response)
    rows.writerow([_("Figure"), *found.months, _("All together")])
    for figure in found.figures:
        rows.writerow([figure.title, *figure.cells])
    for split in found.splits:
        rows.writerow([])
        rows.writerow([split.title])
        rows.writerows([[bar.label, bar.said] for bar in split.bars])
        rows.writerow([_("All together"), split.together])
    rows.writerow([])
    rows.writerow([_("Pages read"), found.pages])
    return response
