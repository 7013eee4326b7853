"""Meetings about a child, for staff: those that come and were, what the young person sent for one, and its summary."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from cms.queries import kinder_words
from official_file.actions.invite_to_prepare import invite_to_prepare
from official_file.actions.keep_meeting import add_meeting, cancel_meeting, tell_of_meeting
from official_file.actions.write_summary import InShort, write_summary
from official_file.models import Meeting
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.plans import MeetingForm, SummaryForm
from portal.queries.staff_meetings import heading_of, meetings_of, staff_meeting, what_they_sent
from portal.queries.writing_plainly import advice_on

FORM = ["GET", "HEAD", "POST"]


@staff_page(Permission.READ_CONTRIBUTIONS)
@require_http_methods(FORM)
def meetings(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """All meetings of a child, and one put down."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    decides = decides_for(user, child, now)
    form = MeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = add_meeting(child=child, by=user, now=now, **form.cleaned_data)
        except NotAllowed as refusal:
            form.add_error("on" if refusal.code.startswith("day") else None, refusal.sentence)
        else:
            messages.success(request, gettext("The meeting is written down."))
            return redirect("portal:meeting", made.pk)
    look_at_file(child=child, by=user, now=now)
    shown = {"child": child, "form": form if decides else None, "meetings": meetings_of(child, user, now)}
    return render(request, "portal/staff/meetings.html", shown, status=422 if form.errors else 200)


@staff_page(Permission.READ_CONTRIBUTIONS)
@require_safe
def meeting(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """One meeting: what the young person sent for it, word for word, to be read there; and what is owed about it."""
    found, user, now = _meeting(request, meeting_id), current_user(request), timezone.now()
    look_at_file(child=found.child, by=user, now=now)
    shown = {
        "child": found.child,
        "meeting": staff_meeting(found, user, now),
        "sent": what_they_sent(found, user, now),
        "decides": decides_for(user, found.child, now),
        "writes": user.may(Permission.OPEN_ENTRIES, now),
    }
    return render(request, "portal/staff/meeting.html", shown)


@staff_page(Permission.READ_CONTRIBUTIONS)
@require_POST
def told(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """I have told them."""
    found = _mine(request, meeting_id)
    tell_of_meeting(meeting=found, by=current_user(request), now=timezone.now())
    messages.success(request, gettext("They see it now, and can get ready."))
    return redirect("portal:meeting", found.pk)


@staff_page(Permission.READ_CONTRIBUTIONS)
@require_POST
def invite(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Invite them to fill in their sheet."""
    found = _mine(request, meeting_id)
    try:
        invite_to_prepare(meeting=found, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, gettext("They are invited. They see it on their first page, and where they asked to be told."))
    return redirect("portal:meeting", found.pk)


@staff_page(Permission.READ_CONTRIBUTIONS)
@require_POST
def cancel(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """It does not take place."""
    found = _mine(request, meeting_id)
    try:
        cancel_meeting(meeting=found, by=current_user(request), now=timezone.now())
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
    else:
        messages.success(request, gettext("Called off. If they knew of it, they see that too."))
    return redirect("portal:meeting", found.pk)


@staff_page(Permission.OPEN_ENTRIES)
@require_http_methods(FORM)
def summary(request: HttpRequest, meeting_id: UUID) -> HttpResponse:
    """Write the summary for the young person."""
    found, user, now = _mine(request, meeting_id), current_user(request), timezone.now()
    form, looks = SummaryForm(request.POST or None, heading=heading_of(found)), request.POST.get("do") == "look"
    if request.method == "POST" and form.is_valid() and not looks:
        given = form.cleaned_data
        in_short = InShort(given["what_it_is"], given["what_was_decided"], given["what_happens_next"])
        opening = {"opens": given["opens"] != "not_yet", "with_them": given["opens"] == "with_them"}
        try:
            entry = write_summary(meeting=found, title=given["title"], text=given["text"], in_short=in_short, by=user, now=now, **opening)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            messages.success(request, gettext("It is in the file. This is how it stands."))
            return redirect("portal:staff_entry", entry.pk)
    shown = {"child": found.child, "meeting": staff_meeting(found, user, now), "form": form, "sent": what_they_sent(found, user, now)}
    helps = {"kinder": kinder_words(), "advice": advice_on(form["text"].value() or "") if looks else None}
    return render(request, "portal/staff/write_summary.html", {**shown, **helps}, status=422 if form.errors else 200)


def _meeting(request: HttpRequest, meeting_id: UUID) -> Meeting:
    """A meeting of a child in reach. Raises Http404 for any other, as for none."""
    children = Child.objects.visible_to(current_user(request), timezone.now())
    found = Meeting.objects.filter(pk=meeting_id, child__in=children).select_related("child", "summary", "made_by").first()
    if found is None:
        raise Http404
    return found


def _mine(request: HttpRequest, meeting_id: UUID) -> Meeting:
    """The same, of a child this user works with."""
    found = _meeting(request, meeting_id)
    if not decides_for(current_user(request), found.child, timezone.now()):
        raise Http404
    return found
