"""A passphrase of three random words from a list of short, kind words (NCSC: three random words; no expiry, no complexity rules).

suggest(secrets.SystemRandom())       ->   "maple-rocket-violin"
as_typed("Maple rocket violin ")      ->   as it is, "maple rocket violin", "maple-rocket-violin"
"""

import re
from functools import cache
from pathlib import Path
from random import Random

WORDS_FILE = Path(__file__).with_name("passphrase_words.txt")
HOW_MANY = 3
BETWEEN_WORDS = re.compile(r"[\s-]+")


@cache
def words() -> tuple[str, ...]:
    """The word list, in the order of its file. Raises OSError when the file is missing."""
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def suggest(rng: Random, separator: str = "-") -> str:
    """Three different words chosen by `rng`; pass `secrets.SystemRandom()` outside tests."""
    return separator.join(rng.sample(words(), HOW_MANY))


def as_typed(given: str) -> list[str]:
    """What somebody may mean who typed this: first exactly this, then without what a phone's keyboard adds.

    A keyboard begins with a capital, puts a space after a word it completes, and makes it easier to type a space than a dash.
    Three guesses for one do not matter: each passphrase is one of billions, and wrong ones are counted.
    """
    found = [word for word in BETWEEN_WORDS.split(given) if word]
    plain = [found[0][:1].lower() + found[0][1:], *found[1:]] if found else []
    return list(dict.fromkeys((given, " ".join(plain), "-".join(plain)))) if plain else [given]
