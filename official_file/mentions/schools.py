"""Schools that are called by their name, however they are written. Pure."""

import re
from collections.abc import Iterator

from official_file.mentions.known import Span
from official_file.mentions.reading import Reading
from official_file.mentions.wordlists import named, ordinary_words

TYPES, QUALITIES = named("school_types"), named("school_qualities")
NOT_A_SCHOOL, JOINS = named("not_a_school"), named("school_joins")
CLOSE = re.compile(r"^[ \t\u00a0]{1,2}$|^-$|^\. ?$|^ ?& ?$|^ \($|^\) $|^\s?\n\s?$")
YSGOL = re.compile(
    r"\bysgol(?:[ \t](?:y|yr|bro|plas|pen|glan|maes|bryn|gymraeg|gynradd|"
    r"gyfun|uwchradd|feithrin)){0,3}[ \t][^\W\d_][\w'\u2019\-]{2,20}(?!\w)",
    re.IGNORECASE,
)
SAINT = re.compile(
    r"\b(?:at|attends|attend|attending|attended|to|from|left|goes|in|school|nursery)[:,]?\s"
    r"(?P<name>(?:St|Saint)\.?\s[A-Z][\w\u00c0-\u024f]{1,20}['\u2019]s?(?:\s(?:RC|CE))?)"
    r"(?![\w'\u2019]|\s(?:Hospital|Church|Hospice|Road|Street|Lane|Avenue|Close|Day|Way|Terrace|Drive|Park|Square|Place))"
)
MOST_BEFORE = 5
PREPOSITIONS = frozenset(("at", "to", "from", "of", "attends", "attend", "attending", "attended", "left", "in", "with", "and"))


def find_schools(reading: Reading, names: frozenset[int] = frozenset()) -> Iterator[Span]:
    """Every school with a name: "St Mary's RC Primary", "at oakfield academy", "Ysgol y Garnedd"; not "her new school".

    `names`: words that name people, so that "Mr Holt of Oakfield Academy" begins with Oakfield.
    """
    text, place = reading.text, 0
    yield from (Span(match.start(), match.end(), match.group(), "school") for match in YSGOL.finditer(text))
    yield from (Span(match.start("name"), match.end("name"), match["name"], "school") for match in SAINT.finditer(text))
    while place < len(reading.words):
        last = _end_of_type(reading, place)
        if last is None:
            place += 1
            continue
        first = _begin(reading, place, names, small=not reading.words[last].has_capital)
        if first is not None:
            start, end = reading.words[first].start, reading.words[last].end
            yield Span(start, end, text[start:end], "school")
        place = last + 1


def _end_of_type(reading: Reading, place: int) -> int | None:
    """The last word of "Catholic Primary School", when one begins here."""
    if reading.key(place) not in TYPES | QUALITIES:
        return None
    last = None
    at = place
    while reading.key(at) in TYPES | QUALITIES and (at == place or CLOSE.match(reading.gap(at))):
        last = at if reading.key(at) in TYPES and not reading.words[at].owning else last
        at += 1
    return last


def _begin(reading: Reading, place: int, people: frozenset[int], *, small: bool) -> int | None:
    """Where the name of the school begins; None when it has none."""
    first = place
    while (
        first > max(0, place - MOST_BEFORE)
        and _belongs(reading, first, small=small)
        and not (reading.key(first - 1) == "of" and first - 2 in people)
    ):
        first -= 1
    while first < place and reading.key(first) in JOINS - {"the", "our", "st", "saint"}:
        first += 1
    names = [reading.key(at) for at in range(first, place) if reading.key(at) not in JOINS]
    if not names:
        return None
    return first if not small or _is_named_in_small(reading, first, names, reading.key(place)) else None


def _belongs(reading: Reading, first: int, *, small: bool) -> bool:
    """Whether the word before this one is still part of the name."""
    word = reading.words[first - 1]
    is_saint = word.key in {"st", "c", "e"} and reading.gap(first).strip() == "."
    if not CLOSE.match(reading.gap(first)) and not is_saint:
        return False
    if word.key in JOINS:
        return word.has_capital or not small or word.key in {"of", "y", "st"}
    if word.key in NOT_A_SCHOOL or (word.owning and small and reading.key(first - 2) not in {"st", "saint"}):
        return False
    return word.has_capital or small


def _is_named_in_small(reading: Reading, first: int, names: list[str], kind: str) -> bool:
    """In small letters a name is sure by a word that is no English word, or by what stands before it."""
    if any(name not in ordinary_words() and len(name) > 1 for name in names):
        return len(names) < MOST_BEFORE - 1
    return reading.key(first - 1) in PREPOSITIONS and (len(names) > 1 or kind not in {"school", "college", "nursery"})
