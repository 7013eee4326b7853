"""What was gathered, read thing by thing: what the answer comes to, what a second person has to open, and the pack's fingerprint. Pure.

    answer_of(Counts(total=3, read=3, give=3))           ->   Answer.GIVE
    answer_of(Counts(total=3, read=3, give=2, hold=1))   ->   Answer.GIVE_PART
    must_open(things, pack)                              ->   everything held back, everything with parts to hide first, and a sample

The fingerprint covers the proposal, every thing with its newest reading, every conflict's answer and every search. One letter
changed anywhere, and it is another pack: a countersignature over the old one counts no more.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID

from access_requests.lifecycle import Answer
from audit.canonical import digest
from official_file.kinds import KINDS
from official_file.themes import WRITTEN_FACTS

EXACT = 100  # of Item.alike: the same thing, word for word. Something that is only nearly the same is read for itself.
LEAST_SAMPLE, MOST_SAMPLE = 5, 60
SAMPLE_OF_HUNDRED = 10
HEALTH = "health_check"
ABOUT_OTHERS = frozenset({"own_child"})


class Says(StrEnum):
    """What whoever read a thing says of it: the same words as ItemReading.Says."""

    GIVE = "give"
    HIDE_PARTS = "hide_parts"
    HOLD_BACK = "hold_back"


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to be read, as the rules need it. `says`: of its newest reading, None before anybody read it."""

    id: UUID
    fingerprint: str
    kind: str
    pages: int = 1
    says: Says | None = None
    others: int = 0


@dataclass(frozen=True, slots=True)
class Counts:
    """How far reading is, in things and in pages; and what was said of them."""

    total: int = 0
    read: int = 0
    pages: int = 0
    pages_read: int = 0
    give: int = 0
    hide: int = 0
    hold: int = 0

    @property
    def left(self) -> int:
        """How many nobody has read."""
        return self.total - self.read


def counted(things: Iterable[Thing]) -> Counts:
    """How far reading is."""
    rows = list(things)
    read = [one for one in rows if one.says]
    said = [one.says for one in read]
    return Counts(
        total=len(rows),
        read=len(read),
        pages=sum(one.pages for one in rows),
        pages_read=sum(one.pages for one in read),
        give=said.count(Says.GIVE),
        hide=said.count(Says.HIDE_PARTS),
        hold=said.count(Says.HOLD_BACK),
    )


def answer_of(counts: Counts) -> Answer:
    """What the readings come to. Nothing to give is REFUSE: where nothing was found at all, whoever proposes says NOTHING_HELD."""
    if not counts.total or counts.hold == counts.total:
        return Answer.REFUSE
    return Answer.GIVE_PART if counts.hold or counts.hide else Answer.GIVE


def is_plain(kind: str) -> bool:
    """Whether all things of this kind can be decided alike: facts from fields that no person wrote, and nothing about health."""
    return kind in KINDS and not KINDS[kind].free and kind != HEALTH and kind not in WRITTEN_FACTS and kind not in ABOUT_OTHERS


def risk(thing: Thing) -> int:
    """How much could go wrong with giving it unseen: free words, other people named, many pages."""
    return 4 * (not is_plain(thing.kind)) + 3 * min(thing.others, 5) + min(thing.pages // 5, 4)


def must_open(things: Sequence[Thing], pack: str) -> list[UUID]:
    """What a second person opens before they countersign, in the order of the pack.

    All that is held back, all with parts to be hidden, and of the rest a tenth (at least five, at most sixty): half by risk, half
    drawn by the pack's fingerprint, which nobody can know while they read.
    """
    refused = [one for one in things if one.says in (Says.HOLD_BACK, Says.HIDE_PARTS)]
    rest = [one for one in things if one.says is Says.GIVE]
    size = min(len(rest), max(LEAST_SAMPLE, min(MOST_SAMPLE, len(rest) * SAMPLE_OF_HUNDRED // 100)))
    risky = sorted(rest, key=lambda one: (-risk(one), one.fingerprint, str(one.id)))[: (size + 1) // 2]
    drawn = sorted((one for one in rest if one not in risky), key=lambda one: digest([pack, str(one.id)]))[: size - len(risky)]
    wanted = {one.id for one in (*refused, *risky, *drawn)}
    return [one.id for one in things if one.id in wanted]


def fingerprint_of_pack(
    *, proposal: Sequence[str], things: Iterable[Sequence[Any]], conflicts: Iterable[str], searches: Iterable[str]
) -> str:
    """The SHA-256 of everything a countersignature stands for. `things`: all of them, also those folded or set aside."""
    rows = {"format": 1, "proposal": list(proposal), "things": [list(one) for one in things]}
    return digest(rows | {"conflicts": sorted(conflicts), "searches": sorted(searches)})
