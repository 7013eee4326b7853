"""Who stands in while somebody is away."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from people.access import current_user, staff_page
from people.actions.end_cover import end_cover
from people.actions.record_cover import record_cover
from people.day_bounds import last_day
from people.errors import NotAllowed
from people.forms.staff import CoverForm
from people.queries import covers_kept_by
from people.roles import Permission


@staff_page(Permission.RECORD_COVER)
@require_http_methods(["GET", "HEAD", "POST"])
def cover(request: HttpRequest) -> HttpResponse:
    """Cover of my team, now and to come; and a new one."""
    user, now = current_user(request), timezone.now()
    form = CoverForm(request.POST or None, at=now, by=user)
    if request.method == "POST" and form.is_valid():
        try:
            record_cover(**form.cleaned_data, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Written down. The young people can read who stands in."))
            return redirect("portal:cover")
    covers = [(one, last_day(one.ends)) for one in covers_kept_by(user, now)]
    shown = {"covers": covers, "form": form}
    return render(request, "people/cover.html", shown, status=422 if form.errors else 200)


@staff_page(Permission.RECORD_COVER)
@require_POST
def end(request: HttpRequest, cover_id: UUID) -> HttpResponse:
    """End cover now."""
    user, now = current_user(request), timezone.now()
    found = get_object_or_404(covers_kept_by(user, now), pk=cover_id)
    end_cover(cover=found, by=user, now=now)
    messages.success(request, gettext("Ended."))
    return redirect("portal:cover")
