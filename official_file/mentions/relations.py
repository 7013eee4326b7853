"""People without a name: "mum's partner", "the neighbour at number 9", "her foster carer's daughter", "dad". Pure.

A mention is a chain of words for kin, each owning the next, with what stands before it ("her late") and what says where they live.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from official_file.mentions.known import Known, Span
from official_file.mentions.reading import Reading
from official_file.mentions.who import side_of, the_one
from official_file.mentions.wordlists import DATA, named

ALONE, BEFORE, KINDS_OF = named("kin_alone"), named("kin_before"), named("kin_kinds")
NOT_AFTER, NOT_BEFORE = named("kin_not_after"), named("kin_not_before")
CARERS, WEAK = named("carers"), named("weak_kin")
ONE_SPACE = re.compile(r"^[ \t\u00a0]{1,3}$|^\s?\n\s{0,4}$|^-$")
NUMBER = (
    r"(?:(?:no\.?|number|num|house|flat)\s{0,2})?\d{1,4}[a-z]?\b(?!\s?(?:am|pm|years?|yrs?|weeks?|months?|days?|per)\b)(?![:/.]\d)"
    r"(?!(?:\s+[\w'\u2019]{1,20}){1,3}\s+(?:street|road|avenue|lane|drive|crescent|close|terrace|gardens|grove|way|st|rd|ave)\b)"
)
WHERE = re.compile(
    rf"\s+(?:(?:at|from|in|of)\s+{NUMBER}|(?:(?:from|in|at)\s+)?(?:the\s+)?(?:(?:next|two|three|few|2|3)\s+doors?(?:\s+(?:down|along|up|away))?|upstairs|downstairs"
    r"|opposite|across\s+the\s+(?:road|street|landing|hall|way)|over\s+the\s+(?:road|street|fence)|down\s+the\s+(?:road|street)|above|below"
    r"|(?:flat|house)\s+(?:above|below|opposite|upstairs|downstairs|next\s+door)))\b",
    re.IGNORECASE,
)
ABOUT_OTHERS = re.compile(r"\bwho(?:se|m)?\b", re.IGNORECASE)  # "Gareth, who looks after your brother" is not the brother
MOST_BEFORE = 4
OURS = {"halfbrother": ("half", "brother"), "halfsister": ("half", "sister")}


@dataclass(frozen=True, slots=True)
class Chain:
    """A chain of kin in words `first` to before `last`; `meaning` from the one who owns to the one who is meant."""

    first: int
    last: int
    meaning: tuple[str, ...]
    owner: int | None


@lru_cache(maxsize=1)
def meanings() -> dict[str, str]:
    """Each word for kin with what it means."""
    found: dict[str, str] = {}
    for line in (DATA / "kin.txt").read_text(encoding="utf-8").splitlines():
        words = [] if line.startswith("#") else line.split()
        for word in words:
            found.setdefault(word, words[0])
    return found


def find_relations(
    reading: Reading, known: Sequence[Known], subjects: frozenset[int] = frozenset(), addresses: Sequence[Span] = ()
) -> Iterator[Span]:
    """Every mention of somebody by who they are to somebody. `subjects`: words that name the person the file is about.

    "At 9 Mill Lane" is one of the `addresses`, and says nothing more of who is meant.
    """
    numbers = {span.start: span.end for span in addresses}
    by_meaning = _by_meaning(tuple(known))
    for chain in _chains(reading):
        start, end = reading.words[chain.first].start, reading.words[chain.last - 1].end
        where = WHERE.match(reading.text, end, end + 60) if not reading.words[chain.last - 1].owning else None
        if where and any(start in numbers for start in range(end, where.end())):
            where = None
        if chain.meaning[-1] == "person" and not where:
            continue
        end = where.end() if where else end
        of_subject = chain.owner is None or chain.owner in subjects
        number = the_one(chain.meaning, _side(reading, chain), by_meaning) if of_subject and not where else None
        propose = not known[number].professional if number is not None else reading.key(chain.last - 1) not in CARERS
        yield Span(start, end, reading.text[start:end], "relation", number, propose)


@lru_cache(maxsize=16)
def _by_meaning(known: tuple[Known, ...]) -> dict[tuple[str, ...], list[tuple[str, int]]]:
    """Who is meant by a relation, and on which side of the family, as far as the relations of those known say so."""
    found: dict[tuple[str, ...], list[tuple[str, int]]] = {}
    for number, one in enumerate(known):
        reading = Reading(ABOUT_OTHERS.split(one.relation)[0])
        chains = [] if one.subject else list(_chains(reading))
        if len(chains) == 1:
            found.setdefault(chains[0].meaning, []).append((_side(reading, chains[0]), number))
    return found


def _side(reading: Reading, chain: Chain) -> str:
    return side_of(reading.keys[chain.first : chain.last])


def _chains(reading: Reading) -> Iterator[Chain]:
    place, total, kin = 0, len(reading.words), meanings()
    while place < total:
        if reading.words[place].key not in kin:
            place += 1
            continue
        chain = _chain_at(reading, place)
        if chain is not None:
            yield chain
        place = chain.last if chain is not None else place + 1


def _chain_at(reading: Reading, place: int) -> Chain | None:
    """The chain whose first word for kin stands at `place`; None when this is nobody in particular."""
    places = [place]
    while (after := _next_link(reading, places[-1])) is not None:
        places.append(after)
    first, owner, before = _what_stands_before(reading, place)
    meaning = tuple(_meaning(reading, one) for one in places)
    if not _is_somebody(reading, first, places, before):
        return None
    if reading.key(places[-1] + 1) == "in" and reading.key(places[-1] + 2) == "law":
        return Chain(first, places[-1] + 3, (*meaning[:-1], f"{meaning[-1]} in law"), owner)
    return Chain(first, places[-1] + 1, meaning, owner)


def _next_link(reading: Reading, place: int) -> int | None:
    """Where the next word for kin stands that this one owns: mum's new partner, mums partner."""
    word, kin = reading.words[place], meanings()
    owns = word.owning or (word.key.endswith("s") and word.key[:-1] in kin and word.key not in {"ss"})
    for after in range(place + 1, min(place + 4, len(reading.words))) if owns else ():
        if not ONE_SPACE.match(reading.gap(after)) and not (after == place + 1 and reading.gap(after).strip("'\u2019s ") == ""):
            return None
        if reading.key(after) in kin and not (reading.key(after) in KINDS_OF and reading.key(after + 1) in kin):
            return after
        if reading.key(after) not in KINDS_OF:
            return None
    return None


