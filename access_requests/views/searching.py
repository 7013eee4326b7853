"""Where was searched for a request: the list of places, one place, and what was tried on files that are kept."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.add_source import add_source
from access_requests.actions.ask_to_search import ask_to_search
from access_requests.actions.look_at_place import look_at_place
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.record_search import Found, record_search, record_searches
from access_requests.actions.search_own_file import search_own_file
from access_requests.forms.searching import AskForm, PlaceForm, SearchForm, SeveralForm
from access_requests.models import AccessRequest, SourceSearch
from access_requests.permissions import can, check_handles
from access_requests.queries.missing import missing_from
from access_requests.queries.place_page import PlacePage, place_page, terms_for
from access_requests.queries.searching import groups_of, places_of, progress_of, still_to_search
from access_requests.queries.tried import all_tries, tries_about
from law.working_time import london_day
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.models import User
from people.roles import Permission

FORM_METHODS = ["GET", "HEAD", "POST"]
OFFICERS = (Permission.HANDLE_REQUESTS, Permission.CHECK_REQUESTS)


def request_for(http: HttpRequest, request_id: UUID, now: datetime) -> AccessRequest:
    """A request whose record is known, through who may see it. Raises Http404 otherwise, as for what is not there."""
    seen = AccessRequest.objects.visible_to(current_user(http), now).select_related("child")
    found: AccessRequest = get_object_or_404(seen, pk=request_id, child__isnull=False)
    return found


@staff_page(*OFFICERS)
@require_safe
def searching(http: HttpRequest, request_id: UUID) -> HttpResponse:
    """Every place, how far the search is, and what is missing."""
    return _searching(http, request_for(http, request_id, timezone.now()))


@staff_page(Permission.HANDLE_REQUESTS)
@require_POST
def add_place(http: HttpRequest, request_id: UUID) -> HttpResponse:
    """Put one more place on the list."""
    now = timezone.now()
    request, form = request_for(http, request_id, now), PlaceForm(http.POST)
    if form.is_valid():
        try:
            made = add_source(request=request, **form.cleaned_data, by=current_user(http), now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return redirect("access_requests:search", made.pk)
    return _searching(http, request, form)


@staff_page(Permission.HANDLE_REQUESTS)
@require_POST
def own_file(http: HttpRequest, request_id: UUID) -> HttpResponse:
    """Search the file of this portal now."""
    now = timezone.now()
    request = request_for(http, request_id, now)
    try:
        search_own_file(request=request, by=current_user(http), now=now)
    except NotAllowed as refusal:
        messages.error(http, refusal.sentence)
    else:
        messages.success(http, gettext("Searched. What is there, and which years it covers, is written down."))
    return redirect("access_requests:searching", request.pk)


@staff_page(Permission.HANDLE_REQUESTS)
@require_http_methods(FORM_METHODS)
def several(http: HttpRequest, request_id: UUID) -> HttpResponse:
    """The same answer for several places at once."""
    user, now = current_user(http), timezone.now()
    request = request_for(http, request_id, now)
    places = still_to_search(request)
    first = {"searched_on": london_day(now), "terms": terms_for(request)}
    data = http.POST if http.method == "POST" else None
    form = SeveralForm(data, initial=first, places=[(str(one.search.pk), one.name) for one in places])
    if http.method == "POST" and form.is_valid():
        said = form.cleaned_data
        wanted = set(said.pop("places"))
        searches = [one.search for one in places if str(one.search.pk) in wanted]
        try:
            record_searches(searches=searches, found=Found(**said), by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(http, gettext("Written down for each of them."))
            return redirect("access_requests:searching", request.pk)
    look_at_request(request=request, by=user, now=now)
    shown = {"one": request, "form": form, "any": bool(places)}
    return render(http, "access_requests/several_places.html", shown, status=422 if form.errors else 200)


@staff_page()
@require_http_methods(FORM_METHODS)
def search(http: HttpRequest, search_id: UUID) -> HttpResponse:
    """One place: for whoever handles the request, and for the colleague who was asked to search it."""
    user, now = current_user(http), timezone.now()
    page = _page(search_id, user, now)
    form = _search_form(page, now, http.POST if http.method == "POST" else None)
    if http.method == "POST" and form.is_valid():
        try:
            record_search(search=page.place.search, found=Found(**form.cleaned_data), by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(http, gettext("Written down. Thank you."))
            return _after(page, user, now)
    return _place(http, page, form, AskForm(colleagues=page.colleagues))


@staff_page(Permission.HANDLE_REQUESTS)
@require_POST
def ask(http: HttpRequest, search_id: UUID) -> HttpResponse:
    """Ask somebody to search this place."""
    user, now = current_user(http), timezone.now()
    page = _page(search_id, user, now)
    if not page.officer:
        raise Http404
    form = AskForm(http.POST, colleagues=page.colleagues)
    if form.is_valid():
        said = form.cleaned_data
        worker = User.objects.filter(pk=said["worker"]).first() if said["worker"] else None
        try:
            ask_to_search(search=page.place.search, worker=worker, asked=said["asked"], words=said["words"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(http, gettext("Asked. It is written down who and when."))
            return redirect("access_requests:searching", page.place.search.request_id)
    return _place(http, page, _search_form(page, now, None), form)


@staff_page(*OFFICERS)
@require_safe
def tried(http: HttpRequest) -> HttpResponse:
    """Everything that was tried on files that are kept because somebody asked for them."""
    return render(http, "access_requests/tried.html", {"tries": all_tries(current_user(http), timezone.now())})


def _after(page: PlacePage, user: User, now: datetime) -> HttpResponse:
    """On to the next place; or to this one again where something was found, because its papers have to be brought in."""
    if not page.officer:
        return redirect("portal:desk")
    found = page.place.search
    brings = _page(found.pk, user, now).brings
    return redirect("access_requests:search", found.pk) if brings else redirect("access_requests:searching", found.request_id)


def _page(search_id: UUID, user: User, now: datetime) -> PlacePage:
    found = get_object_or_404(SourceSearch.objects.select_related("request__child"), pk=search_id)
    page = place_page(found, user, now)
    if page is None:
        raise Http404
    return page


def _search_form(page: PlacePage, now: datetime, data: Any) -> SearchForm:
    first = {"searched_on": london_day(now), "terms": page.terms}
    return SearchForm(data, initial=first, source=page.place.search.source, prefix="search")


def _place(http: HttpRequest, page: PlacePage, form: SearchForm, ask_form: AskForm) -> HttpResponse:
    user, now, found = current_user(http), timezone.now(), page.place.search
    if page.officer:
        look_at_request(request=found.request, by=user, now=now)
    else:
        look_at_place(search=found, by=user, now=now)
    sent = next((one for one in (form, ask_form) if one.errors), None)
    shown = {"page": page, "one": found.request, "form": form, "ask_form": ask_form, "sent": sent}
    return render(http, "access_requests/place.html", shown, status=422 if sent else 200)


def _searching(http: HttpRequest, request: AccessRequest, form: PlaceForm | None = None) -> HttpResponse:
    user, now = current_user(http), timezone.now()
    look_at_request(request=request, by=user, now=now)
    places = places_of(request)
    shown = {
        "one": request,
        "groups": groups_of(places),
        "progress": progress_of(places),
        "missing": missing_from(request, london_day(now)),
        "tries": tries_about(request),
        "consultations": request.consultations.all(),
        "may": request.ended_at is None and can(check_handles, user, request, now),
        "form": form or PlaceForm(),
    }
    return render(http, "access_requests/searching.html", shown, status=422 if form is not None and form.errors else 200)
