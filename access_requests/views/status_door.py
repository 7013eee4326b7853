"""The door of somebody without an account to their own request: reference and one-time code, or a new code to where they are reached."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from access_requests.actions.make_status_code import make_status_code, open_status
from access_requests.codes import as_reference
from access_requests.forms.coming_back import DoorForm, NewCodeForm
from access_requests.models import StatusCode
from access_requests.sending_codes import send_code
from access_requests.views.asking_public import check_not_too_often
from access_requests.views.following import STATUS_CODE, follow, followed
from people.encryption import encrypt
from people.errors import NotAllowed


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def door(http: HttpRequest) -> HttpResponseBase:
    """Reference and code. Tries are counted for each visitor and for each reference, whether there is one like it or not."""
    now = timezone.now()
    if http.method != "POST" and followed(http, now):
        return redirect("access_requests:status")
    form = DoorForm(http.POST or None)
    if http.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            check_not_too_often(http, "status_code", as_reference(said["reference"]))
            found = open_status(reference=said["reference"], code=said["code"], now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            follow(http, found)
            http.session[STATUS_CODE] = encrypt(make_status_code(request=found, way=StatusCode.Way.SCREEN, now=now))
            return redirect("access_requests:status")
    return render(http, "access_requests/status_door.html", {"form": form})


@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def new_code(http: HttpRequest) -> HttpResponseBase:
    """A new code goes to the e-mail address or phone of the request. The answer is the same for every reference."""
    form = NewCodeForm(http.POST or None)
    done = False
    if http.method == "POST" and form.is_valid():
        reference = as_reference(form.cleaned_data["reference"])
        try:
            check_not_too_often(http, "new_status_code", reference)
        except NotAllowed as refusal:
            form.add_error("reference", refusal.sentence)
        else:
            send_code.enqueue(reference, timezone.now().isoformat())
            done = True
    return render(http, "access_requests/new_code.html", {"form": form, "done": done, "reach_us": settings.ACCESS_TEAM_REACH})


@login_not_required
@require_POST
def leave(http: HttpRequest) -> HttpResponseBase:
    """Close it in this browser."""
    for kept in ("request", STATUS_CODE):
        http.session.pop(kept, None)
    return redirect("access_requests:status_door")
