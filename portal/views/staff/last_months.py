"""One page before a review: the last three or six months, missing episodes included; and why they came into care."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.access import child_for, current_user, staff_page
from people.models import Child, Relationship
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.queries.last_months import MONTHS, last_months_of


@staff_page(Permission.READ_CONTRIBUTIONS)
@require_safe
def last_months(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """`?months=3`: the last three; else the last six."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    asked = request.GET.get("months", "")
    months = int(asked) if asked in {str(one) for one in MONTHS} else MONTHS[-1]
    ties = Relationship.objects.active(now).filter(child=child, user=user)
    why_first = child.stage == Child.Stage.CARE_LEAVER or ties.filter(role="personal_adviser").exists()
    shown = {"child": child, "page": last_months_of(child, user, now, months=months), "why_first": why_first, "months": MONTHS}
    return render(request, "portal/staff/last_months.html", shown)
