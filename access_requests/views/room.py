"""The reading room: what was given, for whoever asked, signed in or with a reference and a code. The pages are the same."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from access_requests.actions.keep_pack_place import keep_pack_place
from access_requests.actions.want_on_paper import want_on_paper
from access_requests.models import AccessRequest, Item, Release
from access_requests.queries.item_lines import Whole, lines_of, whole
from access_requests.queries.pack_conflicts import answers_for
from access_requests.queries.room import chosen_things, is_untouched, room_of, room_release, search_in, things_in
from access_requests.room_words import PARTS
from access_requests.views.following import status_page
from access_requests.views.pack import picture_of
from access_requests.views.roads_to_a_request import SIGNED_IN, WITH_CODE, Road, own_request
from audit.who import Who
from people.access import young_person_page
from people.models import Child

A_PAGE, A_PRINTED_PAGE = 50, 40
LONGEST_ASKED = 200


@dataclass(frozen=True, slots=True)
class Door:
    """Whose room it is, what was given in it, and how they came."""

    request: AccessRequest
    release: Release
    road: Road

    def url(self, name: str, *ids: object) -> str:
        """The address of one of its pages: "", "list", "item", "picture", "search", "whole", "paper"."""
        full = f"access_requests:{'my' if self.road.signed_in else 'status'}_room{f'_{name}' if name else ''}"
        return reverse(full, args=[self.request.pk, *ids] if self.road.signed_in else list(ids))

    def picture(self, item: Item) -> Callable[[int], str]:
        """Where the pictures of the pages of this thing are."""
        return lambda number: self.url("picture", item.pk, number)

    def who(self, http: HttpRequest) -> Who:
        """Who reads."""
        by = self.road.by(http, self.request, timezone.now())
        return by if isinstance(by, Who) else by.who()

    @property
    def urls(self) -> dict[str, str]:
        """The addresses every page of it needs."""
        return {
            "room": self.url(""),
            "list": self.url("list"),
            "search": self.url("search"),
            "whole": self.url("whole"),
            "paper": self.url("paper"),
            "request": self.road.url("", self.request),
            "complain": self.road.url("complain", self.request),
        }


View = Callable[..., HttpResponseBase]


def _door(request: AccessRequest, road: Road) -> Door:
    """The room of this request. Raises Http404 when nothing was given, or not to whoever this is."""
    release = room_release(request, timezone.now())
    if release is None:
        raise Http404
    return Door(request, release, road)


def room(http: HttpRequest, door: Door) -> HttpResponse:
    """Contents, a plain summary, what is missing, what is kept back and why."""
    shown = room_of(door.release)
    context = {"room": shown, "letter": _letter(door), "place_url": door.url("item", shown.place.id) if shown.place else ""}
    return _page(http, "room.html", door, **context)


def room_list(http: HttpRequest, door: Door) -> HttpResponse:
    """Everything in the order of its days; or one part, one year, or what is new."""
    part, year, new = http.GET.get("part", ""), http.GET.get("year", ""), http.GET.get("new") == "1"
    rows = chosen_things(door.release, part=part, year=year, new=new)
    page = Paginator(rows, A_PAGE).get_page(_number(http.GET.get("page", "1")))
    title = _(PARTS[part]) if part in PARTS else year if year.isdecimal() and year != "0" else _("What is new") if new else ""
    kept = "".join(f"{name}={value}&" for name, value in (("part", part), ("year", year), ("new", "1" if new else "")) if value)
    lines = [(line, f"{door.url('item', line.id)}?{kept}") for line in lines_of(page.object_list)]
    return _page(http, "room_list.html", door, lines=lines, page=page, query=f"?{kept}", title=title)


def room_item(http: HttpRequest, door: Door, item_id: UUID) -> HttpResponse:
    """One thing, just as it was on the day it was copied. The place is kept."""
    item = _thing(door, item_id)
    if http.method == "GET":
        keep_pack_place(item=item, by=door.who(http), now=timezone.now())
    part, year, new = http.GET.get("part", ""), http.GET.get("year", ""), http.GET.get("new") == "1"
    order = list(chosen_things(door.release, part=part, year=year, new=new).values_list("pk", flat=True))
    place = order.index(item.pk) if item.pk in order else -1
    shown = {
        "whole": whole(item, door.picture(item), first=_number(http.GET.get("from", "0"))),
        "untouched": is_untouched(door.release, item),
        "conflicts": answers_for(door.request, [item.pk]).get(item.pk, []),
        "number": place + 1,
        "of": len(order),
        "before": door.url("item", order[place - 1]) if place > 0 else "",
        "after": door.url("item", order[place + 1]) if 0 <= place < len(order) - 1 else "",
        "query": f"?{http.GET.urlencode()}" if part or year or new else "",
    }
    return _page(http, "room_item.html", door, **shown)


def room_picture(http: HttpRequest, door: Door, item_id: UUID, number: int) -> HttpResponse:
    """The picture of one page of a thing that was given."""
    return picture_of(http, _thing(door, item_id), number)


def room_search(http: HttpRequest, door: Door) -> HttpResponse:
    """Where the words stand. They are sent in the form, and stand in no address."""
    asked = http.POST.get("words", "")[:LONGEST_ASKED].strip()
    hits, more = search_in(door.release, asked)
    found = [(hit, door.url("item", hit.line.id)) for hit in hits]
    return _page(http, "room_found.html", door, asked=asked, found=found, more=more)


def room_whole(http: HttpRequest, door: Door) -> HttpResponse:
    """All of it one after the other, to be printed."""
    page = Paginator(things_in(door.release), A_PRINTED_PAGE).get_page(_number(http.GET.get("page", "1")))
    wholes: list[Whole] = [whole(item, door.picture(item)) for item in page.object_list]
    query = "?type=large&" if http.GET.get("type") == "large" else "?"
    return _page(http, "room_whole.html", door, wholes=wholes, page=page, query=query)


def room_paper(http: HttpRequest, door: Door) -> HttpResponseBase:
    """They would like it on paper."""
    want_on_paper(release=door.release, large=http.POST.get("large") == "1", by=door.who(http), now=timezone.now())
    messages.success(http, _("You asked for it on paper. One of us prints it, and asks you how it should reach you."))
    return redirect(door.url(""))


def _page(http: HttpRequest, template: str, door: Door, **shown: Any) -> HttpResponse:
    context = {"one": door.request, "release": door.release, "urls": door.urls, "signed_in": door.road.signed_in, "theirs": True, **shown}
    return render(http, f"access_requests/{template}", context)


def _letter(door: Door) -> str:
    return door.road.about("letter", door.release.letter_id) if door.release.letter_id else ""


def _thing(door: Door, item_id: UUID) -> Item:
    """Something that was given. Raises Http404 for everything else, also of the same pack."""
    found = things_in(door.release).filter(pk=item_id).first()
    if found is None:
        raise Http404
    return found


def _number(asked: str) -> int:
    return int(asked) if asked.isdecimal() and len(asked) < 6 else 1


def _mine(view: View) -> View:
    """The page for somebody signed in, of their own request."""

    @young_person_page
    def wrapped(http: HttpRequest, _child: Child, /, pk: UUID, **named: Any) -> HttpResponseBase:
        return view(http, _door(own_request(http, pk, timezone.now()), SIGNED_IN), **named)

    return wrapped


def _with_code(view: View) -> View:
    """The page for somebody who came in with a reference and a code."""

    @status_page
    def wrapped(http: HttpRequest, request: AccessRequest, /, **named: Any) -> HttpResponseBase:
        return view(http, _door(request, WITH_CODE), **named)

    return wrapped


my_room, status_room = require_safe(_mine(room)), require_safe(_with_code(room))
my_room_list, status_room_list = require_safe(_mine(room_list)), require_safe(_with_code(room_list))
my_room_item, status_room_item = require_safe(_mine(room_item)), require_safe(_with_code(room_item))
my_room_picture, status_room_picture = require_safe(_mine(room_picture)), require_safe(_with_code(room_picture))
my_room_search, status_room_search = require_POST(_mine(room_search)), require_POST(_with_code(room_search))
my_room_whole, status_room_whole = require_safe(_mine(room_whole)), require_safe(_with_code(room_whole))
my_room_paper, status_room_paper = require_POST(_mine(room_paper)), require_POST(_with_code(room_paper))
