"""What every page about one request needs: the request as far as this reader may see it, the whole page again with its errors."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from access_requests.actions.look_at_request import look_at_request
from access_requests.forms.desk import ContactForm, OfficerForm, OtherWayForm, ReaderForm, StopForm
from access_requests.models import AccessRequest
from access_requests.queries.officers import who_could_deal_with, who_could_read_with
from access_requests.queries.request_page import request_page
from access_requests.queries.stages import stage_of
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission

HANDLE, CHECK = Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS
on_requests = staff_page(HANDLE, CHECK)
handles_requests = staff_page(HANDLE)


def found(request: HttpRequest, pk: UUID) -> AccessRequest:
    """The request, as far as this reader may see it. Raises Http404."""
    one = AccessRequest.objects.visible_to(current_user(request), timezone.now()).filter(pk=pk).select_related("child", "officer").first()
    if one is None:
        raise Http404
    return one


def page(request: HttpRequest, one: AccessRequest, *, status: int = 200, **more: Any) -> HttpResponse:
    """The whole page. `more` reaches every part's template: a form with its errors, say. The look is written down first."""
    user, now = current_user(request), timezone.now()
    look_at_request(request=one, by=user, now=now)
    if not any(user.may(permission, now) for permission in (HANDLE, CHECK)):
        return render(request, "access_requests/stage.html", {"one": one, "stage": stage_of(one, now)})
    shown = request_page(one, user, now)
    forms = _forms(one, now) if shown.handles else {}
    return render(request, "access_requests/request.html", {"page": shown, "one": one, "user": user, **forms, **more}, status=status)


def officers_for(one: AccessRequest) -> list[tuple[str, str]]:
    """Who could deal with it, for the list to choose from."""
    return [officer.choice for officer in who_could_deal_with(one, timezone.now())]


def readers_for(one: AccessRequest) -> list[tuple[str, str]]:
    """Who could read it with its officer, for the list to choose from."""
    return [(str(user.pk), str(user)) for user in who_could_read_with(one, timezone.now())]


def do(request: HttpRequest, pk: UUID, verb: Callable[..., object], sentence: str, **given: Any) -> HttpResponseBase:
    """Do one verb that needs nothing typed, and go back to the page with what happened, or why not."""
    one = found(request, pk)
    try:
        verb(request=one, by=current_user(request), now=timezone.now(), **given)
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
    else:
        messages.info(request, sentence)
    return redirect("access_requests:request", pk)


def _forms(one: AccessRequest, now: Any) -> dict[str, Any]:
    return {
        "officer_form": OfficerForm(people=officers_for(one), initial={"officer": str(one.officer_id or "")}),
        "contact_form": ContactForm(),
        "reader_form": ReaderForm(people=readers_for(one), initial={"second_reader": str(one.second_reader_id or "")}),
        "stop_form": StopForm(),
        "other_form": OtherWayForm(),
    }
