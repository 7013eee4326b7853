"""A passphrase of three random words from a list of short, kind words (NCSC: three random words; no expiry, no complexity rules).

suggest(secrets.SystemRandom())   ->   "maple-rocket-violin"
"""

from functools import cache
from pathlib import Path
from random import Random

WORDS_FILE = Path(__file__).with_name("passphrase_words.txt")
HOW_MANY = 3


@cache
def words() -> tuple[str, ...]:
    """The word list, in the order of its file. Raises OSError when the file is missing."""
    lines = WORDS_FILE.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


def suggest(rng: Random, separator: str = "-") -> str:
    """Three different words chosen by `rng`; pass `secrets.SystemRandom()` outside tests."""
    return separator.join(rng.sample(words(), HOW_MANY))
