"""One entry for staff, with every decision about it on the same screen: read, write plainly, preview, open, hold, withhold."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from official_file.actions.confirm_withholding import confirm_withholding
from official_file.actions.hold_entry import hold_entry
from official_file.actions.open_entry import is_health, open_entry
from official_file.actions.return_withholding import return_withholding
from official_file.actions.say_it_happened import say_it_happened
from official_file.actions.told_them import told_them
from official_file.actions.withhold_entry import withhold_entry
from official_file.covered import try_with
from official_file.covering import as_cover
from official_file.held_for import event_held_for
from official_file.levels import LEVELS, PLAIN
from official_file.models import EntryNow, Sharing
from official_file.models.now import State
from official_file.queries import entry_for
from official_file.theme_index import known_of, said_of
from official_file.themes import in_order
from official_file.withheld import standing_withholding
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.roles import Permission
from portal.actions.look import look_at_entry
from portal.display import USUAL
from portal.forms.deciding import WITH_THEM, CheckForm, HoldForm, PlainForm, TellForm, WithholdForm
from portal.forms.opening import OpenEntryForm
from portal.queries.covering import cover_choices
from portal.queries.entry_page import entry_page
from portal.queries.opening import when_it_opens
from portal.queries.said_wrong import said_wrong
from portal.queries.sharing import after_deciding, place_in_queue
from portal.queries.staff_entry import because_for, staff_entry
from portal.queries.staff_lines import standing_of

COVER, HAPPENED = "cover", "happened"  # what a button of the form for opening says
HOLD_IDS, WITHHOLD_IDS = "hold_%s", "withhold_%s"  # both ask for a reason, on one page: each box needs a name of its own


@staff_page(Permission.READ_FILE)
@require_safe
def entry(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The entry as it was written, what its subject reads, and what was decided. The look is written down."""
    row = _row(request, entry_id)
    return _screen(request, row)


