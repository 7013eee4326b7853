"""The opening desk: what waits for a worker to read, chapter by chapter, and a chapter's reasons and notes opened in one go."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext, ngettext
from django.views.decorators.http import require_POST, require_safe

from official_file.actions.open_chapter import open_chapter
from official_file.models import Entry
from official_file.queries import entries_for
from people.access import child_for, current_user, staff_page
from people.errors import NotAllowed
from people.models import Child
from people.permissions import decides_for
from people.roles import Permission
from portal.actions.look import look_at_file
from portal.forms.deciding import OpenForm
from portal.queries.opening import opening_of


@staff_page(Permission.OPEN_ENTRIES)
@require_safe
def opening(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """What waits of this child, grouped by the places they lived."""
    child = child_for(request, child_id)
    return _desk(request, child, request.GET.get("chapter", ""))


@staff_page(Permission.OPEN_ENTRIES)
@require_POST
def open_ticked(request: HttpRequest, child_id: UUID) -> HttpResponse:
    """Open what was ticked of one chapter, all or none."""
    child, user, now = child_for(request, child_id), current_user(request), timezone.now()
    chapter = request.POST.get("chapter", "")
    form = _form(request, child, chapter)
    ticked = [one for one in request.POST.getlist("entry") if _is_id(one)]
    if form.is_valid():
        rows = entries_for(user, child, now).filter(pk__in=ticked)
        entries = list(Entry.objects.filter(pk__in=rows.values("pk")).select_related("child", "payload"))
        try:
            made = open_chapter(child=child, entries=entries, by=user, now=now, **form.decision)
        except NotAllowed as refusal:
            form.add_error(None, refusal.sentence)
        else:
            count = len(made)
            said = ngettext("One thing is opened.", "%(count)s things are opened.", count) % {"count": count}
            messages.success(request, said)
            return redirect(f"{reverse('portal:opening', args=[child.pk])}?{urlencode({'chapter': chapter})}")
    return _desk(request, child, chapter, form=form, ticked=ticked, status=422)


def _desk(
    request: HttpRequest, child: Child, chapter: str, *, form: OpenForm | None = None, ticked: list[str] | None = None, status: int = 200
) -> HttpResponse:
    user, now = current_user(request), timezone.now()
    look_at_file(child=child, by=user, now=now)
    desk = opening_of(user, child, chosen=chapter, at=now)
    shown = {
        "child": child,
        "desk": desk,
        "form": form or OpenForm(opens=desk.opens),
        "ticked": ticked or [],
        "decides": decides_for(user, child, now),
    }
    return render(request, "portal/staff/opening.html", shown, status=status)


def _form(request: HttpRequest, child: Child, chapter: str) -> OpenForm:
    desk = opening_of(current_user(request), child, chosen=chapter, at=timezone.now())
    needs = any(line.needs_words for line in desk.here.lines) if desk.here else False
    return OpenForm(request.POST, opens=desk.opens, needs_because=gettext("They already know it, because") if needs else "")


def _is_id(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True
