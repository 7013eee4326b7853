"""A request followed like a parcel: the same page for somebody signed in and for somebody with a reference and a code."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.answer_question import answer_question
from access_requests.actions.see_telling import see_telling
from access_requests.actions.withdraw_request import withdraw_request
from access_requests.actions.write_message import write_message
from access_requests.forms.telling import AnswerForm, MessageForm
from access_requests.models import AccessRequest, ClockFact
from access_requests.queries.room import room_release
from access_requests.queries.tracker import tracker_of
from access_requests.views.following import status_page
from access_requests.views.on_paper import printing_of
from access_requests.views.roads_to_a_request import SIGNED_IN, WITH_CODE, Road, own_request
from people.access import young_person_page
from people.errors import NotAllowed
from people.models import Child

CHANGE_FIRST = 422


def show(http: HttpRequest, request: AccessRequest, road: Road, *, status: int = 200, **forms: Any) -> HttpResponse:
    """The page. What is new is marked as new once; then they have seen it."""
    now = timezone.now()
    tracker = tracker_of(request, now)
    shown = {
        "tracker": tracker,
        "printing": printing_of(http),
        "signed_in": road.signed_in,
        "new_code": road.new_code(http, request, now),
        "had_code": road.has_old_code(http),
        "write_url": road.url("write", request),
        "stop_url": road.url("stop", request),
        "complain_url": road.url("complain", request),
        "room_url": road.room(request) if room_release(request, now) else "",
        "leave_url": "" if road.signed_in else reverse("access_requests:status_leave"),
        "reach_us": settings.ACCESS_TEAM_REACH,
        "letters": [(told, road.about("letter", told.row.pk)) for told in tracker.letters],
        "pauses": [(pause, road.about("answer", pause.question.pk) if pause.question else "") for pause in tracker.pauses],
        "message_form": MessageForm(),
        "answer_form": AnswerForm(),
        **forms,
    }
    response = render(http, "access_requests/tracker.html", shown, status=status)
    if http.method == "GET":
        see_telling(request=request, by=road.by(http, request, now), now=now)
    return response


def write(http: HttpRequest, request: AccessRequest, road: Road) -> HttpResponseBase:
    """Send a message. What was typed stays when something is wrong with it."""
    form, now = MessageForm(http.POST), timezone.now()
    if form.is_valid():
        try:
            write_message(request=request, text=form.cleaned_data["text"], by=road.by(http, request, now), now=now)
        except NotAllowed as refusal:
            form.add_error("text", refusal.sentence)
        else:
            messages.success(http, _("Sent. One of us reads it and writes back here."))
            return redirect(f"{road.url('', request)}#messages")
    return show(http, request, road, status=CHANGE_FIRST, message_form=form)


def answer(http: HttpRequest, request: AccessRequest, road: Road, fact_id: UUID) -> HttpResponseBase:
    """Answer a question of ours. Raises Http404 for one that is not about their request."""
    fact = ClockFact.objects.filter(pk=fact_id, request=request, kind=ClockFact.Kind.QUESTION_ASKED).first()
    if fact is None:
        raise Http404
    form, now = AnswerForm(http.POST), timezone.now()
    if form.is_valid():
        try:
            answer_question(question=fact, words=form.cleaned_data["words"], by=road.by(http, request, now), now=now)
        except NotAllowed as refusal:
            form.add_error("words", refusal.sentence)
        else:
            messages.success(http, _("Thank you. We have your answer, and we go on."))
            return redirect(road.url("", request))
    return show(http, request, road, status=CHANGE_FIRST, answer_form=form, answering=fact.pk)


def stop(http: HttpRequest, request: AccessRequest, road: Road) -> HttpResponseBase:
    """Stop the request: asked once more first."""
    back = road.url("", request)
    if request.ended_at is not None:
        return redirect(back)
    if http.method == "POST":
        now = timezone.now()
        try:
            withdraw_request(request=request, by=road.by(http, request, now), now=now)
        except NotAllowed as refusal:
            messages.info(http, refusal.sentence)
        else:
            messages.success(http, _("Your request has stopped. You can ask again at any time."))
        return redirect(back)
    return render(http, "access_requests/tracker_stop.html", {"one": request, "back": back, "stop_url": road.url("stop", request)})


def _mine(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view for somebody signed in, of their own request."""

    @young_person_page
    def wrapped(http: HttpRequest, _child: Child, pk: UUID) -> HttpResponseBase:
        return view(http, own_request(http, pk, timezone.now()), SIGNED_IN)

    return wrapped


def _with_code(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """The view for somebody who came in with a reference and a code."""

    @status_page
    def wrapped(http: HttpRequest, request: AccessRequest) -> HttpResponseBase:
        return view(http, request, WITH_CODE)

    return wrapped


@require_POST
@young_person_page
def my_answer(http: HttpRequest, _child: Child, pk: UUID) -> HttpResponseBase:
    """Answer a question about one's own request."""
    fact = ClockFact.objects.filter(pk=pk).first()
    if fact is None:
        raise Http404
    return answer(http, own_request(http, fact.request_id, timezone.now()), SIGNED_IN, pk)


@require_POST
@status_page
def status_answer(http: HttpRequest, request: AccessRequest, pk: UUID) -> HttpResponseBase:
    """The same with a code."""
    return answer(http, request, WITH_CODE, pk)


my_request = require_safe(_mine(show))
my_request_write = require_POST(_mine(write))
my_request_stop = require_http_methods(["GET", "HEAD", "POST"])(_mine(stop))
status = require_safe(_with_code(show))
status_write = require_POST(_with_code(write))
status_stop = require_http_methods(["GET", "HEAD", "POST"])(_with_code(stop))
