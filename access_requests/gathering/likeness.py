"""Which things say the same. Exactly, when their words are the same but for spaces and capitals; nearly, when a scan or a copy has
letters misread and differs in nothing else.

`signature_of` finds candidates without comparing everything with everything (MinHash: two texts share about as many of these
numbers as they share runs of three words); `alike` then compares their words. A word more or less, a number, a name or a "not" that
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
BAND = 2  # numbers that candidates have in common, side by side
RUN = 3  # words of one run
FEWEST_WORDS = 12  # a shorter text is a copy of another only when both came from one file
MOST_WORDS = 6_000  # that are compared: some fifteen pages
MOST_IN_A_BAND = 30  # things with the same standard words are not compared with each other without end
NEARLY = 90  # of 100
SAME = 100
LONG_WORD = 8  # letters; shorter words that differ in one letter too often mean something else
CONFUSED = (("rn", "m"), ("cl", "d"), ("vv", "w"), ("I", "l"), ("ii", "u"), ("fi", "h"))
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
    if all(_misread(first[a:b], second[c:d]) for a, b, c, d in _differing(small, others)):
        return min(int(score), SAME - 1)
    return None


def _differing(first: list[str], second: list[str]) -> Iterator[tuple[int, int, int, int]]:
    """Where two texts differ: from and to in the one, from and to in the other; what lies side by side is one place."""
    places: list[list[int]] = []
    for step in Levenshtein.opcodes(first, second):
        if step.tag == "equal":
            continue
        if places and (places[-1][1], places[-1][3]) == (step.src_start, step.dest_start):
            places[-1][1], places[-1][3] = step.src_end, step.dest_end
        else:
            places.append([step.src_start, step.src_end, step.dest_start, step.dest_end])
    yield from ((a, b, c, d) for a, b, c, d in places)


def _misread(here: list[str], there: list[str]) -> bool:
    """Whether these are the same words, of which a program misread letters, or the space between two."""
    if "".join(here).casefold() == "".join(there).casefold():
        return True
    return len(here) == len(there) and all(_one_word(one, other) for one, other in zip(here, there, strict=True))


def _one_word(one: str, other: str) -> bool:
    """The same, or what scanners make of the same: "rn" for "m", "I" for "l"; in a long word, one letter more or other."""
    if one.casefold() == other.casefold():
        return True
    if _carries_a_fact(one) or _carries_a_fact(other):
        return False
    if _as_a_scanner_sees(one) == _as_a_scanner_sees(other):
        return True
    return min(len(one), len(other)) >= LONG_WORD and Levenshtein.distance(one, other, score_cutoff=1) <= 1


def _as_a_scanner_sees(word: str) -> str:
    for seen, meant in CONFUSED:
        word = word.replace(seen, meant)
    return word.casefold()


def _carries_a_fact(word: str) -> bool:
    """A number, a "not", or what may be a name."""
    return word[0].isupper() or any(letter.isdigit() for letter in word) or word.casefold() in NEGATIONS or word.endswith("n't")
