"""What is missing from a child's file: each gap explained or looked for, each empty part named, and dates that do not fit."""

from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_POST, require_safe

from law.working_time import london_day
from official_file.actions.ask_for_document import ask_for_document, finish_search
from official_file.actions.explain_gap import explain_gap
from official_file.actions.mark_section import mark_section
from official_file.gaps import GapsOf
from official_file.queries import entries_for
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child, Task, User
from people.permissions import decides_for
from people.reach import readers_of
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.gaps import READ, BlankForm, ExplainForm, LookForm
from portal.queries.staff_gaps import (
    StaffGap,
    chosen,
    empty_parts,
    gap_address,
    outdated_words,
    questions,
    speaking_lines,
    staff_gaps,
)

READ_LATER = gettext_noop("Written down. They can read it when somebody is at work.")


@staff_page(Permission.READ_FILE)
@require_safe
def gaps(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Every gap, one of them open; and the parts of the record in which nothing is open to the young person."""
    return _page(request, child_for(request, child_id), request.GET.get("gap", ""), request.GET.get("part", ""))


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def explain(request: HttpRequest, child_id: UUID, gap_id: UUID) -> HttpResponse:
    """Write down why it is missing."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    one, form = _gap(user, child, gap_id), ExplainForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        shown = given["shown"] == READ
        try:
            explain_gap(child=child, gap=one.gap, reason=given["reason"], shown=shown, words=given["words"], by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext(READ_LATER) if shown else gettext("Written down."))
            return redirect(gap_address(child, gap_id))
    return _page(request, child, str(gap_id), "", explain_form=form)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def look_for(request: HttpRequest, child_id: UUID, gap_id: UUID) -> HttpResponse:
    """Ask somebody to look for it."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    one, form = _gap(user, child, gap_id), LookForm(request.POST, people=readers_of(child, now))
    if form.is_valid():
        whom = User.objects.filter(pk=form.asked).first() if form.asked else None
        try:
            task = ask_for_document(child=child, gap=one.gap, words=form.cleaned_data["words"], whom=whom, by=user, now=now)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            who = task.for_user or gettext("the access team")
            messages.success(request, gettext("Asked. It is on the desk of %(name)s.") % {"name": who})
            return redirect(gap_address(child, gap_id))
    return _page(request, child, str(gap_id), "", look_form=form)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def looked(request: HttpRequest, child_id: UUID, task_id: UUID) -> HttpResponse:
    """Somebody has looked: what they found is brought in as a document, or said above as the reason."""
    child, now = child_for(request, child_id), timezone.now()
    task = get_object_or_404(Task, pk=task_id, child=child)
    finish_search(task=task, by=current_user(request), now=now)
    messages.success(request, gettext("Done. If it was not found, say why it is missing."))
    return redirect(gap_address(child, task.about_id))


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def mark_part(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Write down why a part is empty."""
    child, form = child_for(request, child_id), BlankForm(request.POST)
    section = request.POST.get("part", "")
    if form.is_valid():
        given = form.cleaned_data
        try:
            mark_section(
                child=child, section=section, blank=given["blank"], words=given["words"], by=current_user(request), now=timezone.now()
            )
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext(READ_LATER))
            return redirect(f"{reverse('portal:gaps', args=[child.pk])}#parts")
    return _page(request, child, "", section, blank_form=form)


@staff_page(Permission.READ_FILE)
@require_safe
def conflicts(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Dates and workers that cannot all be true, as questions."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    shown = {"child": child, "questions": questions(user, child, now), "tabs": _tabs(child, "conflicts")}
    return render(request, "portal/staff/conflicts.html", shown)


def _page(
    request: HttpRequest,
    child: Child,
    wanted: str,
    part: str,
    *,
    explain_form: ExplainForm | None = None,
    look_form: LookForm | None = None,
    blank_form: BlankForm | None = None,
) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    found = _found(user, child)
    piles = staff_gaps(child, found)
    parts = empty_parts(child, now)
    here_part = next((one for one in parts if one.section.slug == part), None)
    here = None if here_part else chosen(piles, wanted) or next((one for one in piles if not one.done), None)
    decides = decides_for(user, child, now) and user.may(Permission.OPEN_ENTRIES, now)
    forms_there: list[forms.Form | None] = [explain_form, look_form, blank_form]
    sent = next((form for form in forms_there if form is not None), None)
    shown = {
        "child": child,
        "tabs": _tabs(child, "gaps"),
        "gaps": piles,
        "parts": parts,
        "here": here,
        "here_part": here_part,
        "lines": speaking_lines(user, child, here.gap.named_in, now) if here else [],
        "outdated": outdated_words(found),
        "decides": decides,
        "sent": sent,
        "explain_form": explain_form or ExplainForm(initial={"reason": here.gap.said.reason if here and here.gap.said else None}),
        "look_form": look_form or LookForm(people=readers_of(child, now) if decides else []),
        "blank_form": blank_form or BlankForm(initial={"blank": here_part.said.reason if here_part and here_part.said else None}),
    }
    return render(request, "portal/staff/gaps.html", shown, status=422 if sent and sent.errors else 200)


def _found(user: User, child: Child) -> GapsOf:
    now = timezone.now()
    return GapsOf(child, london_day(now), texts=entries_for(user, child, now).prefetch_related(None))


def _gap(user: User, child: Child, gap_id: UUID) -> StaffGap:
    """The gap, while it is one. Raises Http404."""
    one = chosen(staff_gaps(child, _found(user, child)), str(gap_id))
    if one is None:
        raise Http404
    return one


def _tabs(child: Child, here: str) -> list[dict[str, object]]:
    return [
        {"title": gettext("What is missing"), "url": reverse("portal:gaps", args=[child.pk]), "here": here == "gaps"},
        {"title": gettext("What does not fit"), "url": reverse("portal:conflicts", args=[child.pk]), "here": here == "conflicts"},
    ]
