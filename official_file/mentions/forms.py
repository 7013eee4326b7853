"""Every form in which people write a name, as words to be compared. Pure.

forms_of("Sarah Jane Whitfield-Cole")  ->  "sarah whitfield cole" WHOLE, "s whitfield" WITH_INITIAL, "sally cole" WHOLE,
                                           "sarah" FIRST, "cole" LAST, "sjw" INITIALS ...
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from itertools import combinations

from rapidfuzz.distance import OSA

from official_file.mentions.wordlists import named, nicknames
from people.written_names import folded

Words = tuple[str, ...]

TITLES = named("titles")
SHORT_TITLES = frozenset(("mr", "mrs", "ms", "mx", "dr", "prof", "rev", "revd", "sgt", "cllr", "fr", "sr"))  # a full stop may follow
KIN_TITLES = named("kin_titles")
KIN_WORDS = named("kin_alone") | named("weak_kin") | named("kin_before")
PARTICLES = named("particles")
PAIRED = named("paired")
FAMILY_FIRST = frozenset(
    ["nguyen", "tran", "pham", "hoang", "huynh", "phan", "dang", "bui", "duong", "vu", "vo", "le", "ly", "ngo"]
)  # Vietnamese
JOINS = frozenset(("and", "or"))  # "Mr and Mrs Tunnicliffe"
MOST_UNITS = 6
HYPHEN = re.compile(r"[-\u2010-\u2015.]")
# Initials that mean something else in the notes of social work.
NOT_INITIALS = named("not_initials")


class Form(IntEnum):
    """How much of the name a form holds; the larger, the surer it is who is meant."""

    INITIALS = 1
    LAST = 2
    MIDDLE = 3  # in many countries the father's own name: what is the middle of one name is then the first of another
    FIRST = 4
    WITH_INITIAL = 5
    WHOLE = 6


@lru_cache(maxsize=4096)
def forms_of(name: str) -> dict[Words, Form]:
    """Each form of the name, as its words. Titles at its beginning are left out: they say nothing about who it is."""
    units = _units(name)
    found: dict[Words, Form] = {}
    for words, form in _all_forms(units):
        if words and found.get(words, Form.INITIALS) <= form:
            found[words] = form
    return found


def _all_forms(units: list[list[Words]]) -> Iterator[tuple[Words, Form]]:
    yield from _alone(units)
    if len(units) < 2:
        return
    yield _joined(units), Form.WHOLE
    for one, other in combinations(range(len(units)), 2):
        yield from _pairs(units[one], units[other])
    yield from _with_initials(units)


def _alone(units: list[list[Words]]) -> Iterator[tuple[Words, Form]]:
    """Each part of the name by itself."""
    last = len(units) - 1
    given, family = (last, 0) if last > 0 and units[0][0][0] in FAMILY_FIRST else (0, last)
    for place, unit in enumerate(units):
        form = Form.FIRST if place == given else Form.LAST if place == family else Form.MIDDLE
        yield from ((words, form) for words in unit if not (place and len(words) == 1 and words[0] in PARTICLES))
        if form is Form.MIDDLE:
            yield from _called_by_the_middle(unit, units[family])


def _called_by_the_middle(unit: list[Words], family: list[Words]) -> Iterator[tuple[Words, Form]]:
    """Mary Kathleen Ward is Kath to everybody."""
    for other in nicknames().get(unit[0][-1], ()):
        yield (other,), Form.MIDDLE
        yield from (((other, *last), Form.WHOLE) for last in family)


def _joined(units: list[list[Words]]) -> Words:
    return tuple(word for unit in units for word in unit[0])


def _pairs(one: list[Words], other: list[Words]) -> Iterator[tuple[Words, Form]]:
    """Two of the words of a name, in either order and run together; and the one with the initial of the other."""
    letters = dict.fromkeys(word[0] for word in other[0])
    for first in one:
        for last in other:
            yield first + last, Form.WHOLE
            yield last + first, Form.WHOLE
            if len(first) == len(last) == 1 and len(first[0] + last[0]) > 6:
                yield (first[0] + last[0],), Form.WHOLE
        yield from (((*first, letter), Form.WITH_INITIAL) for letter in letters)
    for last in other:
        yield (one[0][0][0], *last), Form.WITH_INITIAL
    for first in one:
        yield from (((letter, *first), Form.WITH_INITIAL) for letter in letters)
    for last in other:
        yield (*last, one[0][0][0]), Form.WITH_INITIAL


def _with_initials(units: list[list[Words]]) -> Iterator[tuple[Words, Form]]:
    """S J Whitfield, SJ Whitfield, Sarah J Whitfield; S.J.W., SJW, and with both halves of a double name."""
    first = [unit[0][0][0] for unit in units]
    double = [word[0] for word in units[0][0]]  # J-P Dubois
    for last in units[-1]:
        if len(double) > 1:
            yield from (((*double, *last), Form.WITH_INITIAL), (("".join(double), *last), Form.WITH_INITIAL))
        yield (*first[:-1], *last), Form.WITH_INITIAL
        yield ("".join(first[:-1]), *last), Form.WITH_INITIAL
        for name in units[0]:
            yield (*name, *first[1:-1], *last), Form.WHOLE
    both = [*first[:-1], *(word[0] for word in units[-1][0])]
    for letters in (first, both, [first[0], first[-1]]):
        yield tuple(letters), Form.INITIALS
        if len("".join(letters)) > 1 and "".join(letters) not in NOT_INITIALS:
            yield ("".join(letters),), Form.INITIALS


def _is_no_name(part: str) -> bool:
    """Whether this word only says who they are: "Mum's partner Dave" is called Dave."""
    key = folded(part)
    owning = part.endswith(("'s", "\u2019s")) and key[:-1] in KIN_WORDS
    return owning or (part[0].islower() and key in KIN_WORDS)


def _units(name: str) -> list[list[Words]]:
    """The parts of a name, each with every way of writing it; what belongs to the next word (O', van, al-) is part of it."""
    raw = [part for part in name.replace("/", " ").split() if folded(part) and folded(part) not in JOINS and not _is_no_name(part)]
    while len(raw) > 1 and folded(raw[0]).replace(" ", "") in TITLES | KIN_TITLES:
        raw = raw[1:]
    if len(raw) == 2 and raw[0].endswith(","):
        raw = [raw[1], raw[0]]
    found, before = [], []
    for place, part in enumerate(raw[:MOST_UNITS]):
        words = [folded(one).replace(" ", "") for one in HYPHEN.split(part) if folded(one)]
        if len(words) == 1 and words[0] in PAIRED and 0 < place < len(raw) - 1:
            before += words
            continue
        found.append(list(dict.fromkeys(_ways(part, words, before, is_last=place > 0))))
        before = []
    return found


def _ways(part: str, words: list[str], before: list[str], *, is_last: bool) -> Iterator[Words]:
    """The ways of writing one part of a name, the fullest first."""
    particles = [*before, *(word for word in words[:-1] if word in PAIRED)]
    rest = [word for word in words if word not in particles] or words
    yield (*before, *words)
    if before or len(words) > 1:
        yield ("".join((*before, *words)),)
        yield tuple(rest)
    for word in rest:
        yield (word,)
        yield (*before, word)
        yield from ((other,) for other in _others(word, is_last=is_last))
    for piece in HYPHEN.split(part):
        yield from _spellings(piece, folded(piece).replace(" ", ""))
    if len(rest) > 1:
        yield from ((other, *rest[1:]) for other in _others(rest[0], is_last=is_last))


def _others(word: str, *, is_last: bool) -> list[str]:
    """What else the bearer is called. A family name has other spellings (Hassan, Hasan) and no short form."""
    return [other for other in nicknames().get(word, ()) if not is_last or (len(word) > 4 and OSA.distance(word, other) <= 1)]


def _spellings(part: str, word: str) -> Iterator[Words]:
    """O'Brien without its sign, McDonald as MacDonald and apart."""
    apart = re.match(r"(\w{1,2})['\u2019\u2018`](\w+)$", part)
    if apart:
        yield (folded(apart[1]), folded(apart[2]))
        yield (folded(apart[2]),)
    clan = re.match(r"(mac|mc)(\w{3,})$", word)
    if clan and (clan[1] == "mc" or part[3:4].isupper()):
        for start in ("mc", "mac"):
            yield (start + clan[2],)
            yield (start, clan[2])
    if re.match(r"o[bcdfghklmnrst]\w{3,}$", word) and part[:2].casefold() in {"o'", "o\u2019"}:
        yield ("o", word[1:])
