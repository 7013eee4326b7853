"""Reading a pack: the list, one thing at a time, conflicts of dates and workers. One address for each verb."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from access_requests.actions.answer_conflict import answer_conflict
from access_requests.actions.begin_reading import begin_reading
from access_requests.actions.carry_readings_over import carry_readings_over
from access_requests.actions.give_all_like import give_all_like
from access_requests.actions.look_at_request import look_at_request
from access_requests.actions.open_item import open_item
from access_requests.actions.say_of_item import say_of_item
from access_requests.forms.pack import ConflictForm, GroundForm, HoldForm, SayForm
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, ConflictAnswer, Item
from access_requests.proposals import is_for_themselves
from access_requests.queries.item_lines import line_of, page_of_item
from access_requests.queries.pack import to_read
from access_requests.queries.pack_conflicts import PackConflict, conflicts_of
from access_requests.queries.pack_page import ground_words, item_page, pack_page, who_agrees
from access_requests.views.request_page import found, handles_requests, on_requests
from files.handing_out import hand_out
from files.safe_copies import get
from law.holding_back import why_not
from law.working_time import london_day
from people.access import current_user
from people.errors import NotAllowed
from people.roles import Permission

CHANGE_FIRST = 422
PICTURE = "image/jpeg"


@require_safe
@on_requests
def pack(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Everything that was gathered, in its order, with what was said of each."""
    one, user, now = found(request, pk), current_user(request), timezone.now()
    look_at_request(request=one, by=user, now=now)
    asked = request.GET.get("page", "1")
    number = int(asked) if asked.isdecimal() and len(asked) < 6 else 1
    shown = pack_page(one, user, now, chosen=request.GET.get("show", "all"), number=number)
    return render(request, "access_requests/pack.html", {"one": one, "pack": shown})


