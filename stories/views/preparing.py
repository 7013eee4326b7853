"""Before a meeting: a sheet with a few questions, one page for each, and one button that sends all of it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from law.calendar_words import say_day
from law.working_time import london_day
from official_file.actions.invite_to_prepare import see_invitation
from official_file.meetings import YOURS
from official_file.models import Meeting
from people.access import current_user, young_person_page
from people.errors import NotAllowed
from people.models import Child
from stories.actions.send_sheet import send_sheet
from stories.flags import looks_soon
from stories.forms import DraftForm, SheetForm
from stories.prompts import BY_SLUG
from stories.queries import asylum_notice, first_reader, open_clocks, readers_in_file, who_will_read
from stories.sheets import Sheet, meeting_of, next_draft_id, sheet_for
from stories.states import will_read, would_read
from stories.views.pages import blank, filled, write_page
from stories.views.shown import shown_readers


@require_safe
@young_person_page
def prepare(request: HttpRequest, child: Child, meeting_id: UUID) -> HttpResponseBase:
    """All questions of the sheet, what I wrote to each, and what I sent."""
    sheet = _sheet(request, child, meeting_id)
    see_invitation(meeting=sheet.meeting, by=current_user(request), now=timezone.now())
    return render(request, "stories/prepare.html", {**_shown(sheet), "asylum": asylum_notice(current_user(request), timezone.now())})


@require_safe
@young_person_page
def write_answer(request: HttpRequest, child: Child, meeting_id: UUID, slug: str) -> HttpResponseBase:
    """The page on which one question is answered: a draft like any other, kept as it is typed."""
    sheet = _sheet(request, child, meeting_id)
    if slug not in BY_SLUG:
        raise Http404
    if not sheet.is_open:
        return redirect("stories:prepare", meeting_id)
    draft = next(one.draft for one in sheet.questions if one.prompt.slug == slug)
    if draft:
        return write_page(request, child, filled(DraftForm, draft), draft=draft)
    new = next_draft_id(current_user(request), sheet.meeting, slug)
    form = blank(DraftForm, kind=BY_SLUG[slug].kind, draft=new, meeting=meeting_id, prompt=slug)
    return write_page(request, child, form)


@require_http_methods(["GET", "HEAD", "POST"])
@young_person_page
def check_sheet(request: HttpRequest, child: Child, meeting_id: UUID) -> HttpResponseBase:
    """Look once more at all of it and at who reads it; then send it, once."""
    sheet, refusal = _sheet(request, child, meeting_id), ""
    form = SheetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sent = send_sheet(
                meeting=sheet.meeting,
                versions=form.versions,
                helped_by=form.cleaned_data["helped_by"],
                by=current_user(request),
                now=timezone.now(),
            )
        except NotAllowed as no:
            sheet, refusal = _sheet(request, child, meeting_id), no.sentence
        else:
            messages.success(request, _sent_sentence(sent[0].pk, child))
            soon = next((one for one in sent if looks_soon(one)), None)  # then whom to call until somebody looks
            return redirect("stories:sent", soon.pk) if soon else redirect("stories:prepare", meeting_id)
    if not sheet.drafts and not refusal:
        return redirect("stories:prepare", meeting_id)
    return render(request, "stories/prepare_send.html", _check_shown(sheet, form, refusal, child), status=422 if refusal else 200)


def _sheet(request: HttpRequest, child: Child, meeting_id: UUID) -> Sheet:
    """The sheet of a meeting they know of. Raises Http404 for any other."""
    user, now = current_user(request), timezone.now()
    meeting = meeting_of(user, child, meeting_id, now)
    if meeting is None:
        raise Http404
    return sheet_for(user, meeting, now)


def _shown(sheet: Sheet) -> dict[str, object]:
    return {"sheet": sheet, "title": gettext(YOURS[sheet.meeting.kind]), "day": _day(sheet.meeting)}


def _check_shown(sheet: Sheet, form: SheetForm, refusal: str, child: Child) -> dict[str, object]:
    now = timezone.now()
    more = {"form": form, "refusal": refusal, "readers_in_file": shown_readers(readers_in_file(child, now))}
    more["asylum"] = asylum_notice(child.user, now) if child.user else ""
    first = next((one.draft for one in sheet.drafts if one.draft), None)
    if first is None:
        return {**_shown(sheet), **more}
    who = first_reader(first, now)
    would = would_read(child, reader=str(who or ""), now=now)
    reading = {"readers": shown_readers(who_will_read(first, now), first=who), "would_read": would}
    return {**_shown(sheet), **more, **reading}


def _sent_sentence(contribution_id: UUID, child: Child) -> str:
    """Who reads it and by when, and that it will be at the meeting."""
    now = timezone.now()
    one = child.contributions.get(pk=contribution_id)
    clock, reader = open_clocks([one]).get(one.pk), first_reader(one, now)
    said = will_read(one, clock=clock, reader=str(reader or ""), now=now) if clock else gettext("Sent.")
    return f"{said} {gettext('It will be at the meeting, even if you do not come.')}"


def _day(meeting: Meeting) -> str:
    return say_day(meeting.on, today=london_day(timezone.now()), translate=gettext)
