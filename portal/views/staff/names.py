"""Names over time: what they are called, and every name they have or had."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from law.working_time import london_day
from people.access import child_for, current_user, staff_page
from people.actions.add_name import add_name
from people.actions.change_known_as import change_known_as
from people.actions.correct_name import correct_name
from people.actions.end_name import end_name
from people.errors import NotAllowed
from people.models import Child, ChildName
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.people_in_life import KnownAsForm, NameForm


@staff_page(Permission.READ_FILE)
@require_safe
def names(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What they are called, the names of now, and those of before."""
    child = child_for(request, child_id)
    look_at_file(child=child, by=current_user(request), now=timezone.now())
    return _screen(request, child)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def add(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down a name."""
    child, form = child_for(request, child_id), NameForm(request.POST)
    if form.is_valid():
        try:
            add_name(child=child, by=current_user(request), now=timezone.now(), **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Written down. It finds them in a search; only what they are called is shown to them."))
            return redirect("portal:names", child.pk)
    return _screen(request, child, form=form)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def known_as(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Call them by another name, everywhere."""
    child, form = child_for(request, child_id), KnownAsForm(request.POST)
    if form.is_valid():
        try:
            change_known_as(child=child, by=current_user(request), now=timezone.now(), **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error("known_as", refusal.sentence)
        else:
            messages.success(request, gettext("Changed everywhere. They read it on their first page, and can say that it is not right."))
            return redirect("portal:names", child.pk)
    return _screen(request, child, known_as_form=form)


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(["GET", "HEAD", "POST"])
def name(request: HttpRequest, child_id: UUID, name_id: UUID) -> HttpResponse:
    """End one name, put it right, or say that it was never theirs."""
    child = child_for(request, child_id)
    found = get_object_or_404(ChildName, pk=name_id, child=child, mistaken=False)
    first = {"name": found.name, "kind": found.kind, "starts": found.starts, "ends": found.ends}
    form = NameForm(request.POST or None, initial=first, known_as=found.kind == ChildName.Kind.KNOWN_AS)
    if request.method == "POST":
        try:
            if _changed(request, found, form):
                messages.success(request, gettext("Written down."))
                return redirect("portal:names", child.pk)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
    shown = {"child": child, "name": found, "form": form, "today": london_day(timezone.now())}
    return render(request, "portal/staff/name.html", shown, status=422 if form.is_bound and form.errors else 200)


def _changed(request: HttpRequest, found: ChildName, form: NameForm) -> bool:
    """Do what the button says. False when something has to be typed again first."""
    by, now = current_user(request), timezone.now()
    if request.POST.get("do") == "end":
        end_name(name=found, ends=london_day(now), by=by, now=now)
        return True
    if request.POST.get("do") == "never":
        correct_name(name=found, to="", kind=found.kind, starts=found.starts, ends=found.ends, by=by, now=now)
        return True
    if not form.is_valid():
        return False
    given = form.cleaned_data
    kind = given.get("kind", found.kind)
    correct_name(name=found, to=given["name"], kind=kind, starts=given["starts"], ends=given["ends"], by=by, now=now)
    return True


def _screen(request: HttpRequest, child: Child, form: NameForm | None = None, known_as_form: KnownAsForm | None = None) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    rows = list(child.names.filter(mistaken=False).order_by("ends", "starts", "name"))
    before = [one for one in rows if one.ends or one.kind == ChildName.Kind.FORMER]
    shown = {
        "child": child,
        "decides": decides_for(user, child, now) and user.may(Permission.OPEN_ENTRIES, now),
        "of_now": [one for one in rows if one not in before and one.name != child.known_as],
        "before": before,
        "form": form or NameForm(),
        "known_as_form": known_as_form or KnownAsForm(initial={"on": london_day(now)}),
    }
    wrong = any(one is not None and one.errors for one in (form, known_as_form))
    return render(request, "portal/staff/names.html", shown, status=422 if wrong else 200)
