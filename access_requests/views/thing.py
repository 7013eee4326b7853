"""One thing of a pack: what it is, what it repeats, and putting it where it belongs."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access_requests.actions.fold_item import fold_item, unfold_item
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.part_item import join_item, part_item
from access_requests.actions.place_item import place_item
from access_requests.actions.set_item_aside import set_item_aside, take_item_back
from access_requests.forms.gathering import AsideForm, PartForm, PlaceThingForm
from access_requests.models import AccessRequest, Item
from access_requests.queries.gathered import thing_of
from access_requests.views.request_page import handles_requests, on_requests
from people.access import current_user
from people.errors import NotAllowed


def item_of(request: HttpRequest, pk: UUID) -> Item:
    """A thing of a request this reader may see. Raises Http404."""
    seen = AccessRequest.objects.visible_to(current_user(request), timezone.now()).filter(child__isnull=False)
    item = Item.objects.filter(pk=pk, request__in=seen).select_related("request__child", "file", "parent", "same_as").first()
    if item is None:
        raise Http404
    return item


@on_requests
@require_safe
def thing(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What it is, and everything that can be done with where it stands."""
    return _page(request, item_of(request, pk))


def _page(request: HttpRequest, item: Item, sent: Form | None = None) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_request(request=item.request, by=user, now=now)
    found = thing_of(item, user, now)
    forms: dict[str, Form] = {
        "place_form": PlaceThingForm(initial={"on": item.placed_on}, prefix="place"),
        "aside_form": AsideForm(prefix="aside"),
        "part_form": PartForm(item=item, initial={"others": found.about_others}, prefix="part"),
    }
    if sent is not None:
        forms[f"{sent.prefix}_form"] = sent
    shown = {"one": item.request, "thing": found, "item": item, "sent": sent, **forms}
    return render(request, "access_requests/thing.html", shown, status=422 if sent is not None else 200)


def _done(request: HttpRequest, item: Item, sentence: str) -> HttpResponseBase:
    messages.success(request, sentence)
    return redirect("access_requests:thing", item.pk)


@handles_requests
@require_POST
def place(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Say when it was."""
    item, form = item_of(request, pk), PlaceThingForm(request.POST, prefix="place")
    if form.is_valid():
        try:
            place_item(item=item, when=form.when(), why=form.cleaned_data["why"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _done(request, item, _("It stands there now, with how you know."))
    return _page(request, item, form)


@handles_requests
@require_POST
def aside(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Set it aside."""
    item, form = item_of(request, pk), AsideForm(request.POST, prefix="aside")
    if form.is_valid():
        try:
            set_item_aside(item=item, **form.cleaned_data, by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _done(request, item, _("Set aside. It stays listed, and can be taken back."))
    return _page(request, item, form)


@handles_requests
@require_POST
def part(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Take it apart."""
    item = item_of(request, pk)
    form = PartForm(request.POST, item=item, prefix="part")
    if form.is_valid():
        try:
            part_item(item=item, parts=form.parts, why=form.cleaned_data["why"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _done(request, item, _("Taken apart. Each part stands by its own date."))
    return _page(request, item, form)


def _plain(verb: Callable[..., object], request: HttpRequest, pk: UUID, sentence: str) -> HttpResponseBase:
    item = item_of(request, pk)
    try:
        verb(item=item, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
        return redirect("access_requests:thing", item.pk)
    return _done(request, item, sentence)


@handles_requests
@require_POST
def join(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Put it together again."""
    return _plain(join_item, request, pk, _("It is one paper again."))


@handles_requests
@require_POST
def back(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Take it back into the pack."""
    return _plain(take_item_back, request, pk, _("It is in the pack again."))


@handles_requests
@require_POST
def unfold(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """It is no copy."""
    return _plain(unfold_item, request, pk, _("It is a thing of its own now."))


@handles_requests
@require_POST
def fold(request: HttpRequest, pk: UUID, into: UUID) -> HttpResponseBase:
    """It is a copy of another."""
    item, other = item_of(request, pk), item_of(request, into)
    try:
        fold_item(item=item, into=other, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
        return redirect("access_requests:thing", item.pk)
    return _done(request, item, _("Folded. It stays listed under the other."))
