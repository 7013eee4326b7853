"""Following a request without an account: what the session holds after the door, looked at again on every page."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils import timezone

from access_requests.models import AccessRequest
from access_requests.queries.following import can_be_followed, still_opens
from people.encryption import decrypt

REQUEST, STATUS_CODE = "request", "status_code"
Params = ParamSpec("Params")


def follow(http: HttpRequest, request: AccessRequest) -> None:
    """From now on this session follows this request, and no other. Its name changes, so that nobody can have fixed it before."""
    http.session.cycle_key()
    http.session[REQUEST] = str(request.pk)


def followed(http: HttpRequest, now: datetime) -> AccessRequest | None:
    """The request this session follows; None, and out at once, when nobody may follow it any more."""
    known = http.session.get(REQUEST)
    found = AccessRequest.objects.select_related("child").filter(pk=known).first() if known else None
    if found and can_be_followed(found, now):
        return found
    for kept in (REQUEST, STATUS_CODE):
        http.session.pop(kept, None)
    return None


def next_code(http: HttpRequest, request: AccessRequest, now: datetime) -> str:
    """The code for the next time, as this session was given it; "" when it holds none, or when it has been used or replaced elsewhere."""
    kept = http.session.get(STATUS_CODE, "")
    code = decrypt(kept) if kept else ""
    return code if code and still_opens(request, code, now) else ""


def status_page(
    view: Callable[Concatenate[HttpRequest, AccessRequest, Params], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, Params], HttpResponseBase]:
    """Only for somebody who came in with a reference and a code, who is handed that request. Everybody else is sent to the door."""

    @login_not_required
    @wraps(view)
    def wrapped(http: HttpRequest, /, *args: Params.args, **kwargs: Params.kwargs) -> HttpResponseBase:
        found = followed(http, timezone.now())
        if found is None:
            return redirect("access_requests:status_door")
        return view(http, found, *args, **kwargs)

    return wrapped
