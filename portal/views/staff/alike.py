""" "Is this the same?": entries that look like one event, one source that was joined to the wrong one; answered and taken back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext, gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from official_file.actions.part_source import part_source
from official_file.actions.say_one_event import say_one_event
from official_file.actions.say_two_events import say_two_events
from official_file.duplicates import sees
from official_file.models import EntrySource, PossibleDuplicate
from official_file.queries import entry_for
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.queries.alike import alike_page

ANSWERS = {"same": say_one_event, "different": say_two_events}
SAID = {
    "same": gettext_lazy("They are told as one event now, with the sources of both. You can take that back below."),
    "different": gettext_lazy("They stay two events. You are not asked about them again."),
    "later": gettext_lazy("It stays on this list."),
}


@staff_page(Permission.OPEN_ENTRIES)
@require_safe
def alike(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Every pair nobody has answered, side by side. Reading them is a look at the file."""
    return _page(request, child_for(request, child_id))


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def answer_alike(request: HttpRequest, child_id: UUID, duplicate_id: UUID) -> HttpResponse:
    """The same, two different events, or not now; and back again."""
    child, now = child_for(request, child_id), timezone.now()
    user, answer = current_user(request), request.POST.get("answer", "later")
    asked = PossibleDuplicate.objects.filter(pk=duplicate_id, child=child).first()
    if asked is None or not sees(user, asked, now):
        raise Http404
    try:
        if answer in ANSWERS:
            ANSWERS[answer](duplicate=asked, by=user, now=now)
    except NotAllowed as refusal:
        return _page(request, child, refused={asked.pk: refusal.sentence})
    messages.success(request, str(SAID.get(answer, SAID["later"])))
    return redirect("portal:alike", child.pk)


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def part(request: HttpRequest, source_id: UUID) -> HttpResponse:
    """Make an entry of its own from what one source of an entry said."""
    user, now = current_user(request), timezone.now()
    source = EntrySource.objects.filter(pk=source_id).select_related("entry__child").first()
    if source is None or entry_for(user, source.entry_id, now) is None:
        raise Http404
    try:
        became = part_source(source=source, reason=request.POST.get("reason", ""), by=user, now=now)
    except NotAllowed as refusal:
        messages.error(request, refusal.sentence)
        return redirect("portal:staff_entry", source.entry_id)
    messages.success(request, gettext("This is an entry of its own now. The next import keeps them apart."))
    return redirect("portal:staff_entry", became.pk)


def _page(request: HttpRequest, child: Child, refused: dict[UUID, str] | None = None) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    shown = {"child": child, "about": alike_page(user, child, now, refused or {})}
    return render(request, "portal/staff/alike.html", shown, status=422 if refused else 200)
