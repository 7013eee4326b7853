"""The sharing desk: what waits of all the children one works with, and several everyday facts opened together after a look at them."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from law.working_time import london_day
from official_file.actions.open_chapter import open_chapter
from official_file.models import EntryNow
from official_file.presentation import Shown, show
from people.access import current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.deciding import OpenForm
from portal.queries.opening import when_it_opens
from portal.queries.sharing import read_together, sharing_of

MOST = 40  # entries opened in one go: more than that nobody has read


@staff_page(Permission.OPEN_ENTRIES)
@require_safe
def sharing(request: HttpRequest) -> HttpResponse:
    """What waits, of every child, oldest and late first."""
    return _desk(request)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def look(request: HttpRequest) -> HttpResponse:
    """What was ticked, as they will read it, before it opens."""
    rows = _ticked(request)
    if not rows:
        return _desk(request, problem=gettext("Tick at least one everyday fact that you have read."))
    return _look(request, rows, OpenForm(opens=when_it_opens(timezone.now())))


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def open_them(request: HttpRequest) -> HttpResponse:
    """Open what was looked at, all or none."""
    user, now, rows = current_user(request), timezone.now(), _ticked(request)
    form = OpenForm(request.POST, opens=when_it_opens(now))
    if not rows:
        return _desk(request, problem=gettext("None of these waits any more. Somebody may have opened them already."))
    if form.is_valid():
        how = {"with_support": form.decision["with_support"], "with_them": form.decision["with_them"]}
        try:
            with transaction.atomic():
                for child, entries in _by_child(rows):
                    open_chapter(child=child, entries=[row.entry for row in entries], by=user, now=now, **how)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            said = ngettext("One thing is opened.", "%(count)s things are opened.", len(rows)) % {"count": len(rows)}
            messages.success(request, said)
            return redirect("portal:sharing")
    return _look(request, rows, form)


def _desk(request: HttpRequest, problem: str = "") -> HttpResponse:
    desk = sharing_of(current_user(request), timezone.now(), number=request.GET.get("page", ""))
    shown = {"desk": desk, "problem": problem, "ticked": request.POST.getlist("entry")}
    return render(request, "portal/staff/sharing.html", shown, status=422 if problem else 200)


def _look(request: HttpRequest, rows: Sequence[EntryNow], form: OpenForm) -> HttpResponse:
    """Each as its subject will read it. A look at each child's file, however many of its entries."""
    user, now = current_user(request), timezone.now()
    for child, _entries in _by_child(rows):
        look_at_file(child=child, by=user, now=now)
    read: list[tuple[EntryNow, Shown | None]] = [(row, show(row, child=row.child, today=london_day(now))) for row in rows]
    shown = {"read": read, "form": form, "opens": when_it_opens(now)}
    return render(request, "portal/staff/sharing_look.html", shown, status=422 if form.errors else 200)


def _ticked(request: HttpRequest) -> list[EntryNow]:
    return read_together(current_user(request), _ids(request.POST.getlist("entry")[:MOST]), timezone.now())


def _ids(given: Sequence[str]) -> list[UUID]:
    found = []
    for one in given:
        try:
            found.append(UUID(one))
        except ValueError:
            continue
    return found


def _by_child(rows: Sequence[EntryNow]) -> list[tuple[Child, list[EntryNow]]]:
    found: dict[Child, list[EntryNow]] = {}
    for row in rows:
        found.setdefault(row.child, []).append(row)
    return list(found.items())
