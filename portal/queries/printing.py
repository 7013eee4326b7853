"""How a page is printed: any page a young person reads, in one action, in 12 point or larger (18 is large print), black on white.

An ordinary page knows the address of its printed form (`?print=12`), which holds the same words and nothing to press. The
pen picture can stand at the head of both. Nothing here needs JavaScript: the printed form is a page one prints from the browser;
static/js/print.js only opens the browser's own print window for those who pressed the link.
"""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlencode

from django.http import HttpRequest, QueryDict
from django.urls import ResolverMatch, reverse
from django.utils.translation import gettext

from law.working_time import london_day
from official_file.presentation import Shown
from people.models import Child, User
from portal.copies import view_of
from portal.queries.preferences import level_of, preferences_of
from portal.queries.story import ENTRIES_A_PAGE
from portal.queries.whole_page import pen_picture, picture_words

SIZES = (12, 14, 16, 18)
USUAL, LARGE = SIZES[0], SIZES[-1]
MOST_PRINTED = 400  # entries on one printed page: more would keep a phone busy for minutes
HOME = "portal:home"
DOCUMENTS = frozenset({"portal:entry", "portal:paper"})
# Pages on which one only writes, chooses or signs in: there is nothing of the record to print.
NOT_PRINTED = frozenset(
    {
        "portal:about_me",
        "portal:ask_for_my_file",
        "access_requests:my_ask_away",
        "access_requests:my_ask_begin",
        "access_requests:my_ask_check",
        "access_requests:my_ask_expect",
        "access_requests:my_ask_step",
        "access_requests:my_complain",
        "access_requests:my_request_complain",
        "access_requests:my_view",
        "portal:beside_in_book",
        "portal:begin_book",
        "portal:book",
        "portal:book_file",
        "portal:book_progress",
        "portal:books",
        "portal:change_book",
        "portal:choose_for_book",
        "portal:look_at_book",
        "portal:throw_book_away",
        "portal:check_words",
        "portal:entry_not_me",
        "portal:entry_talk",
        "portal:entry_wrong",
        "portal:display",
        "portal:my_copy",
        "portal:paper_copy",
        "portal:my_person",
        "portal:settings",
        "portal:telling",
        "portal:telling_add",
        "portal:telling_code",
        "portal:welcome",
        "portal:what_we_call_you",
        "stories:check",
        "stories:hidden",
        "stories:take_back",
        "stories:throw_away",
        "stories:worried",
        "stories:write",
    }
)


@dataclass(frozen=True, slots=True)
class Size:
    """One size to print in, and the address of the page in it."""

    points: int
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Printing:
    """What a page says of printing. `points` 0: it is an ordinary page, not its printed form. Addresses begin with "?".

    `copy_url`: where to ask for it on paper, "" for a page of which nobody prints a copy.
    """

    points: int
    usual: str
    large: str
    sizes: tuple[Size, ...]
    ordinary: str
    switch_picture: str
    copy_url: str
    is_document: bool
    asks_for_picture: bool
    picture: Shown | None
    picture_words: str
    day: date


def printing_of(request: HttpRequest, now: datetime) -> Printing | None:
    """What this page says of printing, or None where there is nothing to print: for staff, and where one only fills something in."""
    user, match = getattr(request, "user", None), request.resolver_match
    if user is None or not user.is_authenticated or user.is_staff or match is None or request.method not in ("GET", "HEAD"):
        return None
    if match.view_name in NOT_PRINTED or match.namespace not in ("portal", "stories"):
        return None
    points, asks = points_of(request), request.GET.get("picture") == "1"
    picture = _picture(user, now) if (points or asks) and match.view_name != HOME else None  # Home holds it
    return Printing(
        points=points,
        usual=_address(request, print=str(_usual(user))),
        large=_address(request, print=str(LARGE)),
        sizes=_sizes(request, points),
        ordinary=_address(request, print=None, picture=None),
        switch_picture=_address(request, picture=None if asks else "1"),
        copy_url=_copy(request, match),
        is_document=match.view_name in DOCUMENTS,
        asks_for_picture=asks,
        picture=picture,
        picture_words=picture_words(picture, level_of(user)) if picture else "",
        day=london_day(now),
    )


def points_of(request: HttpRequest) -> int:
    """One of SIZES for the printed form of a page, 0 for the page itself."""
    asked = request.GET.get("print", "")
    return int(asked) if asked in {str(size) for size in SIZES} else 0


def entries_a_page(request: HttpRequest) -> int:
    """How many entries stand on one page: a printed one holds the whole of all but the longest records."""
    return MOST_PRINTED if points_of(request) else ENTRIES_A_PAGE


def _sizes(request: HttpRequest, points: int) -> tuple[Size, ...]:
    titles = {USUAL: gettext("Words of 12 point"), LARGE: gettext("Large words, 18 point")}
    also = {} if points in titles or not points else {points: gettext("Words of %(points)s point") % {"points": points}}
    return tuple(Size(size, title, _address(request, print=str(size))) for size, title in sorted({**titles, **also}.items()))


def _copy(request: HttpRequest, match: ResolverMatch) -> str:
    """Where this view is asked for on paper."""
    found = view_of(match.view_name, request.GET.dict(), match.kwargs.get("entry_id"))
    if found is None:
        return ""
    return f"{reverse('portal:paper_copy')}?{urlencode({'what': found[0], **({'which': found[1]} if found[1] else {})})}"


def _usual(user: User) -> int:
    chosen = preferences_of(user).print_points
    return chosen if chosen in SIZES else USUAL


def _picture(user: User, now: datetime) -> Shown | None:
    child = Child.objects.visible_to(user, now).first()
    return pen_picture(user, child, at=now, today=london_day(now)) if child else None


def _address(request: HttpRequest, **changes: str | None) -> str:
    """The query of this page with these changes; None takes a part out. A printed form begins at its first page."""
    query: QueryDict = request.GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value is not None:
            query[name] = value
    return f"?{query.urlencode()}" if query else request.path
