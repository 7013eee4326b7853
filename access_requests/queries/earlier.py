"""Asked again: what was decided about the same things before, and what is new since (journey: access is never one event)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from access_requests.models import AccessRequest, Item, ItemReading, Release
from access_requests.pack import Says
from access_requests.queries.pack import to_read
from law.working_time import london_day

MOST_EARLIER = 20  # requests one after the other: enough for a life, and no circle


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was said of the same thing in an earlier request. `same`: not a letter differs. `given`: they have had it."""

    says: Says
    ground: str
    why: str
    on: date
    same: bool
    given: bool


def earlier_requests(request: AccessRequest) -> list[AccessRequest]:
    """Those this one follows, the nearest first."""
    found: list[AccessRequest] = []
    one = request.follows
    while one is not None and len(found) < MOST_EARLIER and one not in found:
        found.append(one)
        one = one.follows
    return found


def earlier_decisions(request: AccessRequest) -> dict[UUID, Earlier]:
    """For each thing of this request that was read in an earlier one: the nearest decision. What is not in it is new since."""
    before = earlier_requests(request)
    if not before:
        return {}
    known = _known(before)
    rows = to_read(request).values_list("pk", "key", "fingerprint")
    return {pk: _beside(known[key], mark) for pk, key, mark in rows if key in known}


def _beside(known: tuple[str, Earlier], mark: str) -> Earlier:
    was, earlier = known
    return earlier if was == mark else Earlier(earlier.says, earlier.ground, earlier.why, earlier.on, same=False, given=False)


def _known(before: Iterable[AccessRequest]) -> dict[str, tuple[str, Earlier]]:
    """By the key of the thing: its fingerprint then, and what was said. The nearest request counts."""
    found: dict[str, tuple[str, Earlier]] = {}
    for request in reversed(list(before)):
        given = given_items(request)
        newest = {one.item_id: one for one in ItemReading.objects.filter(item__request=request).order_by("at", "id")}
        items = dict(Item.objects.filter(pk__in=newest).values_list("pk", "key"))
        marks = dict(Item.objects.filter(pk__in=newest).values_list("pk", "fingerprint"))
        for pk, one in newest.items():
            said = Earlier(Says(one.says), one.ground, one.why, london_day(one.at), same=True, given=pk in given)
            found[items[pk]] = (marks[pk], said)
    return found


def given_items(request: AccessRequest) -> set[UUID]:
    """The things that were given in answer to it."""
    return {UUID(one["item"]) for made in Release.objects.filter(request=request) for one in made.manifest.get("given", ())}
