"""Being told that something is new: by e-mail or text, outside quiet hours, and never what. Off until somebody asks for it."""

from uuid import UUID

from allauth.account.decorators import reauthentication_required
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.access import current_user, young_person_page
from people.actions.choose_when_told import choose_when_told
from people.actions.keep_contact_way import add_contact_way, prove_contact_way, stop_contact_way
from people.errors import NotAllowed
from people.models import Child, ContactWay, NoticePreference, User
from people.telling.addresses import in_part, kinds_offered
from portal.forms.telling import AddressForm, CodeForm, WhenForm, kind_in_words


@require_safe
@young_person_page
def telling(request: HttpRequest, child: Child) -> HttpResponse:
    """How I am told, and when."""
    return _page(request)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
@reauthentication_required
def add(request: HttpRequest, child: Child) -> HttpResponseBase:
    """Give an address. The passphrase comes first: on a shared phone nobody else sends our messages to themselves."""
    user, kinds = current_user(request), kinds_offered()
    if not kinds:
        return redirect("portal:telling")
    form = AddressForm(request.POST or None, kinds=kinds)
    if request.method == "POST" and form.is_valid():
        try:
            way = add_contact_way(kind=form.cleaned_data["kind"], address=form.cleaned_data["address"], by=user, now=timezone.now())
        except NotAllowed as refusal:
            form.add_error("address", refusal.sentence)
        else:
            return redirect("portal:telling_code", way.pk)
    return render(request, "portal/telling_add.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def give_code(request: HttpRequest, child: Child, way_id: UUID) -> HttpResponseBase:
    """Give back the code that was sent."""
    way, form = _mine(current_user(request), way_id), CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            way = prove_contact_way(way=way, code=form.cleaned_data["code"], by=current_user(request), now=timezone.now())
            if way.proved_at is None:
                form.add_error("code", gettext("That is not the code we sent. Look at it once more."))
        except NotAllowed as refusal:
            form.add_error("code", refusal.sentence)
    if way.proved_at:
        messages.success(request, gettext("It works. We tell you there when something is new."))
        return redirect("portal:telling")
    return render(request, "portal/telling_code.html", {"form": form, "address": in_part(way)}, status=422 if form.errors else 200)


@require_POST
@young_person_page
def stop(request: HttpRequest, child: Child, way_id: UUID) -> HttpResponseBase:
    """Stop telling me there."""
    user = current_user(request)
    stop_contact_way(way=_mine(user, way_id), by=user, now=timezone.now())
    messages.info(request, gettext("We forgot that address. We do not tell you there any more."))
    return redirect("portal:telling")


@require_POST
@young_person_page
def when(request: HttpRequest, child: Child) -> HttpResponseBase:
    """Keep quiet hours and the reminder."""
    form = WhenForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    choose_when_told(by=current_user(request), now=timezone.now(), **form.cleaned_data)
    messages.success(request, gettext("Kept."))
    return redirect("portal:telling")


def _page(request: HttpRequest, form: WhenForm | None = None) -> HttpResponse:
    user = current_user(request)
    wants = NoticePreference.objects.filter(user=user).first() or NoticePreference(user=user)
    start = {"quiet_from": wants.quiet_from, "quiet_until": wants.quiet_until, "remind": wants.remind}
    ways = [(way, kind_in_words(way), in_part(way)) for way in ContactWay.objects.filter(user=user)]
    shown = {"ways": ways, "offered": bool(kinds_offered()), "form": form or WhenForm(initial=start)}
    return render(request, "portal/telling.html", shown, status=422 if form else 200)


def _mine(user: User, way_id: UUID) -> ContactWay:
    found = ContactWay.objects.filter(pk=way_id, user=user).first()
    if found is None:
        raise Http404
    return found
