"""Lists of words that finding people needs, read once from the files beside this one. Pure; no network, nothing written.

sets.txt holds small lists by name; words.txt ordinary English words (from SCOWL, see LICENCE-words.txt): a name among them may be
only a word. nicknames.txt holds what people call one another.
"""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@lru_cache(maxsize=1)
def _sets() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    name = ""
    for line in (DATA / "sets.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif not line.startswith("#"):
            found.setdefault(name, set()).update(line.split())
    return {name: frozenset(words) for name, words in found.items()}


def named(name: str) -> frozenset[str]:
    """A list of sets.txt. Raises KeyError when there is none of this name."""
    return _sets()[name]


# Words by the dictionary, and hardly ever so in a note about a family: nobody writes "harry" or "to peter out" there.
HARDLY_WORDS = named("hardly_words")
MONTHS = named("months")
DAYS = named("days")
# Towns and countries that are also names: "in Preston" is not somebody.
PLACES = named("places")


@lru_cache(maxsize=1)
def ordinary_words() -> frozenset[str]:
    """English words that are written with a small letter, three to eleven letters long."""
    return frozenset((DATA / "words.txt").read_text(encoding="utf-8").split()) - HARDLY_WORDS


@lru_cache(maxsize=1)
def nicknames() -> dict[str, tuple[str, ...]]:
    """Each name with what else its bearer is called."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in (DATA / "nicknames.txt").read_text(encoding="utf-8").splitlines():
        group = [] if line.startswith("#") else line.split()
        for name in group:
            found[name] |= {*group} - {name}
    return {name: tuple(sorted(others)) for name, others in found.items()}


def is_only_a_word(word: str) -> bool:
    """Whether this may be no name at all: an ordinary word, a month, or too short to tell."""
    return word in ordinary_words() or word in MONTHS or len(word) < 3
