"""The links at the top of every staff page: each is shown to those whose role may use it."""

from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from people.models import User
from people.roles import Permission


@dataclass(frozen=True, slots=True)
class Place:
    """One place in the staff menu. `needs` empty: for every member of staff."""

    title: str
    url_name: str
    needs: tuple[Permission, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """A place as shown to one reader; `here` marks the page they are on."""

    title: str
    url: str
    here: bool


P = Permission
PLACES: tuple[Place, ...] = (
    Place(gettext_noop("Today"), "portal:desk"),
    Place(gettext_noop("Reading"), "moderation:queue", (P.READ_CONTRIBUTIONS,)),
    Place(gettext_noop("Requests for files"), "access_requests:board", (P.HANDLE_REQUESTS, P.CHECK_REQUESTS)),
    Place(gettext_noop("Complaints"), "access_requests:complaints", (P.HANDLE_REQUESTS, P.CHECK_REQUESTS, P.DECIDE_COMPLAINTS)),
    Place(gettext_noop("Somebody asks for a file"), "access_requests:take_down_begin"),
    Place(gettext_noop("Sharing"), "portal:sharing", (P.OPEN_ENTRIES,)),
    Place(gettext_noop("Children"), "portal:children", (P.READ_CONTRIBUTIONS,)),
    Place(gettext_noop("Who works with whom"), "portal:allocation", (P.ALLOCATE,)),
    Place(gettext_noop("Cover"), "portal:cover", (P.RECORD_COVER,)),
    Place(gettext_noop("Who is this?"), "portal:who_is_this", (P.MATCH_PEOPLE,)),
    Place(gettext_noop("Imports"), "portal:imports", (P.SEE_IMPORTS,)),
    Place(gettext_noop("Figures"), "portal:figures", (P.SEE_FIGURES,)),
    Place(gettext_noop("How requests are answered"), "access_requests:request_figures", (P.SEE_REQUEST_FIGURES,)),
    Place(gettext_noop("Data breaches"), "access_requests:breaches", (P.HANDLE_BREACHES,)),
    Place(gettext_noop("Data protection"), "portal:data_protection", (P.HANDLE_BREACHES,)),
    Place(gettext_noop("Emergency access"), "portal:emergency", (P.TAKE_EMERGENCY_ACCESS,)),
    Place(gettext_noop("Staff"), "portal:staff_people", (P.MANAGE_STAFF,)),
    Place(gettext_noop("Teams"), "portal:teams", (P.MANAGE_STAFF,)),
    Place(gettext_noop("Help pages and words"), "wagtailadmin_home", (P.EDIT_CONTENT,)),
    Place(gettext_noop("Sentences we make"), "portal:sentences", (P.APPROVE_SENTENCES,)),
    Place(gettext_noop("How pages are made"), "portal:design", (P.EDIT_CONTENT,)),
    Place(gettext_noop("Write down a breach"), "access_requests:report_breach"),
)


def links_for(user: User, path: str, now: datetime) -> list[Link]:
    """The menu of this member of staff, as seen on the page with this path."""
    open_to_them = [place for place in PLACES if not place.needs or any(user.may(one, now) for one in place.needs)]
    return [Link(gettext(place.title), url, path == url) for place in open_to_them for url in [reverse(place.url_name)]]
