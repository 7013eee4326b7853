"""What was gathered for a request: the items in their order, how many there are, and what one says."""

from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from access_requests.gatherers.papers import text_of_pages
from access_requests.models import AccessRequest, Gathering, Item, Upload


@dataclass(frozen=True, slots=True)
class Counts:
    """How much was gathered. `items` and `pages` are what is to be read: without copies and without what was set aside.

    `unread`: files that were brought in and could not be read, each with its reason.
    """

    items: int = 0
    pages: int = 0
    folded: int = 0
    undated: int = 0
    set_aside: int = 0
    unread: int = 0


def items_of(request: AccessRequest) -> "QuerySet[Item]":
    """What is to be read, in the order of the pack: no copies, nothing that was set aside."""
    return Item.objects.filter(request=request, same_as__isnull=True, set_aside="").order_by("position", "when_from", "frozen_at", "id")


def everything_of(request: AccessRequest) -> "QuerySet[Item]":
    """All of it, copies and what was set aside too, in the order of the pack."""
    return Item.objects.filter(request=request).order_by("position", "when_from", "frozen_at", "id")


def counts(request: AccessRequest) -> Counts:
    """How much was gathered, in one question to the database."""
    read = Q(same_as__isnull=True, set_aside="")
    found = Item.objects.filter(request=request).aggregate(
        items=Count("pk", filter=read),
        pages=Sum("pages", filter=read),
        folded=Count("pk", filter=Q(same_as__isnull=False, set_aside="")),
        undated=Count("pk", filter=read & Q(placed=Item.Placed.UNDATED)),
        set_aside=Count("pk", filter=~Q(set_aside="")),
    )
    unread = Upload.objects.filter(request=request, state=Upload.State.KEPT_UNREAD).count()
    return Counts(**{name: number or 0 for name, number in found.items()}, unread=unread)


def text_of(item: Item) -> str:
    """All its words: what was frozen, or, of a paper too long to be kept twice, what its pages say."""
    if item.frozen.get("cut") and item.file:
        return text_of_pages(item.file, item.first_page or 1, item.last_page)
    return str(item.frozen.get("text", ""))


def newest_run(request: AccessRequest) -> Gathering | None:
    """The run that gathers it now, or did last."""
    return request.gatherings.order_by("-asked_at").first()
