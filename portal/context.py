"""What every page shows: the service's name, who is reading, how it is printed, and where staff can go."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

from cms.queries import this_council
from portal.display import display_for
from portal.queries.banners import banners_for
from portal.queries.printing import printing_of
from portal.staff_menu import links_for


def every_page(request: HttpRequest) -> dict[str, Any]:
    """Names from the content editors' settings; `reader` is "young_person", "staff" or "" before sign-in."""
    user = getattr(request, "user", None)
    reader = user.kind if user is not None and user.is_authenticated else ""
    council = this_council()
    now = timezone.now()
    return {
        "council": council,
        "banners": banners_for(reader, council.hours, now),
        "service_name": council.service_name,
        "council_name": council.council_name,
        "reader": reader,
        "staff_links": links_for(user, request.path, now) if user is not None and reader == "staff" else (),
        "large_print": request.GET.get("type") == "large",
        "display": display_for(request, user),
        "printing": printing_of(request, now),
        "demonstration": settings.DEMONSTRATION,
        "elsewhere": settings.NEUTRAL_SITE,
    }