def _what_stands_before(reading: Reading, place: int) -> tuple[int, int | None, str]:
    """Where the mention begins, who owns the chain (the place of a name, if it is one), and the word that decided."""
    first = place
    while first > 0 and place - first < MOST_BEFORE and reading.key(first - 1) in KINDS_OF and ONE_SPACE.match(reading.gap(first)):
        first -= 1
    if first == 0 or not ONE_SPACE.match(reading.gap(first)):
        return first, None, ""
    before = reading.words[first - 1]
    if before.owning:
        return first, first - 1, "'s"
    if before.key in BEFORE:
        return first - 1, None, before.key
    return first, None, before.key


def _meaning(reading: Reading, place: int) -> str:
    """What a word means together with the ones before it that change who it is: half, step, foster, great."""
    meaning = meanings()[reading.key(place)]
    before = {reading.key(one) for one in range(max(0, place - 2), place)}
    if meaning.startswith(("half", "step")):
        meaning = f"{meaning[:4]} {meaning[4:]}"
    for kind in ("half", "step", "foster", "adoptive", "great", "ex", "former"):
        if kind in before and not (kind == "foster" and meaning == "carer"):
            meaning = f"{kind} {meaning}"
    return meaning


def _is_somebody(reading: Reading, first: int, places: list[int], before: str) -> bool:
    """Whether somebody is meant rather than anybody: not "a friend", "parents evening", "no siblings"."""
    last = places[-1]
    if reading.key(last + 1) in NOT_AFTER and ONE_SPACE.match(reading.gap(last + 1).lstrip("'\u2019")):
        return False
    key = reading.key(places[0])
    if before in NOT_BEFORE and len(places) == 1:
        return meanings()[key] == "neighbour" or (meanings()[key] == "person" and before in {"a", "an", "some"})
    if before in BEFORE or before == "'s" or len(places) > 1:
        return not _is_a_plain_child(reading, before, places)
    return key in ALONE or (first < places[0] and key not in WEAK) or meanings()[key] == "person"


def _is_a_plain_child(reading: Reading, before: str, places: list[int]) -> bool:
    """ "The child", "the baby", "the children", "that friend": often the one the file is about, or nobody in particular."""
    key = reading.key(places[0])
    return len(places) == 1 and meanings()[key] in {"child"} and before in {"the", "this", "that", "both"}
