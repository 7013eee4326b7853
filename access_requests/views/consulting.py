"""Organisations that gave us information, asked before their words are given: who, about what, and what they said."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from access_requests.actions.consult import Said, chase_consultation, consult, keep_consultation
from access_requests.actions.look_at_request import look_at_request
from access_requests.forms.searching import ChaseForm, ConsultForm, SaidForm
from access_requests.models import AccessRequest, Consultation
from access_requests.permissions import can, check_handles
from access_requests.views.searching import FORM_METHODS, OFFICERS, request_for
from law.working_time import london_day
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission


@staff_page(*OFFICERS)
@require_http_methods(FORM_METHODS)
def consultations(http: HttpRequest, request_id: UUID) -> HttpResponse:
    """Everybody who was asked for this request; and one more."""
    user, now = current_user(http), timezone.now()
    request = request_for(http, request_id, now)
    form = ConsultForm(http.POST if http.method == "POST" else None, initial={"asked_on": london_day(now)})
    if http.method == "POST" and form.is_valid():
        try:
            consult(request=request, **form.cleaned_data, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(http, gettext("Written down. The clock goes on, whatever they answer."))
            return redirect("access_requests:consultations", request.pk)
    look_at_request(request=request, by=user, now=now)
    shown = {
        "one": request,
        "rows": request.consultations.all(),
        "form": form,
        "may": request.ended_at is None and can(check_handles, user, request, now),
    }
    return render(http, "access_requests/consultations.html", shown, status=422 if form.errors else 200)


@staff_page(*OFFICERS)
@require_http_methods(FORM_METHODS)
def consultation(http: HttpRequest, consultation_id: UUID) -> HttpResponse:
    """One organisation: what it was asked, and its answer written down."""
    user, now = current_user(http), timezone.now()
    found = _found(http, consultation_id, now)
    form = _said_form(http.POST if http.method == "POST" else None, now)
    if http.method == "POST" and form.is_valid():
        try:
            keep_consultation(consultation=found, said=Said(**form.cleaned_data), by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(http, gettext("Written down. What is given is still ours to decide."))
            return redirect("access_requests:consultations", found.request_id)
    return _show(http, found, form, _chase_form(None, now))


@staff_page(Permission.HANDLE_REQUESTS)
@require_POST
def chase(http: HttpRequest, consultation_id: UUID) -> HttpResponse:
    """They were asked once more."""
    user, now = current_user(http), timezone.now()
    found, form = _found(http, consultation_id, now), _chase_form(http.POST, now)
    if form.is_valid():
        try:
            chase_consultation(consultation=found, on=form.cleaned_data["on"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(http, gettext("Written down."))
            return redirect("access_requests:consultations", found.request_id)
    return _show(http, found, _said_form(None, now), form)


def _found(http: HttpRequest, consultation_id: UUID, now: datetime) -> Consultation:
    seen = AccessRequest.objects.visible_to(current_user(http), now)
    found: Consultation = get_object_or_404(Consultation.objects.select_related("request__child"), pk=consultation_id, request__in=seen)
    return found


def _said_form(data: Any, now: datetime) -> SaidForm:
    return SaidForm(data, initial={"answered_on": london_day(now)}, prefix="said")


def _chase_form(data: Any, now: datetime) -> ChaseForm:
    return ChaseForm(data, initial={"on": london_day(now)}, prefix="chase")


def _show(http: HttpRequest, found: Consultation, form: SaidForm, chase_form: ChaseForm) -> HttpResponse:
    user, now = current_user(http), timezone.now()
    look_at_request(request=found.request, by=user, now=now)
    sent = next((one for one in (form, chase_form) if one.errors), None)
    shown = {
        "one": found.request,
        "row": found,
        "form": form,
        "chase_form": chase_form,
        "sent": sent,
        "may": found.request.ended_at is None and found.answered_on is None and can(check_handles, user, found.request, now),
    }
    return render(http, "access_requests/consultation.html", shown, status=422 if sent else 200)
