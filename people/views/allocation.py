"""Who works with which child: a manager's page, with the history kept."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from people.access import current_user, staff_page
from people.actions.allocate import allocate
from people.actions.end_allocation import end_allocation
from people.actions.search_for_record import search_for_record
from people.errors import NotAllowed
from people.finding import children_exactly
from people.forms.finding import FindForm
from people.forms.staff import AllocateForm, LastDayForm
from people.models import Child, Relationship
from people.permissions import decides_for
from people.queries import has_worker, loads
from people.roles import Permission

MOST = 5


@staff_page(Permission.ALLOCATE)
@require_http_methods(["GET", "HEAD", "POST"])
def allocation(request: HttpRequest) -> HttpResponse:
    """My team and its children. A child without a worker is found by a whole name or number."""
    user, now = current_user(request), timezone.now()
    form = FindForm(request.POST or None)
    found: list[Child] | None = None
    if request.method == "POST" and form.is_valid():
        named = children_exactly(form.cleaned_data["words"])[:MOST]
        found = search_for_record(found=[child for child in named if _may(request, child)], by=user, now=now)
    return render(request, "people/allocation.html", {"loads": loads(user, now), "form": form, "found": found})


@staff_page(Permission.ALLOCATE)
@require_http_methods(["GET", "HEAD", "POST"])
def child(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """One child: who works with them, who did, and who begins when."""
    found = get_object_or_404(Child, pk=child_id)
    if not _may(request, found):
        raise Http404
    user, now = current_user(request), timezone.now()
    form = AllocateForm(request.POST or None, at=now, by=user)
    if request.method == "POST" and form.is_valid():
        worker, role = form.chosen
        given = form.cleaned_data
        try:
            allocate(child=found, user=worker, role=role, starts=given["starts"], replaces=given["replaces"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Written down. The young person can read who works with them."))
            return redirect("portal:allocation")
    ties = Relationship.objects.filter(child=found).select_related("user").order_by("-starts")
    shown = {"child": found, "form": form, "now": [tie for tie in ties if not tie.ends or tie.ends > now], "last": LastDayForm()}
    shown["before"] = [tie for tie in ties if tie.ends and tie.ends <= now]
    return render(request, "people/allocate.html", shown, status=422 if form.errors else 200)


@staff_page(Permission.ALLOCATE)
@require_POST
def end(request: HttpRequest, tie_id: UUID) -> HttpResponse:
    """A worker stops working with a child."""
    mine = Child.objects.worked_with_by(current_user(request), timezone.now())
    tie = get_object_or_404(Relationship, pk=tie_id, child__in=mine)
    form = LastDayForm(request.POST)
    if not form.is_valid():
        raise NotAllowed("no_day", gettext("Go back and choose the last day."))
    end_allocation(relationship=tie, last=form.cleaned_data["last"], by=current_user(request), now=timezone.now())
    messages.success(request, gettext("Written down. The history keeps who it was."))
    return redirect("portal:allocation")


def _may(request: HttpRequest, child: Child) -> bool:
    """A child they decide for, or one whom nobody works with."""
    now = timezone.now()
    return not has_worker(child, now) or decides_for(current_user(request), child, now)
