"""Words that ask a human to look soon: found in what was sent, however it is spelt. A prompt, never a verdict. Pure.

    find("I dont wanna live anymore", words)          ->   ["hurt_myself"]
    find("We killed time at the bus stop", words)     ->   []

What comes out is which lists the words stand in, never the words: nobody is shown which word it was. Looked for without case,
accents, apostrophes and Arabic vowel marks; with endings, phone spellings and Welsh mutations; and with one letter wrong in a
long word. Which words: an editor's list (cms RiskWord). Tried on labelled sentences in tests/rules/test_risk_words.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from stories.harmless_words import HARMLESS
from stories.word_forms import fold, forms_of, lines_of, tokens_of, variants_of

LONG = 7  # letters: from here on one may be wrong
LONG_WITHOUT_ENDING = 6  # and so long it is without its ending: "stabing" is too near to "staging"
LONG_PHRASE = 3  # words: from here on others may stand between
BETWEEN = 2  # so many in the whole phrase
LONG_GLUED = 8  # letters of a phrase that is also found written as one word
# Long words that are one letter away from a risk word and are words of their own.
_OF_THEIR_OWN = """
stubbing stubbed forging strange stranger couched beaches bleached roommate blooming zooming grouped groaned grooved crooned
threaded threading drawing browning starred staring starting sharing banging lunched bunched learned charmed harmful farming
warming overdue rapping rappers tables package packages baggage
"""
WORDS_OF_THEIR_OWN = frozenset(_OF_THEIR_OWN.split())
MASK = "\0"


@dataclass(frozen=True, slots=True)
class RiskTerm:
    """A word or phrase of the list: its language ("en"), and which worry it may point to ("hurt_myself")."""

    term: str
    language: str
    group: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    forms: tuple[frozenset[str], ...]
    group: str


def find(text: str, terms: Iterable[RiskTerm]) -> list[str]:
    """The groups of which a word or phrase stands in the text, in order of their names. Nothing found: an empty list."""
    index, masks = _indexed(tuple(terms)), _masks()
    groups: set[str] = set()
    known: dict[str, frozenset[str]] = {}
    for line in lines_of(text):
        words = _masked(line, masks)
        known |= {word: index.meant(word) for word in set(words) - known.keys()}
        meant = [known[word] for word in words]
        for place, said in enumerate(meant):
            for phrase in index.starting(said):
                if _stands(phrase, meant, place, between=BETWEEN if len(phrase.forms) >= LONG_PHRASE else 0):
                    groups.add(phrase.group)
    return sorted(groups)


class _Index:
    """The phrases by the forms they begin with, and every long form there is by its first letter."""

    def __init__(self, phrases: Iterable[_Phrase]) -> None:
        self.by_first: dict[str, list[_Phrase]] = {}
        self.forms: set[str] = set()
        self.long: dict[tuple[str, int], set[str]] = {}
        for phrase in phrases:
            self.forms.update(*phrase.forms)
            for forms in phrase.forms:
                if min(len(form) for form in forms) >= LONG_WITHOUT_ENDING:
                    self._keep_long(forms)
            for form in phrase.forms[0]:
                self.by_first.setdefault(form, []).append(phrase)

    def _keep_long(self, forms: frozenset[str]) -> None:
        for form in forms:
            if len(form) >= LONG:
                self.long.setdefault((form[0], len(form)), set()).add(form)

    def meant(self, word: str) -> frozenset[str]:
        """The forms of the list that a written word may be."""
        exact = variants_of(word) & self.forms
        if exact or len(word) < LONG or word in WORDS_OF_THEIR_OWN:
            return frozenset(exact)
        near = (form for length in (-1, 0, 1) for form in self.long.get((word[0], len(word) + length), ()))
        return frozenset(form for form in near if _one_letter_off(word, form))

    def starting(self, meant: frozenset[str]) -> Iterable[_Phrase]:
        """The phrases that begin with one of these forms."""
        return (phrase for form in meant for phrase in self.by_first.get(form, ()))


@lru_cache(maxsize=4)
def _indexed(terms: tuple[RiskTerm, ...]) -> _Index:
    return _Index(phrase for term in terms for phrase in _phrases(term))


@lru_cache(maxsize=1)
def _masks() -> _Index:
    return _Index(phrase for words in HARMLESS for phrase in _phrases(RiskTerm(words, "en", "")))


def _phrases(term: RiskTerm) -> list[_Phrase]:
    """The phrase word by word; and, when it is long, written as one word."""
    words = tokens_of(term.term)
    if not words:
        return []
    found = [_Phrase(tuple(forms_of(word, term.language) for word in words), term.group)]
    glued = fold("".join(words))
    if len(words) > 1 and len(glued) >= LONG_GLUED and "~" not in glued:
        found.append(_Phrase((frozenset({glued}),), term.group))
    return found


def _masked(words: list[str], masks: _Index) -> list[str]:
    """The words with harmless ways of speaking taken out of the line."""
    meant = [frozenset(variants_of(word) & masks.forms) for word in words]
    kept = list(words)
    for place in range(len(words)):
        for phrase in masks.starting(meant[place]):
            if _stands(phrase, meant, place):
                kept[place : place + len(phrase.forms)] = [MASK] * len(phrase.forms)
    return kept


def _stands(phrase: _Phrase, meant: list[frozenset[str]], place: int, *, between: int = 0) -> bool:
    """Whether the phrase stands from this place on, with at most so many other words in the whole of it."""
    for forms in phrase.forms:
        while place < len(meant) and not forms & meant[place]:
            between, place = between - 1, place + 1
            if between < 0:
                return False
        if place >= len(meant):
            return False
        place += 1
    return True


def _one_letter_off(word: str, form: str) -> bool:
    """Whether one letter was left out, put in, changed, or two beside each other were swapped. The first letter is right."""
    if len(word) == len(form):
        differ = [place for place in range(len(word)) if word[place] != form[place]]
        first, last = (differ[0], differ[-1]) if differ else (0, 0)
        swapped = len(differ) == 2 and last == first + 1 and (word[first], word[last]) == (form[last], form[first])
        return len(differ) == 1 or swapped
    short, long = sorted((word, form), key=len)
    place = next((place for place in range(len(short)) if short[place] != long[place]), len(short))
    return short[place:] == long[place + 1 :]
