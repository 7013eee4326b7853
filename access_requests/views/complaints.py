"""Complaints for staff: the list, taking one down, and the page of one with a form for each thing that can be done about it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.complain import Complained, complain
from access_requests.actions.decide_complaint import decide_complaint, finish_complaint_task, take_back_complaint
from access_requests.actions.look_at_complaint import give_complaint_to, look_at_complaint
from access_requests.actions.tell_of_complaint import acknowledge_complaint, note_on_complaint, tell_progress
from access_requests.codes import as_reference
from access_requests.complaint_facts import OPEN_STATES
from access_requests.forms.complaints import SAY, DecideForm, GiveForm, SayForm, TakenDownForm
from access_requests.models import AccessRequest, Complaint
from access_requests.queries.complaints import board_lines, desk_complaint
from law.working_time import london_day
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.models import Child, User
from people.reach import allocated_to
from people.roles import Permission

CHANGE_FIRST = 422
FIELDS = {"no_words": "words", "no_outcome": "outcome", "hand_in_it": "decider", "not_yet": "received_on", "no_answer": "to"}
on_complaints = staff_page(Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS, Permission.DECIDE_COMPLAINTS)


@require_safe
@on_complaints
def complaints(http: HttpRequest) -> HttpResponse:
    """Every complaint this member of staff may see."""
    opened, ended = board_lines(current_user(http), timezone.now())
    return render(http, "access_requests/complaints/board.html", {"opened": opened, "ended": ended})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_page()
def take_down(http: HttpRequest) -> HttpResponseBase:
    """Anybody in staff can be told one, in any words and any way. The time counts from that day."""
    user, now = current_user(http), timezone.now()
    children = Child.objects.filter(pk__in=allocated_to(user, now))
    first = {"received_on": london_day(now), "reference": http.GET.get("about", ""), "to": Complaint.To.COUNCIL}
    form = TakenDownForm(http.POST or None, children=[(str(one.pk), str(one)) for one in children], initial=first)
    if http.method == "POST" and form.is_valid():
        try:
            made = complain(said=_said(form.cleaned_data, user), by=user.who(now), now=now)
        except NotAllowed as refusal:
            form.add_error(FIELDS.get(refusal.code), refusal.sentence)
        else:
            messages.info(http, _("It is taken down. Somebody else decides, whom it is not about."))
            return redirect("access_requests:complaint", made.pk)
    status = CHANGE_FIRST if form.is_bound and form.errors else 200
    return render(http, "access_requests/complaints/take_down.html", {"form": form}, status=status)


@require_safe
@staff_page()
def complaint(http: HttpRequest, pk: UUID) -> HttpResponse:
    """One complaint: what they say, what comes next, and everything that was done."""
    one = _found(http, pk)
    if one.state not in OPEN_STATES:
        finish_complaint_task(complaint=one, by=current_user(http), now=timezone.now())
    return _page(http, one)


@require_POST
@staff_page()
def look(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Begin to look at it."""
    said = _("You look at it now. They can see that.")
    return _do(http, pk, None, "", lambda one, **given: look_at_complaint(complaint=one, **given), said)


