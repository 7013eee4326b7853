"""Chains: each item's link covers the one before, so that a changed, missing or swapped item is found."""

from collections.abc import Iterable
from dataclasses import dataclass

from audit.canonical import link
from audit.models import ChainHead


@dataclass(frozen=True, slots=True)
class Link:
    """Where an item stands in its chain."""

    position: int
    previous: str
    link: str


def locked_head(chain: str) -> ChainHead:
    """The chain's head, locked until the transaction ends. Makes the chain when it is new."""
    rows = ChainHead.objects.select_for_update()
    head = rows.filter(chain=chain).first()
    if head is None:
        ChainHead.objects.get_or_create(chain=chain)
        head = rows.get(chain=chain)
    return head


def locked_heads(chains: Iterable[str]) -> dict[str, ChainHead]:
    """The heads of many chains, made when new and locked until the transaction ends.

    Always in the same order, so that two transactions cannot wait for each other.
    """
    names = sorted(chains)
    ChainHead.objects.bulk_create([ChainHead(chain=name) for name in names], ignore_conflicts=True)
    return {head.chain: head for head in ChainHead.objects.select_for_update().filter(chain__in=names).order_by("chain")}


def store_heads(heads: Iterable[ChainHead]) -> None:
    """Store where these locked heads have moved to."""
    moved = ("position", "link")
    ChainHead.objects.bulk_create(heads, update_conflicts=True, unique_fields=["chain"], update_fields=moved)


def extend(head: ChainHead, *, item: str, payload_digest: str) -> Link:
    """The next link after `head`, which moves forward in memory; `head.save()` is the caller's, once per batch."""
    made = Link(head.position + 1, head.link, link(previous=head.link, item=item, payload_digest=payload_digest))
    head.position, head.link = made.position, made.link
    return made


def append_link(chain: str, *, item: str, payload_digest: str) -> Link:
    """Lock the chain, add one link, and store the new head. Call inside a transaction."""
    head = locked_head(chain)
    made = extend(head, item=item, payload_digest=payload_digest)
    head.save(update_fields=["position", "link"])
    return made


def first_broken(items: list[tuple[int, str, str, str, str]]) -> tuple[int, str] | None:
    """Check one chain given as (position, previous, link, item, payload digest) in order of position.

    Returns None when whole, else (position, why) of the first break.
    """
    expected_previous = ""
    for expected_position, (position, previous, stored, item, payload_digest) in enumerate(items, start=1):
        if position != expected_position:
            return expected_position, f"Item {expected_position} is missing: the next one stored is {position}."
        if previous != expected_previous:
            return position, "It does not follow the item before it."
        if stored != link(previous=previous, item=item, payload_digest=payload_digest):
            return position, "Its content is not what was stored when it was added."
        expected_previous = stored
    return None