@staff_page(Permission.READ_FILE)
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The page the young person will have, in a frame of a phone's size, without what they said about it. A look, like any other.

    Sent with what is chosen to be covered, it shows exactly that, and decides nothing.
    """
    row, now = _row(request, entry_id), timezone.now()
    look_at_entry(entry=row.entry, by=current_user(request), now=now)
    form = _open_form(row, request.POST or None)
    if form.is_bound and form.is_valid():
        try_with(row.entry, as_cover(form.passages))
    level = request.GET.get("level", PLAIN)
    page = entry_page(row=row, user=None, child=row.child, at=now, level=level if level in LEVELS else PLAIN)
    return render(request, "portal/staff/preview.html", {"shown": page, "child": row.child, "reader": "young_person", "display": USUAL})


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def open_it(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Open the entry for its subject; also when what it was held for has happened. `do=cover`: go on choosing what is covered."""
    row = _row(request, entry_id)
    form = _open_form(row, request.POST)
    if request.POST.get("do") == COVER:
        return _screen(request, row, open_form=form.with_typed_words())
    if form.is_valid():
        act = say_it_happened if event_held_for(row) and request.POST.get("do") == HAPPENED else open_entry
        try:
            made = act(entry=row.entry, by=current_user(request), now=timezone.now(), **form.decision)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _decided(request, row, made)
    return _screen(request, row, open_form=form)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def tell(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """An everyday fact the worker has told them."""
    row = _row(request, entry_id)
    form = TellForm(request.POST)
    with_them = form.is_valid() and form.cleaned_data["when"] == WITH_THEM
    return _decided(request, row, told_them(entry=row.entry, with_them=with_them, by=current_user(request), now=timezone.now()))


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def hold(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Hold the entry until a day."""
    row = _row(request, entry_id)
    form = HoldForm(request.POST, born=row.child.date_of_birth, auto_id=HOLD_IDS)
    if form.is_valid():
        try:
            made = hold_entry(entry=row.entry, by=current_user(request), now=timezone.now(), **form.decision)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _decided(request, row, made)
    return _screen(request, row, hold_form=form)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def withhold(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """Withhold the entry on a ground."""
    row = _row(request, entry_id)
    form = WithholdForm(request.POST, nation=row.child.nation, auto_id=WITHHOLD_IDS)
    if form.is_valid():
        try:
            made = withhold_entry(entry=row.entry, by=current_user(request), now=timezone.now(), **form.decision)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            return _decided(request, row, made)
    return _screen(request, row, withhold_form=form)


@staff_page(Permission.CONFIRM_DECISIONS)
@require_POST
def confirm(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The second person agrees to a withholding."""
    return _checked(request, _row(request, entry_id), agrees=True)


@staff_page(Permission.CONFIRM_DECISIONS)
@require_POST
def give_back(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The second person does not agree: the worker decides again."""
    return _checked(request, _row(request, entry_id), agrees=False)


def _checked(request: HttpRequest, row: EntryNow, *, agrees: bool) -> HttpResponse:
    """Answer the withholding that stands, or show the page again with what was typed."""
    form, sharing = CheckForm(request.POST), standing_withholding(row)
    if form.is_valid():
        act = confirm_withholding if agrees else return_withholding
        try:
            if sharing is None:
                raise NotAllowed("not_waiting", gettext("This does not wait for anybody any more."))
            act(sharing=sharing, reason=form.cleaned_data["reason"], by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            said = gettext("Confirmed. It stays closed.") if agrees else gettext("Sent back. Their worker decides again.")
            messages.success(request, said)
            return redirect("portal:staff_entry", row.pk)
    return _screen(request, row, check_form=form)


def _row(request: HttpRequest, entry_id: UUID) -> EntryNow:
    """The entry, through reach. Raises Http404 for a stranger exactly as for an id that does not exist."""
    row = entry_for(current_user(request), entry_id, timezone.now())
    if row is None or row.state == State.DISPOSED:
        raise Http404
    return row


def _screen(request: HttpRequest, row: EntryNow, **bound: forms.Form) -> HttpResponse:
    """The whole screen; `bound` is the form that was sent and needs changing. Nothing typed is lost. However it is shown, it is a look."""
    user, now = current_user(request), timezone.now()
    look_at_entry(entry=row.entry, by=user, now=now)
    about = staff_entry(row, user, now)
    shown: dict[str, Any] = {
        "about": about,
        "child": row.child,
        "said_wrong": said_wrong(row, now, to_staff=True),
        "open_form": _open_form(row),
        "hold_form": HoldForm(born=row.child.date_of_birth, auto_id=HOLD_IDS),
        "withhold_form": WithholdForm(nation=row.child.nation, auto_id=WITHHOLD_IDS),
        "check_form": CheckForm(),
        "plain_form": PlainForm(initial={"text": about.shown.plain if about.shown else ""}),
        **bound,
        "place": place_in_queue(user, row, now),
    }
    going_on = request.POST.get("do") == COVER
    return render(request, "portal/staff/entry.html", shown, status=422 if bound and not going_on else 200)


def _open_form(row: EntryNow, data: Any = None) -> OpenEntryForm:
    choices = cover_choices(row, opened_before=bool(row.opens_at and row.opens_at <= timezone.now()))
    said = said_of([row.entry]).get(row.pk)
    return OpenEntryForm(
        data,
        opens=when_it_opens(timezone.now(), row),
        needs_because=because_for(row),
        choices=choices,
        health=is_health(row),
        said=said if said is not None else in_order(known_of(row.entry.body).themes) or None,
        nation=row.child.nation,
    )


def _decided(request: HttpRequest, row: EntryNow, made: Sharing) -> HttpResponse:
    """Say how it stands now; whoever goes through what waits gets the next of it."""
    standing = standing_of(EntryNow.objects.get(pk=made.entry_id), timezone.now())
    messages.success(request, gettext("Decided. %(standing)s") % {"standing": standing.text})
    if not request.POST.get("queue"):
        return redirect("portal:staff_entry", row.pk)
    return redirect(after_deciding(current_user(request), row, timezone.now()))
