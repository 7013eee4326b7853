"""Today: what a member of staff owes, to whom, by when."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from law.working_time import london_day
from official_file.approved_sentences import approval
from people.access import current_user, staff_page
from people.roles import ROLES, Permission
from portal.queries.desk import desk_of


@staff_page()
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """Urgent first, then by when it is due. A role that owes nothing here reads what it is for."""
    user, now = current_user(request), timezone.now()
    roles = [role for key, role in ROLES.items() if key in user.roles_at(now)]
    sentences = user.may(Permission.APPROVE_SENTENCES, now) and approval() is None
    shown = {"desk": desk_of(user, now), "roles": roles, "today": london_day(now), "sentences_wait": sentences}
    shown["hears_from_them"] = user.may(Permission.READ_CONTRIBUTIONS, now)
    return render(request, "portal/staff/desk.html", shown)
