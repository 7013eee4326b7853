""" "Ask someone else to look" at what we answered when somebody said that an entry is wrong."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from moderation.actions.ask_another_about_wrong import ask_another_about_wrong
from official_file.models import Rectification
from people.access import current_user, young_person_page
from people.models import Child
from portal.queries.asked import promise
from portal.queries.said_wrong import entry_row


@require_POST
@young_person_page
def again(request: HttpRequest, child: Child, said_id: UUID) -> HttpResponse:
    """Ask for somebody who has not decided about it. Raises Http404 for anybody else's, exactly as for nothing."""
    user, now = current_user(request), timezone.now()
    said = Rectification.objects.filter(pk=said_id, child=child, decided_at__isnull=False).select_related("entry").first()
    if said is None:
        raise Http404
    task = ask_another_about_wrong(said=said, by=user, now=now)
    if not task.done_at:
        messages.success(request, gettext("You asked someone else to look again. %(promise)s") % {"promise": promise(task, now)})
    entry = entry_row(said, user, now)
    return redirect("portal:entry", entry.pk) if entry else redirect("portal:answers")
