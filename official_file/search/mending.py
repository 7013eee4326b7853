"""What a typed word can mean among the words its reader may see. Pure: the vocabulary is all it ever knows.

A word that stands only in something closed is not in the vocabulary, so it is answered like a word that does not exist: by the
same steps, with the same result. In order, the first that gives something:

 1. the word itself, and words that begin with it when it has three letters ("foster": foster, fostering);
 2. two words written as one, or a word cut in two ("fostercarer", "foot ball");
 3. words that differ by a few letters, or that sound the same ("plasement", "skool"). Numbers are never mended.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORTEST_BEGINNING = 3  # letters from which a word also finds those that begin with it
MOST_BEGINNINGS = 60
MOST_MENDED = 3  # words that one misspelt word is looked for as
SOUNDS_THE_SAME = 0.5  # what a word that only sounds the same is worth, in letters changed

_SOUNDS = (
    ("tion", "shan"), ("sion", "shan"), ("cian", "shan"), ("ough", "af"), ("augh", "af"), ("igh", "i"), ("sch", "sk"), ("tch", "ch"),
    ("dge", "j"), ("ph", "f"), ("ck", "k"), ("qu", "kw"), ("x", "ks"), ("wr", "r"), ("kn", "n"), ("gn", "n"), ("wh", "w"), ("gh", "g"),
    ("ce", "se"), ("ci", "si"), ("cy", "si"), ("ge", "je"), ("gi", "ji"), ("th", "t"), ("c", "k"), ("z", "s"), ("mb", "m"), ("y", "i"),
)  # fmt: skip
_VOWELS = "aeiou"
_LIKE_A = re.compile(r"(?<=..)(?:[eoa]r|(?<=t)re)$")  # at the end: brother, doctor, centre


@dataclass(frozen=True, slots=True)
class Term:
    """One typed word and the words it is looked for as. `mended`: those that are not what was typed, best first."""

    typed: str
    words: frozenset[str]
    mended: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Meant:
    """What a question can mean: its terms, and the typed words that nothing in the vocabulary is like."""

    terms: tuple[Term, ...]
    unknown: tuple[str, ...]

    @property
    def wanted(self) -> frozenset[str]:
        """Every word to look for and to mark."""
        return frozenset().union(*(term.words for term in self.terms)) if self.terms else frozenset()


def meant(typed: Sequence[str], vocabulary: Collection[str]) -> Meant:
    """What these words (folded, in order) can mean among those of the vocabulary (a set)."""
    terms: list[Term] = []
    unknown: list[str] = []
    left = list(typed)
    while left:
        word = left.pop(0)
        known = _as_typed(word, vocabulary)
        joined = f"{word}{left[0]}" if left and not {word, left[0]}.issubset(vocabulary) else ""
        if joined and joined in vocabulary:
            terms.append(_mended(f"{word} {left.pop(0)}", [joined], vocabulary))
        elif known:
            terms.append(Term(word, known | _joined(word, typed, vocabulary)))
        else:
            _take(word, vocabulary, terms, unknown)
    return Meant(tuple(terms), tuple(unknown))


def _take(word: str, vocabulary: Collection[str], terms: list[Term], unknown: list[str]) -> None:
    """Steps 2 and 3 for one word."""
    halves = _cut(word, vocabulary)
    if halves:
        terms += [_mended(word, [half], vocabulary) for half in halves]
        return
    like = words_like(word, vocabulary)
    if like:
        terms.append(_mended(word, like, vocabulary))
    else:
        unknown.append(word)


def _mended(typed: str, words: Sequence[str], vocabulary: Collection[str]) -> Term:
    """A term that is looked for as these words, and as those that begin with them: as if they had been typed."""
    return Term(typed, frozenset().union(*(_as_typed(word, vocabulary) for word in words)), tuple(words))


def _as_typed(word: str, vocabulary: Collection[str]) -> frozenset[str]:
    same = {word} if word in vocabulary else set()
    if len(word) < SHORTEST_BEGINNING or word.isdigit():
        return frozenset(same)
    longer = sorted((one for one in vocabulary if one.startswith(word)), key=lambda one: (len(one), one))
    return frozenset(same.union(longer[:MOST_BEGINNINGS]))


def _joined(word: str, typed: Sequence[str], vocabulary: Collection[str]) -> frozenset[str]:
    """The word written together with the one before or after it, where the vocabulary has that: "lock down", "lockdown"."""
    pairs = (f"{one}{other}" for one, other in pairwise(typed) if word in (one, other))
    return frozenset(pair for pair in pairs if pair in vocabulary)


def _cut(word: str, vocabulary: Collection[str]) -> tuple[str, ...]:
    """The two words of the vocabulary that this one is, written together; none when it is not."""
    cuts = range(SHORTEST_BEGINNING, len(word) - SHORTEST_BEGINNING + 1)
    both = (at for at in cuts if word[:at] in vocabulary and word[at:] in vocabulary)
    at = next(both, None)
    return () if at is None else (word[:at], word[at:])


def words_like(word: str, vocabulary: Iterable[str]) -> list[str]:
    """At most three words of the vocabulary that somebody may have meant, the nearest first."""
    allowed = _changes_allowed(word)
    if not allowed:
        return []
    choices = [one for one in vocabulary if not one[0].isdigit() and len(one) > 1]
    by_letter = {one: float(changes) for one, changes, _at in _near(word, choices, allowed)}
    sounds = [sound_of(one) for one in choices]
    for _sound, changes, at in _near(sound_of(word), sounds, max(allowed - 1, 0)):
        by_letter[choices[at]] = min(by_letter.get(choices[at], allowed), changes + SOUNDS_THE_SAME)
    ranked = sorted(by_letter, key=lambda one: (by_letter[one] - _looks_alike(word, one), abs(len(one) - len(word)), one))
    likely = [one for one in ranked if by_letter[one] <= 1 or _begins_alike(word, one)]
    return [one for one in likely if by_letter[one] <= by_letter[likely[0]]][:MOST_MENDED]


def _near(word: str, choices: list[str], allowed: int) -> list[tuple[str, int, int]]:
    """The choices within so many changed letters, each with how many and its place in the list."""
    return process.extract(word, choices, scorer=OSA.distance, score_cutoff=allowed, limit=40)


def _begins_alike(word: str, other: str) -> bool:
    """Whether both begin with the same letter or sound: a word that differs in much is hardly mistaken in that as well."""
    return word[0] == other[0] or sound_of(word)[:1] == sound_of(other)[:1]


def _looks_alike(word: str, other: str) -> float:
    """Half a letter's worth for the same beginning, a quarter for the same ending: people rarely mistake those."""
    return 0.5 * (word[0] == other[0]) + 0.25 * (word[-1] == other[-1])


def _changes_allowed(word: str) -> int:
    """How many letters may be wrong: none in a number or in a word of one or two letters, one to three in longer ones."""
    if any(sign.isdigit() for sign in word) or len(word) < SHORTEST_BEGINNING:
        return 0
    return 1 if len(word) <= 4 else 2 if len(word) <= 8 else 3


@lru_cache(maxsize=50_000)
def sound_of(word: str) -> str:
    """A rough key of how an English word sounds: words with the same key are often written for each other."""
    word = _LIKE_A.sub("a", word)
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    key = word[0] if word else ""
    for sign in word[1:]:
        sign = "a" if sign in _VOWELS else sign
        if sign != key[-1]:
            key += sign
    return "a" + key[1:] if key and key[0] in _VOWELS else key
