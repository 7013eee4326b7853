"""Asking a young person before something about them is told to others, and telling them what was done; the list of consents."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from law.working_time import london_day
from official_file.actions.ask_before_sharing import ask_before_sharing
from official_file.actions.say_what_was_shared import say_what_was_shared, withdraw_question
from official_file.models import AskedBefore
from official_file.sharing_questions import consents_of
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.sharing_questions import AskForm, SharedForm
from portal.queries.sharing_questions import in_topics, told

FORM = ["GET", "HEAD", "POST"]


@staff_page(Permission.READ_FILE)
@require_http_methods(FORM)
def asked_before(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What they were asked and what they said; of each topic whether anybody was asked; and a question to ask now."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    may_ask = user.may(Permission.OPEN_ENTRIES, now) and decides_for(user, child, now)
    form = AskForm(request.POST or None) if may_ask else None
    if request.method == "POST" and form is not None and form.is_valid():
        try:
            ask_before_sharing(child=child, question=form.question, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("Asked. They find it on their first page."))
            return redirect("portal:asked_before", child.pk)
    look_at_file(child=child, by=user, now=now)
    rows = AskedBefore.objects.filter(child=child).select_related("child")
    shown = {
        "child": child,
        "questions": [told(one, london_day(now)) for one in rows],
        "topics": in_topics(consents_of(user, child, now)),
        "form": form,
    }
    return render(request, "portal/staff/asked_before.html", shown, status=422 if form is not None and form.errors else 200)


@staff_page(Permission.READ_FILE)
@require_http_methods(FORM)
def question(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    """One question, the answer, and what was done."""
    asked, user, now = _asked(request, asked_id), current_user(request), timezone.now()
    shown = told(asked, london_day(now))
    may = shown.open and user.may(Permission.OPEN_ENTRIES, now) and decides_for(user, asked.child, now)
    form = SharedForm(request.POST or None) if may else None
    if request.method == "POST" and form is not None and form.is_valid():
        given = form.cleaned_data
        try:
            say_what_was_shared(asked=asked, shared=given["shared"] == "yes", outcome=given["outcome"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("They can read what was done."))
            return redirect("portal:asked_before", asked.child_id)
    look_at_file(child=asked.child, by=user, now=now)
    page = {"child": asked.child, "asked": shown, "form": form}
    return render(request, "portal/staff/question_asked.html", page, status=422 if form is not None and form.errors else 200)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def withdraw(request: HttpRequest, asked_id: UUID) -> HttpResponse:
    """Take the question back: nothing is to be shared after all."""
    asked = _asked(request, asked_id)
    withdraw_question(asked=asked, by=current_user(request), now=timezone.now())
    return redirect("portal:asked_before", asked.child_id)


def _asked(request: HttpRequest, asked_id: UUID) -> AskedBefore:
    """The question, through reach. Raises Http404 for a stranger exactly as for nothing."""
    seen = Child.objects.visible_to(current_user(request), timezone.now())
    found = AskedBefore.objects.filter(pk=asked_id, child__in=seen).select_related("child").first()
    if found is None:
        raise Http404
    return found
