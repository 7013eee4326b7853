"""The people a child's file speaks of: a worker says of each whether the young person knows of them."""

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from law.working_time import london_day
from official_file.actions.confirm_connection import confirm_connection
from official_file.actions.leave_unconfirmed import leave_unconfirmed
from official_file.actions.take_back_answer import take_back_answer
from official_file.models import Connection
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child, User
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.people_in_life import KNOWN, LATER, NOT_KNOWN, TAKE_BACK, AnswerForm
from portal.queries.people_in_life import people_in_life

A_QUARTER = timedelta(days=91)
SAID = {
    KNOWN: gettext_lazy("Written down. They may now be named where you open something."),
    NOT_KNOWN: gettext_lazy("Written down. They are named nowhere, and nobody is asked again until the record says something new."),
    LATER: gettext_lazy("Written down. You are asked again on that day."),
    TAKE_BACK: gettext_lazy("Taken back. The question is open again."),
}


@staff_page(Permission.READ_FILE)
@require_safe
def people(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Who they are, where that comes from, and what entries name them."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    return _screen(request, child)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def answer(request: HttpRequest, child_id: UUID, connection_id: UUID) -> HttpResponse:
    """They know of this person; they do not; ask me later; take it back."""
    child = child_for(request, child_id)
    connection = get_object_or_404(Connection, pk=connection_id, child=child, professional=False)
    form = AnswerForm({"answer": KNOWN, **request.POST.dict()})
    if form.is_valid():
        try:
            _do(connection, form, current_user(request))
        except NotAllowed as refusal:
            form.add_error("ask_again_on" if refusal.code == "no_day" else None, refusal.sentence)
        else:
            messages.success(request, SAID[form.cleaned_data["answer"]])
            return redirect("portal:people_in_life", child.pk)
    return _screen(request, child, form)


def _do(connection: Connection, form: AnswerForm, user: User) -> None:
    given, now = form.cleaned_data, timezone.now()
    if given["answer"] == KNOWN:
        confirm_connection(connection=connection, by=user, now=now)
    elif given["answer"] == TAKE_BACK:
        take_back_answer(connection=connection, by=user, now=now)
    else:
        chosen = Connection.Answer(given["answer"])
        leave_unconfirmed(connection=connection, answer=chosen, ask_again_on=given["ask_again_on"], by=user, now=now)


def _screen(request: HttpRequest, child: Child, form: AnswerForm | None = None) -> HttpResponse:
    now = timezone.now()
    shown = {
        "child": child,
        "people": people_in_life(current_user(request), child, now),
        "form": form,
        "next_quarter": (london_day(now) + A_QUARTER).isoformat(),
        "title": gettext("People in their life"),
    }
    return render(request, "portal/staff/people_in_life.html", shown, status=422 if form and form.errors else 200)
