"""Somebody else's child needs somebody now: find the record by its whole name or number, say why, and read it for a day."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from people.access import current_user, staff_page
from people.actions.search_for_record import search_for_record
from people.actions.take_emergency_access import take_emergency_access
from people.errors import NotAllowed
from people.finding import children_exactly
from people.forms.finding import FindForm
from people.models import Child
from people.roles import Permission
from portal.forms.answering import EmergencyForm

FOUND = "emergency_found"
MOST = 5


@staff_page(Permission.TAKE_EMERGENCY_ACCESS)
@require_http_methods(["GET", "HEAD", "POST"])
def find(request: HttpRequest) -> HttpResponse:
    """Find a record by a whole name, former ones too, or a whole number. Parts of names find nothing; what is found is written down."""
    form = FindForm(request.POST or None)
    found: list[Child] | None = None
    if request.method == "POST" and form.is_valid():
        named = list(children_exactly(form.cleaned_data["words"])[:MOST])
        found = search_for_record(found=named, by=current_user(request), now=timezone.now())
        request.session[FOUND] = [str(child.pk) for child in found]
    return render(request, "portal/staff/emergency.html", {"form": form, "found": found})


@staff_page(Permission.TAKE_EMERGENCY_ACCESS)
@require_http_methods(["GET", "HEAD", "POST"])
def take(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Say why, and read for 24 hours. Only for what this session has found: an id alone opens nothing."""
    user, now = current_user(request), timezone.now()
    child = Child.objects.filter(pk=child_id).first() if str(child_id) in request.session.get(FOUND, []) else None
    if child is None:
        raise Http404
    form = EmergencyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            take_emergency_access(child=child, reason=form.cleaned_data["reason"], by=user, now=now)
        except NotAllowed as refusal:
            if refusal.code != "open_already":
                form.add_error(None, refusal.sentence)
        if not form.errors:
            return redirect("portal:child", child.pk)
    return render(request, "portal/staff/emergency_take.html", {"form": form, "child": child}, status=422 if form.errors else 200)
