"""Personal data breaches: anybody in staff writes one down; those who handle them follow its 72 hours."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from access_requests.actions.record_breach import record_breach
from access_requests.actions.take_breach_step import take_breach_step
from access_requests.forms.breaches import BreachForm, StepForm
from access_requests.models import DataBreach
from access_requests.queries.breaches import board, clock_words, tell_by, to_do
from law.working_time import StaffedHours
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission

FORM_METHODS = ["GET", "HEAD", "POST"]


@staff_page(Permission.HANDLE_BREACHES)
@require_safe
def breaches(request: HttpRequest) -> HttpResponse:
    """The open ones, with what is left of their hours, and the closed ones."""
    waiting, closed = board(timezone.now())
    return render(request, "access_requests/breaches.html", {"open": waiting, "closed": closed})


@staff_page()
@require_http_methods(FORM_METHODS)
def report(request: HttpRequest) -> HttpResponse:
    """Anybody in staff writes down what happened. It goes to those who handle breaches."""
    user, now = current_user(request), timezone.now()
    form = BreachForm(request.POST or None, initial=_today(now))
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("pk", "what", "happened", "people")}
        try:
            breach = record_breach(**said, noticed_at=form.moment(), by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Written down. The 72 hours run from when it was noticed."))
            handles = user.may(Permission.HANDLE_BREACHES, now)
            return redirect("access_requests:breach", breach.pk) if handles else redirect("portal:desk")
    return render(request, "access_requests/report_breach.html", {"form": form}, status=422 if form.errors else 200)


@staff_page(Permission.HANDLE_BREACHES)
@require_http_methods(FORM_METHODS)
def one(request: HttpRequest, breach_id: UUID) -> HttpResponse:
    """One breach: what is left of its hours, what is still to do, what was done; and the next step."""
    breach, now = get_object_or_404(DataBreach, pk=breach_id), timezone.now()
    form = StepForm(request.POST or None, initial=_today(now))
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("kind", "words", "risk", "people")}
        try:
            take_breach_step(breach=breach, **said, happened_at=form.moment(), by=current_user(request), now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Written down."))
            return redirect("access_requests:breach", breach.pk)
    shown = {
        "breach": breach,
        "form": form,
        "clock": clock_words(breach, now),
        "tell_by": tell_by(breach, now),
        "to_do": to_do(breach),
        "steps": breach.steps.all(),
    }
    return render(request, "access_requests/breach.html", shown, status=422 if form.errors else 200)


def _today(now: datetime) -> dict[str, object]:
    local = StaffedHours().local(now)
    return {"day": local.date(), "hour": local.time().replace(second=0, microsecond=0)}
