"""What we cannot show: ask somebody else to look again, or ask to talk about it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST

from law.working_time import london_day
from official_file.actions.ask_to_look_again import ask_to_look_again
from official_file.models import Sharing
from official_file.withheld import ABOUT, withheld_from
from people.access import current_user, young_person_page
from people.actions.ask_to_talk import ask_to_talk
from people.models import Child
from portal.queries.asked import promise


@require_POST
@young_person_page
def again(request: HttpRequest, child: Child, sharing_id: UUID) -> HttpResponse:
    """Ask for somebody who has not decided about it."""
    sharing, now = _told(child, sharing_id), timezone.now()
    task = ask_to_look_again(sharing=sharing, by=current_user(request), now=now)
    if not task.done_at:
        messages.success(request, gettext("You asked someone else to look again. %(promise)s") % {"promise": promise(task, now)})
    return redirect("portal:answers")


@require_POST
@young_person_page
def talk(request: HttpRequest, child: Child, sharing_id: UUID) -> HttpResponse:
    """Ask their worker to talk about it."""
    sharing, now = _told(child, sharing_id), timezone.now()
    task = ask_to_talk(child=child, about_type=ABOUT, about_id=sharing.pk, by=current_user(request), now=now)
    messages.success(request, gettext("You asked to talk about this. %(promise)s") % {"promise": promise(task, now)})
    return redirect("portal:answers")


def _told(child: Child, sharing_id: UUID) -> Sharing:
    """The decision, when they are told of it. Raises Http404, for anything else exactly as for an id that does not exist."""
    if sharing_id not in {one.id for one in withheld_from(child, london_day(timezone.now()))}:
        raise Http404
    return Sharing.objects.select_related("entry__child").get(pk=sharing_id)