@require_POST
@handles_requests
def begin(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Everything is gathered: read it."""
    return _do(request, pk, begin_reading, _("Reading has begun."))


@require_POST
@handles_requests
def carry_over(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Start from what they were given before."""
    return _do(request, pk, carry_readings_over, _("What they had before is given again. All that is new is left to read."))


@require_safe
@on_requests
def item(request: HttpRequest, pk: UUID, item_id: UUID) -> HttpResponse:
    """One thing, and what to say of it."""
    return _item(request, _found_item(request, pk, item_id))


@require_POST
@handles_requests
def say(request: HttpRequest, pk: UUID, item_id: UUID) -> HttpResponseBase:
    """Give it whole, or with parts hidden first."""
    one, form = _found_item(request, pk, item_id), SayForm(request.POST)
    return _said(request, one, form, say_form=form)


@require_POST
@handles_requests
def hold(request: HttpRequest, pk: UUID, item_id: UUID) -> HttpResponseBase:
    """Hold all of it back, with everything its ground asks."""
    one, code = _found_item(request, pk, item_id), request.POST.get("ground", "")
    if why_not(code, for_themselves=is_for_themselves(one.request), nation=one.request.nation):
        return _item(request, one, status=CHANGE_FIRST, ground_form=_grounds(one.request, {"ground": code}))
    form = HoldForm(request.POST, ground=code)
    return _said(request, one, form, hold_form=form)


@require_POST
@handles_requests
def give_alike(request: HttpRequest, pk: UUID, item_id: UUID) -> HttpResponseBase:
    """This and all that are like it."""
    one = _found_item(request, pk, item_id)
    try:
        count = give_all_like(item=one, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
        return redirect("access_requests:pack_item", pk, item_id)
    messages.info(request, ngettext("%(count)d is given whole.", "%(count)d are given whole.", count) % {"count": count})
    return _next(one)


@require_safe
@on_requests
def picture(request: HttpRequest, pk: UUID, item_id: UUID, number: int) -> HttpResponse:
    """The picture of one page of it."""
    return picture_of(request, _found_item(request, pk, item_id), number)


def picture_of(request: HttpRequest, one: Item, number: int) -> HttpResponse:
    """The safe copy of one page of this thing. Raises Http404 when there is none to show."""
    page = page_of_item(one, number)
    content = get(page.picture) if page and page.picture else None
    if content is None:
        raise Http404
    return hand_out(request, content, PICTURE)


@require_http_methods(["GET", "HEAD", "POST"])
@on_requests
def conflicts(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Dates and workers that cannot all be right, each with its things and what was said of it."""
    one, user, now = found(request, pk), current_user(request), timezone.now()
    look_at_request(request=one, by=user, now=now)
    asked = conflicts_of(one, london_day(now))
    sent = None
    if request.method == "POST":
        key = request.POST.get("key", "")
        about = next((conflict for conflict in asked if conflict.key == key), None)
        sent = ConflictForm(request.POST, things=_things(about) if about else (), auto_id=f"id_{key[:8]}_%s")
        if sent.is_valid() and _answered(request, one, sent):
            messages.info(request, _("Written down. They read it beside these papers."))
            return redirect("access_requests:pack_conflicts", pk)
    shown = [_with_form(conflict, sent) for conflict in asked]
    may = one.standing is State.READING and user.may(Permission.HANDLE_REQUESTS, now)
    found_wrong = bool(sent and sent.errors)
    context = {"one": one, "conflicts": shown, "may": may, "form": sent if found_wrong else None}
    return render(request, "access_requests/conflicts.html", context, status=CHANGE_FIRST if found_wrong else 200)


def _answered(request: HttpRequest, one: AccessRequest, form: ConflictForm) -> bool:
    said = form.cleaned_data
    try:
        answer_conflict(
            request=one,
            key=said["key"],
            says=ConflictAnswer.Says(said["says"]),
            words=said["words"],
            right=UUID(said["right"]) if said["right"] else None,
            by=current_user(request),
            now=timezone.now(),
        )
    except NotAllowed as refusal:
        form.add_error("right" if refusal.code == "which" else None, refusal.sentence)
    return form.is_valid()


def _with_form(conflict: PackConflict, sent: ConflictForm | None) -> dict[str, Any]:
    mine = sent if sent is not None and sent.errors and sent["key"].value() == conflict.key else None
    form = mine or ConflictForm(initial={"key": conflict.key}, things=_things(conflict), auto_id=f"id_{conflict.key[:8]}_%s")
    return {"asked": conflict, "lines": [line_of(one) for one in conflict.items], "form": form}


def _things(conflict: PackConflict) -> list[tuple[str, str]]:
    return [(str(line.id), f"{line.title}, {line.when}") for line in map(line_of, conflict.items)]


def _do(request: HttpRequest, pk: UUID, verb: Callable[..., object], sentence: str) -> HttpResponseBase:
    one = found(request, pk)
    try:
        verb(request=one, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.info(request, refusal.sentence)
        return redirect("access_requests:request", pk)
    messages.info(request, sentence)
    return redirect("access_requests:pack", pk)


def _said(request: HttpRequest, one: Item, form: SayForm | HoldForm, **shown: Any) -> HttpResponseBase:
    """Say what the form says, and go on to the next that nobody has read; nothing typed is lost when it is refused."""
    if form.is_valid():
        try:
            say_of_item(item=one, by=current_user(request), now=timezone.now(), **form.said)
        except NotAllowed as refusal:
            form.refuse(refusal.code, refusal.sentence)
        else:
            return _next(one)
    return _item(request, one, status=CHANGE_FIRST, form=form, **shown)


def _next(one: Item) -> HttpResponseBase:
    """The next thing behind it that nobody has read, else the first of all; the list when everything is read."""
    unread = to_read(one.request).filter(newest__isnull=True)
    behind = unread.filter(position__gt=one.position) if one.position is not None else unread
    following = behind.first() or unread.first()
    if following is None:
        return redirect("access_requests:pack", one.request_id)
    return redirect("access_requests:pack_item", one.request_id, following.pk)


def _found_item(request: HttpRequest, pk: UUID, item_id: UUID) -> Item:
    """A thing of a request this reader may see. Raises Http404. What has rules of its own is not here."""
    seen = found(request, pk)
    one = Item.objects.filter(request=seen, pk=item_id).exclude(set_aside=Item.SetAside.OTHER_RULES).select_related("file").first()
    if one is None:
        raise Http404
    one.request = seen
    return one


def _item(request: HttpRequest, one: Item, *, status: int = 200, **shown: Any) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_request(request=one.request, by=user, now=now)
    if request.method == "GET" and one.request.standing is State.SECOND_CHECK and one.request.proposed_by_id != user.pk:
        open_item(item=one, by=user, now=now)
    asked = request.GET.get("from", "")
    page = item_page(one, user, now, first=int(asked) if asked.isdecimal() and len(asked) < 6 else 0)
    code = request.GET.get("ground", "")
    usable = code and not why_not(code, for_themselves=is_for_themselves(one.request), nation=one.request.nation)
    context = {
        "one": one.request,
        "item": page,
        "say_form": SayForm(initial={"seen": page.seen, "health": page.health, "known": page.known}),
        "ground_form": _grounds(one.request, None),
        "hold_form": HoldForm(ground=code, initial={"seen": page.seen}) if usable else None,
        **shown,
    }
    held = context["hold_form"]
    if isinstance(held, HoldForm):
        context |= {"agrees": who_agrees(held.code), "ground_words": ground_words(held.code)}
    return render(request, "access_requests/pack_item.html", context, status=status)


def _grounds(one: AccessRequest, data: Any) -> GroundForm:
    return GroundForm(data, for_themselves=is_for_themselves(one), nation=one.nation)
