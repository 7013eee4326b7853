"""Staff accounts: who works here, in which role; adding, changing, closing; a lost phone. No child's record is here."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from law.calendar_words import say_date
from law.working_time import london_day
from people.access import current_user, staff_page
from people.actions.add_staff import add_staff
from people.actions.change_staff import change_staff
from people.actions.close_staff import close_staff
from people.actions.reset_sign_in import reset_sign_in
from people.day_bounds import last_day
from people.errors import NotAllowed
from people.forms.staff import RoleForm, StaffForm
from people.models import User
from people.queries import colleague, staff
from people.roles import ROLES, Permission

FORM = ["GET", "HEAD", "POST"]


@staff_page(Permission.MANAGE_STAFF)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who works here, by name."""
    words = request.GET.get("words", "").replace("\0", "").strip()[:300]  # no database is asked for U+0000
    return render(request, "people/staff.html", {"people": staff(timezone.now(), words), "words": words})


@staff_page(Permission.MANAGE_STAFF)
@require_http_methods(FORM)
def add(request: HttpRequest) -> HttpResponse:
    """A new member of staff; their first passphrase is shown this once."""
    form = StaffForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_staff(**form.cleaned_data, by=current_user(request), now=timezone.now())
        except NotAllowed as refusal:
            form.add_error("username", refusal.sentence)
        else:
            return render(request, "people/first_passphrase.html", {"made": made, "is_new": True})
    shown = {"form": form, "roles": ROLES.values()}
    return render(request, "people/staff_add.html", shown, status=422 if form.errors else 200)


@staff_page(Permission.MANAGE_STAFF)
@require_http_methods(FORM)
def person(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """One member of staff: change role or team; close the account; a lost phone."""
    user, now = _member(user_id), timezone.now()
    found = colleague(user, now)
    held = found.roles[0] if found.roles else None
    form = RoleForm(request.POST or None, initial={"role": held.role, "team": held.team_id} if held else {})
    if request.method == "POST" and form.is_valid():
        try:
            change_staff(user=user, **form.cleaned_data, by=current_user(request), now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Changed. What the old role could see is closed to them now."))
            return redirect("portal:staff_person", user.pk)
    shown = {"person": found, "form": form, "is_me": user.pk == current_user(request).pk, "history": _history(user)}
    return render(request, "people/staff_person.html", shown, status=422 if form.errors else 200)


@staff_page(Permission.MANAGE_STAFF)
@require_POST
def close(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """Somebody leaves."""
    user = _member(user_id)
    close_staff(user=user, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("The account is closed. Their children have a new worker, or belong to the access team."))
    return redirect("portal:staff_people")


@staff_page(Permission.MANAGE_STAFF)
@require_POST
def reset(request: HttpRequest, user_id: UUID) -> HttpResponse:
    """A lost phone or a forgotten passphrase: a new first passphrase, shown this once."""
    made = reset_sign_in(user=_member(user_id), by=current_user(request), now=timezone.now())
    return render(request, "people/first_passphrase.html", {"made": made, "is_new": False})


def _member(user_id: UUID) -> User:
    return get_object_or_404(User, pk=user_id, kind=User.Kind.STAFF)


def _history(user: User) -> list[tuple[str, str]]:
    """Their roles over time, newest first: (role and team, from and to)."""
    rows = user.memberships.select_related("team").order_by("-starts")
    return [(f"{ROLES[row.role].display_name}, {row.team}", _from_to(row.starts, row.ends)) for row in rows]


def _from_to(starts: datetime, ends: datetime | None) -> str:
    first = say_date(london_day(starts), gettext)
    if ends is None:
        return gettext("since %(first)s") % {"first": first}
    return gettext("%(first)s to %(last)s") % {"first": first, "last": say_date(last_day(ends), gettext)}
