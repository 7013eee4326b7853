"""Which categories of the national matrix are filled: for one young person, and for all; and the services around one of them."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from people.access import child_for, current_user, staff_page
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.queries.services_around import services_of
from portal.queries.what_is_recorded import Held, children_in_all, recorded_about, recorded_about_everybody


@staff_page(Permission.READ_FILE)
@require_safe
def of_child(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What this council's imports have filled for one young person."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    return render(request, "portal/staff/what_is_recorded.html", _with_sums({"child": child}, recorded_about(user, child, now)))


@staff_page(Permission.READ_FILE)
@require_safe
def of_everybody(request: HttpRequest) -> HttpResponse:
    """The same over the whole installation: numbers of people, and no name."""
    return render(request, "portal/staff/what_is_recorded.html", _with_sums({"children": children_in_all()}, recorded_about_everybody()))


@staff_page(Permission.READ_FILE)
@require_safe
def services(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """The twelve services: recorded, none recorded, or not known."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    return render(request, "portal/staff/services.html", {"child": child, "services": services_of(user, child, now)})


def _with_sums(shown: dict[str, object], rows: list[Held]) -> dict[str, object]:
    """The page's rows, and how many of them have facts, only writing, or nothing."""
    filled, told = sum(row.filled for row in rows), sum(row.only_told for row in rows)
    return shown | {"rows": rows, "filled": filled, "told": told, "nothing": len(rows) - filled - told}
