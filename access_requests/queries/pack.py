"""The pack of one request: what is to be read, how far reading is, its fingerprint now, and the countersignature that still holds."""

from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from access_requests.gathering.freezing import fingerprint
from access_requests.lifecycle import State
from access_requests.models import AccessRequest, Item, ItemLook, ItemReading, SearchAnswer, SecondCheck
from access_requests.pack import EXACT, Counts, Says, Thing, counted, fingerprint_of_pack, is_plain, must_open
from people.models import User

IN_ORDER = ("position", "when_from", "frozen_at", "id")
STANDS = frozenset({State.READING, State.SECOND_CHECK, State.READY, State.GIVEN})


def all_items(request: AccessRequest) -> QuerySet[Any]:
    """Everything that was gathered, folded and set aside too, with its newest reading's id as `newest`."""
    newest = ItemReading.objects.filter(item=OuterRef("pk")).order_by("-at", "-id")
    return Item.objects.filter(request=request).annotate(
        newest=Subquery(newest.values("pk")[:1]), says=Subquery(newest.values("says")[:1]), read_by=Subquery(newest.values("reader")[:1])
    )


def to_read(request: AccessRequest) -> QuerySet[Any]:
    """What somebody has to read, in the order of the pack: not what is set aside, nor a copy that is the same word for word."""
    return all_items(request).filter(set_aside="").exclude(Q(same_as__isnull=False) & Q(alike__gte=EXACT)).order_by(*IN_ORDER)


def unread_like(item: Item) -> list[Item]:
    """What nobody has read of the same kind from the same place; nothing where things of this kind are read one by one."""
    if not is_plain(item.kind):
        return []
    return list(to_read(item.request).filter(kind=item.kind, source=item.source, newest__isnull=True))


def newest_reading(item: Item) -> ItemReading | None:
    """What counts of what was said of it."""
    return ItemReading.objects.filter(item=item).order_by("-at", "-id").first()


def newest_readings(items: Iterable[UUID]) -> dict[UUID, ItemReading]:
    """The newest of each of these things that was read, by the thing's id."""
    return {one.item_id: one for one in ItemReading.objects.filter(item__in=list(items)).order_by("at", "id")}


def things_of(request: AccessRequest) -> list[Thing]:
    """What is to be read, as the rules need it."""
    rows = to_read(request).values_list("pk", "fingerprint", "kind", "pages", "says")
    return [Thing(pk, mark, kind, pages, Says(says) if says else None) for pk, mark, kind, pages, says in rows]


def progress(request: AccessRequest) -> Counts:
    """How far reading is: for the officer's page, and for the person who waits ("read 120 of 300 pages")."""
    return counted(things_of(request))


def waits_for_redaction(request: AccessRequest) -> bool:
    """Whether something in it has parts that must be hidden first: nothing of the pack is given before that has been done."""
    return to_read(request).filter(says=Says.HIDE_PARTS).exists()


def pack_fingerprint(request: AccessRequest) -> str:
    """The fingerprint of the pack as it stands, each thing's own reckoned anew from what was frozen: one changed letter shows."""
    searches = SearchAnswer.objects.filter(search__request=request).values_list("pk", "outcome")
    return fingerprint_of_pack(
        proposal=(request.proposes, request.proposed_ground, request.proposed_why, str(request.child_id or "")),
        things=_rows(request),
        conflicts=map(str, request.conflict_answers.values_list("pk", flat=True)),
        searches=[f"{pk}:{outcome}" for pk, outcome in searches],
    )


def countersignature(request: AccessRequest) -> SecondCheck | None:
    """The newest second check when it agrees, with the answer that is proposed now and the pack as it stands now; else None."""
    newest = SecondCheck.objects.filter(request=request).order_by("-at", "-id").first()
    if newest is None or newest.says != SecondCheck.Says.COUNTERSIGNED or newest.proposes != request.proposes:
        return None
    return newest if newest.pack == pack_fingerprint(request) else None


def opened_by(request: AccessRequest, user: User) -> set[UUID]:
    """The things this person opened as they are read now: their ids. What was read anew since is not among them."""
    looked = ItemLook.objects.filter(looker=user, reading__item__request=request).values("reading")
    return set(to_read(request).filter(newest__in=looked).values_list("pk", flat=True))


def left_to_open(request: AccessRequest, user: User, pack: str) -> list[UUID]:
    """What this person must still open before they countersign this pack, in its order."""
    opened = opened_by(request, user)
    return [pk for pk in must_open(things_of(request), pack) if pk not in opened]


def read_alone_by(request: AccessRequest, user: User) -> int:
    """How many things nobody but this person has read."""
    by_others = ItemReading.objects.filter(item=OuterRef("pk")).exclude(reader=user)
    return to_read(request).filter(~Exists(by_others), read_by=user.pk).count()


def _rows(request: AccessRequest) -> Iterator[list[object]]:
    for one in all_items(request).order_by("id").iterator(chunk_size=100):
        mark = fingerprint(one.frozen)
        yield [str(one.pk), one.fingerprint, mark, one.position, str(one.same_as_id or ""), one.alike, one.set_aside, str(one.newest or "")]