@require_POST
@staff_page()
def give(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Ask somebody to look at it."""
    people = desk_complaint(_found(http, pk), current_user(http), timezone.now()).people
    form = GiveForm(http.POST, people=people, prefix="give")

    def verb(one: Complaint, decider: str, **given: Any) -> object:
        return give_complaint_to(complaint=one, decider=User.objects.get(pk=decider), **given)

    return _do(http, pk, form, "give_form", verb, _("They look at it now."))


@require_POST
@staff_page()
def told(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """They were told that we have it."""
    form = SayForm("told", http.POST)
    return _do(http, pk, form, "told_form", lambda one, **given: acknowledge_complaint(complaint=one, **given), _("It is written down."))


@require_POST
@staff_page()
def progress(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """How far it is."""
    form = SayForm("progress", http.POST)
    said = _("It is kept. If they have no page with us, tell them as well.")
    return _do(http, pk, form, "progress_form", lambda one, **given: tell_progress(complaint=one, **given), said)


@require_POST
@staff_page()
def note(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """A note for staff."""
    form = SayForm("note", http.POST)
    return _do(http, pk, form, "note_form", lambda one, **given: note_on_complaint(complaint=one, **given), _("The note is kept."))


@require_POST
@staff_page()
def decide(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """How it ended."""
    form = DecideForm(http.POST, prefix="decide")
    said = _("It is answered. If they have no page with us, tell them as well.")
    said = _("It is answered, and they can read it on their own page.") if _found(http, pk).user_id else said
    return _do(http, pk, form, "decide_form", lambda one, **given: decide_complaint(complaint=one, **given), said)


@require_POST
@staff_page()
def taken_back(http: HttpRequest, pk: UUID) -> HttpResponseBase:
    """They took it back."""
    form = SayForm("back", http.POST)
    return _do(http, pk, form, "back_form", lambda one, **given: take_back_complaint(complaint=one, **given), _("It has ended."))


def _said(said: dict[str, Any], user: User) -> Complained:
    """What was taken down. Raises NotAllowed for the number of a request they may not see, as for one that nobody has."""
    now = timezone.now()
    request = None
    if said["reference"].strip():
        seen = AccessRequest.objects.visible_to(user, now)
        request = seen.filter(reference=as_reference(said["reference"])).first()
        if request is None:
            raise NotAllowed("no_request", _("You may see no request with this number. Leave it empty, and write it among their words."))
    child = Child.objects.visible_to(user, now).filter(pk=said["child"]).first() if said["child"] else None
    return Complained(
        words=said["words"],
        to=said["to"],
        name=said["name"],
        contact={key: said[key] for key in ("email", "phone", "address")},
        request=request,
        child=child,
        entered_by=user,
        told=said["told"],
        received_on=said["received_on"],
    )


def _found(http: HttpRequest, pk: UUID) -> Complaint:
    """The complaint, as far as this reader may see it. Raises Http404."""
    seen = Complaint.objects.visible_to(current_user(http), timezone.now())
    one: Complaint | None = seen.select_related("request", "child", "decider", "user").filter(pk=pk).first()
    if one is None:
        raise Http404
    return one


def _do(http: HttpRequest, pk: UUID, form: forms.Form | None, name: str, verb: Callable[..., object], said: str) -> HttpResponseBase:
    """Do one verb, and go back with what happened; or show the page again with why not, and everything that was typed."""
    one = _found(http, pk)
    if form is not None and not form.is_valid():
        return _page(http, one, sent=form, **{name: form})
    try:
        verb(one, by=current_user(http), now=timezone.now(), **(form.cleaned_data if form is not None else {}))
    except NotAllowed as refusal:
        if form is None:
            messages.info(http, refusal.sentence)
            return redirect("access_requests:complaint", pk)
        field = FIELDS.get(refusal.code)
        form.add_error(field if field in form.fields else None, refusal.sentence)
        return _page(http, one, sent=form, **{name: form})
    messages.info(http, said)
    return redirect("access_requests:complaint", pk)


def _page(http: HttpRequest, one: Complaint, *, sent: forms.Form | None = None, **given: Any) -> HttpResponse:
    user, now = current_user(http), timezone.now()
    desk = desk_complaint(one, user, now)
    shown = {
        "desk": desk,
        "told": desk.told,
        "one": one,
        "sent": sent,
        "sees_request": AccessRequest.objects.visible_to(user, now).filter(pk=one.request_id).exists(),
        "give_form": GiveForm(prefix="give", people=desk.people),
        "decide_form": DecideForm(prefix="decide"),
        **{f"{name}_form": SayForm(name) for name in SAY},
        **given,
    }
    return render(http, "access_requests/complaints/desk.html", shown, status=CHANGE_FIRST if sent else 200)
