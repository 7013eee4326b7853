"""A worker begins a reading together with the young person beside them, ends it, and sees what was opened."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from official_file.actions.read_together import end_reading_together, start_reading_together
from official_file.models import EntryNow
from official_file.models.now import State
from people.access import child_for, current_user, not_found, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.permissions import decides_for
from people.roles import Permission
from portal.forms.pace import ReadTogetherForm
from portal.queries.reading_together import running, sittings


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(["GET", "HEAD", "POST"])
def read_together(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Begin, or see that it runs, and what was opened the last times."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    if not decides_for(user, child, now):
        return not_found(request)
    form = ReadTogetherForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            start_reading_together(child=child, minutes=form.cleaned_data["minutes"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("It has begun. What is for the two of you is open on their page now."))
            return redirect("portal:read_together", child.pk)
    return _page(request, child, form)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def end(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """End it at once."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    if not decides_for(user, child, now):
        return not_found(request)
    if runs := running(child, now):
        end_reading_together(together=runs, by=user, now=now)
        messages.success(request, gettext("It is ended. What was open for it is closed again."))
    return redirect("portal:read_together", child.pk)


def _page(request: HttpRequest, child: Child, form: ReadTogetherForm) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    waiting = EntryNow.objects.visible_to(user, now).current().filter(child=child, state=State.WITH_SUPPORT)
    shown = {
        "child": child,
        "form": form,
        "runs": running(child, now),
        "waiting": waiting.filter(opens_at__lte=now).count(),
        "sittings": sittings(user, child, now),
    }
    return render(request, "portal/staff/read_together.html", shown, status=422 if form.errors else 200)
