"""The reading desk: what waits to be read, urgent first, then oldest."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from moderation.queries import desk_of
from moderation.views.shown import line_of
from people.access import current_user, staff_page
from people.roles import Permission


@require_safe
@staff_page(Permission.READ_CONTRIBUTIONS)
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for this reader. It names nobody's words: opening one is a look, and is written down."""
    user, now = current_user(request), timezone.now()
    desk = desk_of(user, now)
    shown = {
        "to_read": [line_of(one, user, now) for one in desk.to_read],
        "mine_open": [line_of(one, user, now) for one in desk.mine_open],
        "to_talk": [line_of(one, user, now) for one in desk.to_talk],
        "to_open": [line_of(one, user, now) for one in desk.to_open],
        "with_second": [line_of(one, user, now) for one in desk.with_second],
        "with_manager": [line_of(one, user, now) for one in desk.with_manager],
        "late_in_team": [line_of(one, user, now) for one in desk.late_in_team],
        "to_confirm": desk.to_confirm,
        "is_empty": desk.is_empty,
    }
    return render(request, "moderation/queue.html", shown)
