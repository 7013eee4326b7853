"""Words that ask a human to look soon: found in what was sent, however it is spelt. A prompt, never a verdict. Pure.

    find("I dont wanna live anymore", words)          ->   ["hurt_myself"]
    find("We killed time at the bus stop", words)     ->   []

What comes out is which lists the words stand in, never the words: nobody is shown which word it was. Looked for without case,
accents, apostrophes and Arabic vowel marks; with endings, phone spellings and Welsh mutations; and with one letter wrong in a
long word. Which words: an editor's list (cms RiskWord). Tried on labelled sentences in tests/rules/test_risk_words.py.

Two signs in a term of the list:

    hit/kick/punch me        any one of these words stands here; single words only
    think about * dying      up to three other words may stand here, or none

A term with a star has no other words between but where its stars are.
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
ANY_WORDS = "*"  # in a term: here other words may stand
AT_A_STAR = 3  # so many
ONE_OF = "/"  # in a term: between words of which one stands here
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
    """What stands word by word, how many others may stand before each of them, and how many more in the whole."""

    forms: tuple[frozenset[str], ...]
    group: str
    before: tuple[int, ...]
    between: int = 0


def find(text: str, terms: Iterable[RiskTerm]) -> list[str]:
    """The groups of which a word or phrase stands in the text, in order of their names. Nothing found: an empty list."""
    index, masks = _indexed(tuple(terms)), _masks()
    groups: set[str] = set()
    known: dict[str, frozenset[str]] = {}
    for line in lines_of(text):
        words = _masked(line, masks)
        known |= {word: index.meant(word) for word in set(words) - known.keys()}
        meant = [known[word] for word in words]
        here = frozenset[str]().union(*meant)
        hopeless: set[int] = set()
        for place, said in enumerate(meant):
            for phrase in index.starting(said):
                if phrase.group in groups or id(phrase) in hopeless:
                    continue
                if any(forms.isdisjoint(here) for forms in phrase.forms):
                    hopeless.add(id(phrase))
                elif _end(phrase, meant, place, phrase.between):
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
    """The phrase word by word; and, when it is long and without signs, written as one word."""
    forms, before, stars = _spelt(term)
    if not forms:
        return []
    signs = stars or ONE_OF in term.term
    found = [_Phrase(forms, term.group, before, BETWEEN if len(forms) >= LONG_PHRASE and not stars else 0)]
    glued = fold("".join(tokens_of(term.term)))
    if len(forms) > 1 and not signs and len(glued) >= LONG_GLUED and "~" not in glued:
        found.append(_Phrase((frozenset({glued}),), term.group, (0,)))
    return found


def _spelt(term: RiskTerm) -> tuple[tuple[frozenset[str], ...], tuple[int, ...], bool]:
    """The forms of each word of a term, how many others may stand before each, and whether it has a star."""
    forms: list[frozenset[str]] = []
    before: list[int] = []
    stars, free = False, 0
    for part in _parts(term.term):
        if part == ANY_WORDS:
            stars, free = True, AT_A_STAR
            continue
        said = [tokens_of(one) for one in part.split(ONE_OF)]
        words = [[words[0] for words in said if len(words) == 1]] if len(said) > 1 else [[word] for word in said[0]]
        for one_of in filter(None, words):
            forms.append(frozenset[str]().union(*(forms_of(word, term.language) for word in one_of)))
            before.append(free if forms[1:] else 0)
            free = 0
    return tuple(forms), tuple(before), stars


def _parts(term: str) -> list[str]:
    """A term cut where it has a sign: words that stand together stay together, for "my self" is one word."""
    parts: list[str] = []
    together = False
    for word in term.split():
        plain = word != ANY_WORDS and ONE_OF not in word
        if plain and together:
            parts[-1] += f" {word}"
        else:
            parts.append(word)
        together = plain
    return parts


def _masked(words: list[str], masks: _Index) -> list[str]:
    """The words with harmless ways of speaking taken out of the line."""
    meant = [frozenset(variants_of(word) & masks.forms) for word in words]
    kept = list(words)
    for place in range(len(words)):
        for phrase in masks.starting(meant[place]):
            end = _end(phrase, meant, place, 0)
            if end:
                kept[place:end] = [MASK] * (end - place)
    return kept


def _end(phrase: _Phrase, meant: list[frozenset[str]], place: int, between: int, nth: int = 0) -> int:
    """Where the phrase that begins at this place ends, with at most so many other words in the whole of it; 0: it does not stand here."""
    if nth == len(phrase.forms):
        return place
    free = phrase.before[nth]
    for others in range(free + between + 1 if nth else 1):
        at = place + others
        if at >= len(meant):
            return 0
        if not phrase.forms[nth].isdisjoint(meant[at]):
            end = _end(phrase, meant, at + 1, between - max(0, others - free), nth + 1)
            if end:
                return end
    return 0


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
