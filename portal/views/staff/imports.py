"""What the importers brought in, run by run: for those who keep the council's data in order. No page here names a child."""

from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from official_file.models import ImportRun
from people.access import current_user, staff_page
from people.roles import Permission
from portal.queries.imports import possible_duplicates, run_lines, run_page, source_lines
from portal.queries.matching import open_matches

RUNS_A_PAGE = 30


@staff_page(Permission.SEE_IMPORTS)
@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    """Every run, newest first; which facts are stale; what waits for somebody to say."""
    user, now = current_user(request), timezone.now()
    page = Paginator(ImportRun.objects.all(), RUNS_A_PAGE).get_page(request.GET.get("page"))
    shown = {
        "page": page,
        "runs": run_lines(page.object_list),
        "sources": source_lines(now),
        "duplicates": possible_duplicates(),
        "matches": open_matches(user, now),
        "may_match": user.may(Permission.MATCH_PEOPLE, now),
    }
    return render(request, "portal/staff/imports.html", shown)


@staff_page(Permission.SEE_IMPORTS)
@require_safe
def import_run(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """One run: what came in, what is odd, what was left out and why."""
    return render(request, "portal/staff/import_run.html", {"about": run_page(get_object_or_404(ImportRun, pk=run_id))})
