"""The list from which a reader opened something, so that going back ends where they were. Addresses only, never a word of a record."""

from dataclasses import dataclass
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

KEPT = "came_from"
STORY = "portal:my_story"
TITLES: dict[str, str] = {
    "portal:home": gettext_noop("Home"),
    STORY: gettext_noop("My story"),
    "portal:newly_open": gettext_noop("New to read"),
    "portal:why": gettext_noop("Why I am in care"),
    "portal:my_papers": gettext_noop("My papers"),
}


@dataclass(frozen=True, slots=True)
class WayBack:
    """A link back: where it leads, and the name of the page."""

    url: str
    text: str


def remember(request: HttpRequest, view: str, query: str = "") -> None:
    """Keep which list is on the screen, until another one is. `query` begins with "?", or is empty."""
    here = [view, query]
    if request.session.get(KEPT, [STORY, ""]) != here:
        request.session[KEPT] = here


def way_back(request: HttpRequest, entry_id: UUID) -> WayBack:
    """Back to the line of this entry in the list it was opened from; to the story when it was opened from none."""
    view, query = request.session.get(KEPT) or (STORY, "")
    title = gettext(TITLES.get(view, TITLES[STORY]))
    if view == STORY and "by=" not in query:
        return WayBack(f"{reverse(STORY)}?at={entry_id}", title)
    return WayBack(f"{reverse(view)}{query}#e-{entry_id}", title)
