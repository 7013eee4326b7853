"""Who can see each part of my record, by role and by name."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.access import young_person_page
from people.models import Child
from portal.queries.who_can_see import areas_of


@require_safe
@young_person_page
def who_can_see(request: HttpRequest, child: Child) -> HttpResponse:
    """The areas, each with names; and what the list cannot show."""
    return render(request, "portal/who_can_see.html", {"areas": areas_of(child, timezone.now())})
