"""The officers' board, the page of one request, and its verbs: one address for each."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access_requests.actions.begin_gathering import back_to_search as go_back_to_search
from access_requests.actions.begin_gathering import begin_gathering as put_together
from access_requests.actions.begin_search import begin_search as look_for_it
from access_requests.actions.name_officer import name_officer as name_who_deals
from access_requests.actions.offer_debriefs import answer_debrief
from access_requests.actions.other_route import other_route as pass_on
from access_requests.actions.record_contact import record_contact as keep_contact
from access_requests.actions.share_reading import share_reading as read_by_two
from access_requests.actions.withdraw_request import withdraw_request
from access_requests.forms.desk import BoardForm, ContactForm, DebriefForm, OfficerForm, OtherWayForm, ReaderForm, StopForm
from access_requests.queries.board import board_of, chosen, officers_on
from access_requests.queries.officers import managers_of
from access_requests.queries.request_page import debriefs_waiting
from access_requests.views.request_page import do, found, handles_requests, officers_for, on_requests, page, readers_for
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.models import User
from people.roles import Permission

CHANGE_FIRST = 422


@require_safe
@on_requests
def board(request: HttpRequest) -> HttpResponse:
    """What is due first stands first. A reference that fits one request leads straight to it."""
    user, now = current_user(request), timezone.now()
    choice = chosen(request.GET.dict())
    shown = board_of(user, choice, now)
    if choice.reference and len(shown.rows) == 1:
        return redirect("access_requests:request", shown.rows[0].id)
    form = BoardForm(
        initial={"state": choice.state, "officer": choice.officer, "reference": choice.reference}, officers=officers_on(user, now)
    )
    waiting = debriefs_waiting(user).first()
    handles = user.may(Permission.HANDLE_REQUESTS, now)
    page_shows = {"board": shown, "choice": choice, "form": form, "hard": waiting, "handles": handles}
    return render(request, "access_requests/board.html", page_shows)


@require_safe
@staff_page()
def request_(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One request: what comes next, and everything about it. Whoever took it down sees how far it is."""
    return page(request, found(request, pk))


@require_POST
@handles_requests
def name_officer(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Take it, or give it to a colleague."""
    one = found(request, pk)
    form = OfficerForm(request.POST, people=officers_for(one))
    if not form.is_valid():
        return page(request, one, status=CHANGE_FIRST, officer_form=form, form=form)
    officer = User.objects.get(pk=form.cleaned_data["officer"])
    return do(request, pk, name_who_deals, _("%(who)s deals with it now.") % {"who": officer}, officer=officer)


@require_POST
@handles_requests
def record_contact(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Write down that somebody talked with them, or tried."""
    one, form = found(request, pk), ContactForm(request.POST)
    if not form.is_valid():
        return page(request, one, status=CHANGE_FIRST, contact_form=form, form=form)
    said = form.cleaned_data
    return do(request, pk, keep_contact, _("It is written down."), way=said["way"], reached=said["reached"] == "yes")


@require_POST
@handles_requests
def begin_search(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Begin to look for it."""
    return do(request, pk, look_for_it, _("The search begins. Each place is listed below."))


@require_POST
@handles_requests
def begin_gathering(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Begin to put it together."""
    return do(request, pk, put_together, _("Every place has an answer. Now it is put together."))


@require_POST
@handles_requests
def back_to_search(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Look in another place first."""
    return do(request, pk, go_back_to_search, _("It is back at the search. What was gathered stays."))


@require_POST
@handles_requests
def share_reading(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Nobody reads this alone."""
    one = found(request, pk)
    form = ReaderForm(request.POST, people=readers_for(one))
    if not form.is_valid():
        return page(request, one, status=CHANGE_FIRST, reader_form=form, form=form)
    reader = User.objects.get(pk=form.cleaned_data["second_reader"])
    return do(request, pk, read_by_two, _("%(who)s reads it with them.") % {"who": reader}, second_reader=reader)


@require_POST
@handles_requests
def stop_request(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """They said that they want to stop it."""
    one, form = found(request, pk), StopForm(request.POST)
    if not form.is_valid():
        return page(request, one, status=CHANGE_FIRST, stop_form=form, form=form)
    return do(request, pk, withdraw_request, _("It is stopped. They can ask again at any time."), said=form.cleaned_data["said"])


@require_POST
@handles_requests
def other_route(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Pass it on to those whose rules it has; what was typed stays when that is refused."""
    one, form = found(request, pk), OtherWayForm(request.POST)
    if form.is_valid():
        try:
            pass_on(request=one, by=current_user(request), now=timezone.now(), **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error("words" if refusal.code == "no_words" else None, refusal.sentence)
        else:
            messages.info(request, _("It is passed on. They can read what you wrote."))
            return redirect("access_requests:request", pk)
    return page(request, found(request, pk), status=CHANGE_FIRST, other_form=form, form=form)


@require_safe
@on_requests
def how_are_you(request: HttpRequest) -> HttpResponse:
    """What somebody was asked after they read something hard, and whom they can talk with. There is no list of other people's."""
    user, now = current_user(request), timezone.now()
    return render(request, "access_requests/how_are_you.html", {"waiting": debriefs_waiting(user), "people": managers_of(user, now)})


@require_POST
@on_requests
def say_how_i_am(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Keep one answer."""
    user, form = current_user(request), DebriefForm(request.POST)
    asked = debriefs_waiting(user).filter(pk=pk).first()
    if asked is None:
        raise Http404
    if form.is_valid():
        answer_debrief(debrief=asked, says=form.cleaned_data["says"], by=user, now=timezone.now())
        messages.info(request, _("Kept. Nobody but you sees what you said."))
    return redirect("access_requests:how_are_you")
