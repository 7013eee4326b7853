"""Which things say the same. Exactly, when their words are the same but for spaces and capitals; nearly, when a scan or a copy has
letters misread and differs in nothing else.

`signature_of` finds candidates without comparing everything with everything (MinHash: two texts share about as many of these
numbers as they share runs of four words); `alike` then compares their words. A word more or less, a number, a name or a "not" that
differs keeps two things apart: a form that is filled in every month is twelve things, and each of them is read.
"""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

NUMBERS = 24  # of one signature
BAND = 4  # numbers that candidates have in common
RUN = 4  # words of one run
FEWEST_WORDS = 12  # a shorter text is a copy of another only when both came from one file
MOST_WORDS = 6_000  # that are compared: some fifteen pages
MOST_IN_A_BAND = 40  # things with the same standard words are not compared with each other without end
NEARLY = 90  # of 100
SAME = 100
SHORTEST_MISREAD = 5  # letters; shorter words differ too easily in what they mean
LETTERS_A_MISTAKE = 6
WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "nothing", "without", "cannot", "neither", "nor"})
MASK = (1 << 32) - 1
SEEDS = tuple((2 * number + 1) * 0x9E3779B1 & MASK for number in range(1, NUMBERS + 1))


def words_of(text: str) -> list[str]:
    """The words of a text as they stand, without punctuation; at most the first so many."""
    return [found.group().replace("’", "'") for found, _number in zip(WORD.finditer(text), range(MOST_WORDS), strict=False)]


def signature_of(text: str) -> list[int]:
    """The numbers by which near copies are found; [] for a text too short to be compared."""
    words = [word.casefold() for word in words_of(text)]
    if len(words) < FEWEST_WORDS:
        return []
    runs = {" ".join(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    hashes = [int.from_bytes(hashlib.blake2b(run.encode(), digest_size=4).digest()) for run in runs]
    return [min((value ^ seed) * 0x85EBCA6B & MASK for value in hashes) for seed in SEEDS]


def candidates(signatures: Iterable[tuple[str, Sequence[int]]]) -> Iterator[tuple[str, str]]:
    """Pairs of names worth comparing, each once, the one given first before the other."""
    places: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for name, numbers in signatures:
        for start in range(0, len(numbers) - BAND + 1, BAND):
            places[start, *numbers[start : start + BAND]].append(name)
    seen: set[tuple[str, str]] = set()
    for names in places.values():
        for pair in combinations(names[:MOST_IN_A_BAND], 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def same_numbers(one: Sequence[int], other: Sequence[int]) -> int:
    """About how much two texts have in common, of 100, by their signatures alone: for "these look alike", never for folding."""
    if not one or len(one) != len(other):
        return 0
    return round(100 * sum(first == second for first, second in zip(one, other, strict=True)) / len(one))


def alike(one: str, other: str) -> int | None:
    """How alike two texts are, of 100: 100 for the same words, from 90 for a poor copy of them, None for two things."""
    first, second = words_of(one), words_of(other)
    if min(len(first), len(second)) < FEWEST_WORDS:
        return None
    small, others = [word.casefold() for word in first], [word.casefold() for word in second]
    if small == others:
        return SAME
    score = fuzz.ratio(small, others, score_cutoff=NEARLY)
    if not score:
        return None
    for step in Levenshtein.opcodes(small, others):
        here, there = first[step.src_start : step.src_end], second[step.dest_start : step.dest_end]
        if step.tag != "equal" and not _misread(here, there):
            return None
    return min(int(score), SAME - 1)


def _misread(here: list[str], there: list[str]) -> bool:
    """Whether these are the same words, of which a program misread letters, or the space between two."""
    if "".join(here).casefold() == "".join(there).casefold():
        return True
    return len(here) == len(there) and all(_one_word(one, other) for one, other in zip(here, there, strict=True))


def _one_word(one: str, other: str) -> bool:
    if one.casefold() == other.casefold():
        return True
    if min(len(one), len(other)) < SHORTEST_MISREAD or _carries_a_fact(one) or _carries_a_fact(other):
        return False
    mistakes = max(1, min(len(one), len(other)) // LETTERS_A_MISTAKE)
    return Levenshtein.distance(one.casefold(), other.casefold(), score_cutoff=mistakes) <= mistakes


def _carries_a_fact(word: str) -> bool:
    """A number, a "not", or what may be a name."""
    return word[0].isupper() or any(letter.isdigit() for letter in word) or word.casefold() in NEGATIONS or word.endswith("n't")
