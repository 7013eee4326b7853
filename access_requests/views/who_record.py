"""Whose record a request is about: looking, matching, and beginning one where there is none."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.look_for_record import look_for_record
from access_requests.actions.match import match
from access_requests.actions.no_record import no_record
from access_requests.actions.take_from_record import take_from_record
from access_requests.forms.who import LookForm, NoRecordForm, OtherPersonForm
from access_requests.models import AccessRequest
from access_requests.permissions import can
from access_requests.queries.candidates import Candidate, said_of
from access_requests.views.request_page import found, handles_requests
from access_requests.views.who import done
from access_requests.who_permissions import check_may_look
from people.access import current_user
from people.errors import NotAllowed
from people.models import Child


@handles_requests
@require_http_methods(["GET", "HEAD", "POST"])
def find_record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was said, and after a look the few records that fit. Only pressing the button looks, and that is written down."""
    one = _unmatched(request, pk)
    form = LookForm(request.POST or None)
    candidates: list[Candidate] | None = None
    if request.method == "POST" and form.is_valid():
        more = form.cleaned_data["more"]
        candidates = look_for_record(request=one, more=more, by=current_user(request), now=timezone.now())
    return _page(request, one, form, candidates, NoRecordForm())


@require_POST
@handles_requests
def match_record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is about this one."""
    one, more = _unmatched(request, pk), request.POST.get("more", "")
    try:
        child = Child.objects.filter(pk=UUID(request.POST.get("child", ""))).first()
    except ValueError:
        child = None
    try:
        if child is None:
            raise NotAllowed("no_child", gettext("Choose the record it is about."))
        match(request=one, child=child, more=more, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
        return redirect("access_requests:find_record", one.pk)
    messages.success(request, gettext("Matched. Everything about them is kept from now on. It does not say yet that it is they who ask."))
    return redirect("access_requests:request", one.pk)


@require_POST
@handles_requests
def begin_record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Nothing fits: a record begins, so that the other places can be searched."""
    one, form = _unmatched(request, pk), NoRecordForm(request.POST)
    if form.is_valid():
        try:
            no_record(request=one, words=form.cleaned_data["words"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("A record begins with this request. Now every other place can be searched."))
            return redirect("access_requests:request", one.pk)
    return _page(request, one, LookForm(), [], form)


@handles_requests
@require_http_methods(["GET", "HEAD", "POST"])
def other_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was matched with the wrong person's record."""
    one, form = found(request, pk), OtherPersonForm(request.POST or None)
    if one.child_id is None:
        raise Http404
    if request.method == "POST" and form.is_valid() and done(form, take_from_record, request, one, **form.cleaned_data):
        messages.success(request, gettext("Taken from this record. It waits for the right one."))
        return redirect("access_requests:find_record", one.pk)
    look_at_request(request=one, by=current_user(request), now=timezone.now())
    return render(request, "access_requests/other_person.html", {"one": one, "form": form}, status=422 if form.errors else 200)


def _unmatched(request: HttpRequest, pk: UUID) -> AccessRequest:
    """The request, while it waits for its record. Raises Http404."""
    one = found(request, pk)
    if not can(check_may_look, one, current_user(request), timezone.now()):
        raise Http404
    return one


def _page(
    request: HttpRequest, one: AccessRequest, form: LookForm, candidates: list[Candidate] | None, none_fits: NoRecordForm
) -> HttpResponse:
    look_at_request(request=one, by=current_user(request), now=timezone.now())
    wrong = next((each for each in (form, none_fits) if each.errors), None)
    shown = {"one": one, "said": said_of(one), "form": form, "candidates": candidates, "none_fits": none_fits, "wrong": wrong}
    shown["more"] = form.data.get("more", "") if form.is_bound else ""
    return render(request, "access_requests/find_record.html", shown, status=422 if wrong else 200)
