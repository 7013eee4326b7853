"""Words of a text that its reader sees as a label. Pure.

hide("Ray came. Ray's dog barked.", [Covered("Ray", "[a neighbour]")])
    ->   "[a neighbour] came. [a neighbour]'s dog barked."

Words are covered wherever they stand whole: in capitals, in lower case, over the end of a line. A name that is hidden in one
line and can be read in the next is not hidden.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

SHORTEST = 2  # letters or figures: less than that stands everywhere


@dataclass(frozen=True, slots=True)
class Covered:
    """These words are read as this label."""

    words: str
    label: str


def hide(text: str, covers: Sequence[Covered]) -> str:
    """The text with a label in the place of each covered passage; where two overlap, the label of the one that begins first."""
    found = sorted((start, -end, cover.label) for cover in covers for start, end in places_of(cover.words, text))
    pieces, at = [], 0
    for start, minus_end, label in found:
        if start >= at:
            pieces += [text[at:start], label]
        at = max(at, -minus_end)
    return "".join([*pieces, text[at:]])


def places_of(words: str, text: str) -> list[tuple[int, int]]:
    """Where these words stand whole in a text, whatever their capitals and line ends: (start, end) in code points."""
    return [match.span() for match in _pattern(words).finditer(text)] if can_be_covered(words) else []


def can_be_covered(words: str) -> bool:
    """Whether there is enough of it to be looked for."""
    return sum(letter.isalnum() for letter in words) >= SHORTEST


def says_any(text: str, covers: Iterable[Covered]) -> list[str]:
    """Those of the covered words that a text says."""
    return [cover.words for cover in covers if places_of(cover.words, text)]


@lru_cache(maxsize=512)
def _pattern(words: str) -> re.Pattern[str]:
    parts = words.split()
    first = r"(?<!\w)" if parts[0][0].isalnum() else ""
    last = r"(?!\w)" if parts[-1][-1].isalnum() else ""
    return re.compile(first + r"\s+".join(re.escape(part) for part in parts) + last, re.IGNORECASE)
