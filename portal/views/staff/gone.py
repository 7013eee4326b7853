"""What the council's system no longer holds about one child."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.access import child_for, current_user, staff_page
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.queries.gone import gone_from


@staff_page(Permission.READ_FILE)
@require_safe
def gone(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What is gone and closed until somebody decides, and what was decided. Each look is written down."""
    found = child_for(request, child_id)
    user, now = current_user(request), timezone.now()
    look_at_file(child=found, by=user, now=now)
    shown = {"child": found, "gone": gone_from(user, found, now), "decides": decides_for(user, found, now)}
    return render(request, "portal/staff/gone.html", shown)
