"""Complaining: signed in, with a reference and a code, or without anything. The pages are the same; what we know of them is not."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.complain import Complained, complain
from access_requests.actions.decide_complaint import take_back_complaint
from access_requests.actions.see_complaint import see_complaint
from access_requests.forms.complaints import ComplaintForm, OpenComplaintForm
from access_requests.models import AccessRequest, Complaint
from access_requests.queries.complaints import can_be_looked_at_again, may_be_about, regulator, told_complaint
from access_requests.views.asking_public import check_not_too_often
from access_requests.views.following import status_page
from access_requests.views.roads_to_a_request import SIGNED_IN, WITH_CODE, Road, own_request
from audit.who import Who
from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child, User

CHANGE_FIRST = 422
SENT = "complaint"  # what a session keeps of a complaint by the open form
FIELDS = {"no_words": "words", "no_answer": "to", "no_to": "to"}
reads_and_writes = require_http_methods(["GET", "HEAD", "POST"])


@login_not_required
@reads_and_writes
def complain_openly(http: HttpRequest) -> HttpResponseBase:
    """Without an account, and without a request: nobody has to say who they are."""
    form, now = OpenComplaintForm(http.POST or None), timezone.now()
    if http.method == "POST" and form.is_valid():
        said = form.cleaned_data
        contact = {key: said[key] for key in ("email", "phone", "address")}
        try:
            check_not_too_often(http, "complaint")
            by = Who(said["name"].strip() or _("Somebody"), "requester")
            made = complain(said=Complained(words=said["words"], id=said["id"], name=said["name"], contact=contact), by=by, now=now)
        except NotAllowed as refusal:
            form.add_error(FIELDS.get(refusal.code), refusal.sentence)
        else:
            http.session[SENT] = str(made.pk)
            return redirect("access_requests:complain_sent")
    return render(http, "access_requests/complaints/complain.html", {"form": form, "regulator": regulator()}, status=_status(form))


@login_not_required
@require_safe
def complain_sent(http: HttpRequest) -> HttpResponseBase:
    """We have it: its number, and what happens now. Only in the browser that sent it, and nothing of what was written."""
    kept = http.session.get(SENT)
    made = Complaint.objects.filter(pk=kept, user__isnull=True).first() if kept else None
    if made is None:
        return redirect("access_requests:complain")
    return render(http, "access_requests/complaints/sent.html", {"told": told_complaint(made), "reach_us": settings.ACCESS_TEAM_REACH})


@reads_and_writes
@young_person_page
def my_complain(http: HttpRequest, child: Child) -> HttpResponseBase:
    """Signed in, about anything that has to do with their file."""
    return _complain(http, SIGNED_IN, None, child)


@reads_and_writes
@young_person_page
def my_request_complain(http: HttpRequest, child: Child, pk: UUID) -> HttpResponseBase:
    """Signed in, about a request of theirs."""
    return _complain(http, SIGNED_IN, own_request(http, pk, timezone.now()), child)


@reads_and_writes
@status_page
def status_complain(http: HttpRequest, request: AccessRequest) -> HttpResponseBase:
    """With a reference and a code, about that request."""
    return _complain(http, WITH_CODE, request, None)


@require_safe
@young_person_page
def my_complaint(http: HttpRequest, _child: Child, pk: UUID) -> HttpResponseBase:
    """One of their own."""
    one = _own(http, pk)
    see_complaint(complaint=one, by=current_user(http), now=timezone.now())
    return _show(http, one, SIGNED_IN)


@require_safe
@status_page
def status_complaint(http: HttpRequest, request: AccessRequest, pk: UUID) -> HttpResponseBase:
    """One about the request that this session follows."""
    return _show(http, _of_request(request, pk), WITH_CODE)


@require_POST
@young_person_page
def my_complaint_back(http: HttpRequest, _child: Child, pk: UUID) -> HttpResponseBase:
    """Take it back."""
    return _take_back(http, _own(http, pk), SIGNED_IN, current_user(http))


@require_POST
@status_page
def status_complaint_back(http: HttpRequest, request: AccessRequest, pk: UUID) -> HttpResponseBase:
    """The same with a code."""
    return _take_back(http, _of_request(request, pk), WITH_CODE, Who(request.known_as, "requester"))


def _own(http: HttpRequest, pk: UUID) -> Complaint:
    """One of those of whoever is signed in. Raises Http404."""
    found: Complaint | None = Complaint.objects.visible_to(current_user(http), timezone.now()).filter(pk=pk).first()
    return found or _not_there()


def _of_request(request: AccessRequest, pk: UUID) -> Complaint:
    """One made about this request by somebody without an account. Raises Http404 for what was made signed in."""
    found: Complaint | None = Complaint.objects.filter(request=request, user__isnull=True, pk=pk).first()
    return found or _not_there()


def _not_there() -> Complaint:
    raise Http404


def _complain(http: HttpRequest, road: Road, request: AccessRequest | None, child: Child | None) -> HttpResponseBase:
    now = timezone.now()
    people = may_be_about(child, request, now) if child else []
    form = ComplaintForm(http.POST or None, again=can_be_looked_at_again(request), people=people)
    if http.method == "POST" and form.is_valid():
        try:
            made = complain(said=_said(form.cleaned_data, http, road, request, child), by=_by(http, road, request), now=now)
        except NotAllowed as refusal:
            form.add_error(FIELDS.get(refusal.code) if FIELDS.get(refusal.code) in form.fields else None, refusal.sentence)
        else:
            messages.success(http, _("We have it. Thank you for telling us."))
            return redirect(road.about("complaint", made.pk))
    shown = {
        "form": form,
        "one": request,
        "back": road.url("", request) if request else reverse("portal:home"),
        "earlier": [(told_complaint(each), road.about("complaint", each.pk)) for each in _earlier(http, road, request)],
        "regulator": regulator(),
        "known": True,
    }
    return render(http, "access_requests/complaints/complain.html", shown, status=_status(form))


def _earlier(http: HttpRequest, road: Road, request: AccessRequest | None) -> list[Complaint]:
    """Their earlier complaints, newest first: all of them, or those about this request."""
    if not road.signed_in:
        return list(Complaint.objects.filter(request=request, user__isnull=True).order_by("-entered_at"))
    theirs = Complaint.objects.visible_to(current_user(http), timezone.now())
    return list((theirs.filter(request=request) if request else theirs).order_by("-entered_at"))


def _said(said: dict[str, Any], http: HttpRequest, road: Road, request: AccessRequest | None, child: Child | None) -> Complained:
    return Complained(
        words=said["words"],
        to=said.get("to") or Complaint.To.COUNCIL,
        id=said["id"],
        request=request,
        child=child,
        user=current_user(http) if road.signed_in else None,
        about=User.objects.filter(pk=said["about"]).first() if said.get("about") else None,
    )


def _by(http: HttpRequest, road: Road, request: AccessRequest | None) -> Who:
    return current_user(http).who() if road.signed_in else Who(request.known_as if request else "", "requester")


def _show(http: HttpRequest, one: Complaint, road: Road) -> HttpResponse:
    back = road.url("", one.request) if one.request and (not road.signed_in or _leads_back(http, one)) else reverse("portal:home")
    shown = {"told": told_complaint(one), "back": back, "back_url": road.about("complaint_back", one.pk)}
    return render(http, "access_requests/complaints/complaint.html", shown)


def _leads_back(http: HttpRequest, one: Complaint) -> bool:
    """Whether the page of its request is theirs too."""
    return one.request is not None and one.request.requester_id == current_user(http).pk


def _take_back(http: HttpRequest, one: Complaint, road: Road, by: User | Who) -> HttpResponseBase:
    try:
        take_back_complaint(complaint=one, by=by, now=timezone.now())
    except NotAllowed as refusal:
        messages.info(http, refusal.sentence)
    else:
        messages.info(http, _("You took it back. You can complain again at any time."))
    return redirect(road.about("complaint", one.pk))


def _status(form: ComplaintForm) -> int:
    return CHANGE_FIRST if form.is_bound and form.errors else 200
