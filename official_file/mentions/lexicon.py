"""The names of one file as one automaton, so that a text is read once however many names there are. Pure.

Words that are one slip away from a name are put right before they are looked up, and never when they are English words.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import ahocorasick
from rapidfuzz.distance import OSA

from official_file.mentions.forms import Form, Words, forms_of
from official_file.mentions.known import Known
from official_file.mentions.reading import Reading
from official_file.mentions.wordlists import DAYS, MONTHS, PLACES, is_only_a_word, named, nicknames, ordinary_words

SHORTEST_WITH_A_SLIP, SURE_WITH_A_SLIP, LONGEST = 4, 5, 24
SHORTEST_APART = 6
SCANNED = (
    ("0", "o"),
    ("1", "l"),
    ("1", "i"),
    ("5", "s"),
    ("8", "b"),
    ("rn", "m"),
    ("vv", "w"),
    ("cl", "d"),
    ("ii", "u"),
    ("6", "b"),
    ("m", "rn"),
)
ARABIC_BEFORE = ("وال", "بال", "لل", "ال", "و", "ل", "ب", "ف", "ك")  # and, with, to, the: written onto the name

BRANDS = named("brands")
NOT_ODD = BRANDS | named("not_people") | named("roles") | DAYS | MONTHS | PLACES
Bearers = dict[int, Form]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words `first` to before `last` are a form of a name; whose it can be, and how much of their name it is."""

    first: int
    last: int
    bearers: Bearers
    slips: int


class Lexicon:
    """Every form of every name, ready to be looked for."""

    def __init__(self, known: Sequence[Known]) -> None:
        self._bearers: dict[Words, Bearers] = defaultdict(dict)
        for number, one in enumerate(known):
            for name in one.names:
                self._add(number, name)
        self.name_words = {word for words in self._bearers for word in words if len(word) > 1}
        self._near = _by_deletion(self.name_words)
        self._automaton = _automaton(self._bearers)
        self._slips: dict[str, str] = {}

    def _add(self, number: int, name: str) -> None:
        for words, form in forms_of(name).items():
            if self._bearers[words].get(number, Form.INITIALS) <= form:
                self._bearers[words][number] = form

    def hits(self, reading: Reading) -> Iterator[Hit]:
        """Every form of a name in the text, overlapping ones too."""
        if not self._bearers:
            return
        keys, slips = self._put_right(reading)
        places, line, at = {}, [" "], 1
        for place, key in enumerate(keys):
            places[at] = place
            line += (key, " ")
            at += len(key) + 1
        for end, words in self._automaton.iter("".join(line)):
            first = places[end - sum(map(len, words)) - len(words) + 1]
            last = first + len(words)
            yield Hit(first, last, self._bearers[words], sum(slips[first:last]))
        yield from self._torn(keys, reading)

    def _torn(self, keys: list[str], reading: Reading) -> Iterator[Hit]:
        """Names that a scanner tore in two: "Whit field"."""
        for place, (one, other) in enumerate(zip(keys, keys[1:], strict=False)):
            both = (one + other,)
            if SHORTEST_APART <= len(both[0]) <= LONGEST and both in self._bearers and len(reading.gap(place + 1)) == 1:
                yield Hit(place, place + 2, self._bearers[both], 1)

    def _put_right(self, reading: Reading) -> tuple[list[str], list[bool]]:
        """The words as they are compared, slips of the hand and of the scanner put right; and which of them had one."""
        keys, slips = [], []
        for place, word in enumerate(reading.words):
            meant = word.key if word.key in self.name_words else self._meant(word.key, capital=word.has_capital)
            if meant == word.key and word.has_capital and word.key in ordinary_words() and _is_odd(reading, place):
                meant = self._nearest_of(word.key) or word.key
            keys.append(meant)
            slips.append(meant != word.key)
        return keys, slips

    def _meant(self, key: str, *, capital: bool) -> str:
        """The word of a name that was meant; the word itself when none was."""
        if not SHORTEST_WITH_A_SLIP <= len(key) <= LONGEST or key.isdecimal():
            return key
        memory = key.upper() if capital else key
        if memory not in self._slips:
            self._slips[memory] = self._nearest(key, capital=capital)
        return self._slips[memory]

    def _nearest(self, key: str, *, capital: bool) -> str:
        for other in _other_readings(key):
            if other in self.name_words and (len(other) > SURE_WITH_A_SLIP - 2 or capital) and not is_only_a_word(key):
                return other
        if key.endswith("s") and key[:-1] in self.name_words and (capital or not is_only_a_word(key)):
            return key[:-1]  # an owning s without its apostrophe, and families: the Whitfields
        if key in ordinary_words() or key in nicknames() or key in BRANDS:
            return key
        return self._nearest_of(key, shortest=SHORTEST_WITH_A_SLIP if capital else SURE_WITH_A_SLIP) or key

    def _nearest_of(self, key: str, shortest: int = SURE_WITH_A_SLIP) -> str:
        """The name one slip away, empty when there is none."""
        parts = _deletions(key) if SHORTEST_WITH_A_SLIP <= len(key) <= LONGEST else ()
        near = {name for part in parts for name in self._near.get(part, ()) if len(name) >= shortest and _is_one_slip(key, name)}
        return min(near, key=lambda name: (name[0] != key[0], abs(len(name) - len(key)), name), default="")


def _is_odd(reading: Reading, place: int) -> bool:
    """Whether this word, an English one, has a capital where none belongs: "Shine" for Shane."""
    word = reading.words[place]
    if reading.is_small or word.key in NOT_ODD or reading.begins_sentence(place) or reading.among_capitals(place):
        return False
    beside = reading.words[max(0, place - 1) : place] + reading.words[place + 1 : place + 2]
    return not any(one.has_capital and one.key in ordinary_words() for one in beside)


def _is_one_slip(key: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many or changed with its neighbour; in short names never the first."""
    if min(len(key), len(name)) < SHORTEST_WITH_A_SLIP or OSA.distance(key, name, score_cutoff=1) > 1:
        return False
    return key[0] == name[0] or len(name) > SURE_WITH_A_SLIP or key[:2] == name[1::-1]


def _other_readings(key: str) -> Iterator[str]:
    """What a scanner may have made of a name, and an Arabic name without the small words written onto it."""
    for wrong, right in SCANNED:
        if wrong in key:
            yield key.replace(wrong, right)
    if any(sign.isdigit() for sign in key):
        yield key.translate(str.maketrans("01586", "olsbb"))
    if "\u0600" <= key[0] <= "\u06ff":
        yield from (key[len(before) :] for before in ARABIC_BEFORE if key.startswith(before) and len(key) > len(before) + 1)


def _deletions(word: str) -> list[str]:
    return [word, *(word[:place] + word[place + 1 :] for place in range(len(word)))]


def _by_deletion(words: set[str]) -> dict[str, list[str]]:
    """The words that become this one by leaving out at most one letter."""
    found: dict[str, list[str]] = defaultdict(list)
    for word in words:
        if len(word) >= SHORTEST_WITH_A_SLIP:
            for part in set(_deletions(word)):
                found[part].append(word)
    return found


def _automaton(forms: dict[Words, Bearers]) -> ahocorasick.Automaton:
    automaton = ahocorasick.Automaton()
    for words in forms:
        automaton.add_word(f" {' '.join(words)} ", words)
    automaton.make_automaton()
    return automaton


@lru_cache(maxsize=16)
def lexicon_of(known: tuple[Known, ...]) -> Lexicon:
    """The automaton of these people; those of the last few files are kept, because a file has many texts."""
    return Lexicon(known)
