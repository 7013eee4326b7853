"""What was gathered for a request: the list, starting and following a run, bringing files in."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.bring_in import Brought, bring_in
from access_requests.actions.gather import begin_gathering_run
from access_requests.actions.leave_upload import leave_upload
from access_requests.actions.look_at_request import look_at_request
from access_requests.forms.gathering import BringForm, ReasonForm
from access_requests.may_gather import check_may_gather
from access_requests.models import AccessRequest, Upload
from access_requests.permissions import can
from access_requests.queries.gathered import VIEWS, counted, files_of, lines, progress_of, rows_of
from access_requests.queries.items import counts, newest_run
from access_requests.queries.searching import places_of
from access_requests.sources import ADOPTION
from access_requests.views.request_page import found, handles_requests, on_requests
from people.access import current_user
from people.errors import NotAllowed

A_PAGE = 60
FILES = "files"
LOOK_AGAIN_SECONDS = 10


def of_record(request: HttpRequest, pk: UUID) -> AccessRequest:
    """A request whose record is known, as far as this reader may see it. Raises Http404."""
    one = found(request, pk)
    if one.child is None:
        raise Http404
    return one


@on_requests
@require_safe
def gathered(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far it is, and the list, sixty at a time. `?watch=1`: the page looks again by itself, for whoever asked it to."""
    one = of_record(request, pk)
    user, now = current_user(request), timezone.now()
    look_at_request(request=one, by=user, now=now)
    view = request.GET.get("show", "")
    view = view if view in VIEWS else next(iter(VIEWS))
    rows: Any = files_of(one) if view == FILES else rows_of(one, view)
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    progress, counts_now = progress_of(newest_run(one)), counts(one)
    shown = {
        "one": one,
        "view": view,
        "tabs": [{"title": _(title), "url": f"?show={slug}", "here": slug == view} for slug, title in VIEWS.items()],
        "page": page,
        "lines": page.object_list if view == FILES else lines(list(page.object_list)),
        "progress": progress,
        "watches": progress is not None and progress.runs and "watch" in request.GET,
        "counts": counts_now,
        "counted": counted(counts_now),
        "may": can(check_may_gather, user, one, now),
    }
    page_now = render(request, "access_requests/gathered.html", shown)
    if shown["watches"]:
        page_now.headers["Refresh"] = str(LOOK_AGAIN_SECONDS)
    return page_now


@handles_requests
@require_POST
def gather(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Start gathering, or gather what has come since."""
    one = of_record(request, pk)
    try:
        begin_gathering_run(request=one, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
    return redirect("access_requests:gathered", one.pk)


@handles_requests
@require_http_methods(["GET", "HEAD", "POST"])
def bring(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Bring in files: many at once, and archives of them."""
    one = of_record(request, pk)
    user, now = current_user(request), timezone.now()
    open_places = [place for place in places_of(one) if place.source.slug != ADOPTION]
    places = {str(place.search.pk): place.search for place in open_places}
    named = [(str(place.search.pk), place.name) for place in open_places]
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = BringForm(*sent, places=named, initial={"search": request.GET.get("from", "")})
    if request.method == "POST" and form.is_valid():
        files = [Brought(one_file.name or "", one_file.size or 0, one_file.read) for one_file in form.cleaned_data["papers"]]
        try:
            made = bring_in(request=one, files=files, search=places[form.cleaned_data["search"]], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            _say(request, made)
            return redirect(f"{_list(one)}?show={FILES}")
    look_at_request(request=one, by=user, now=now)
    shown = {"one": one, "form": form, "may": can(check_may_gather, user, one, now)}
    return render(request, "access_requests/bring_in.html", shown, status=422 if form.errors else 200)


def _list(one: AccessRequest) -> str:
    return redirect("access_requests:gathered", one.pk).url


def _say(request: HttpRequest, made: list[Upload]) -> None:
    refused = [one for one in made if one.state == Upload.State.REFUSED]
    taken = len(made) - len(refused)
    if taken:
        said = ngettext("One file is here, and is being read.", "%(taken)s files are here, and are being read.", taken) % {"taken": taken}
        messages.success(request, said)
    if refused:
        names = ", ".join(one.name for one in refused[:5])
        messages.error(request, _("Not taken: %(names)s. The list says why of each.") % {"names": names})


@handles_requests
@require_POST
def leave(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Leave out a file that could not be read."""
    now: datetime = timezone.now()
    seen = AccessRequest.objects.visible_to(current_user(request), now)
    upload = get_object_or_404(Upload, pk=pk, request__in=seen)
    form = ReasonForm(request.POST)
    try:
        leave_upload(upload=upload, why=form.data.get("why", ""), by=current_user(request), now=now)
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, _("Left out. It stays in the list, with why."))
    return redirect(f"{_list(upload.request)}?show={FILES}")
