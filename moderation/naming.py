"""Whether somebody is named in a text: their whole name, or its first or last word, in any script.

Nobody judges a complaint about themselves. So this is generous on purpose: "will" in "I will go" names a worker called Will,
and all that follows is that somebody else makes the second decision. For example:

    is_named("Ben Hughes", "Mr hughes never rings.")   ->   True
    is_named("Ben Hughes", "We went to the beach.")    ->   False
"""

import re
import unicodedata

SHORTEST = 2  # an initial names nobody


def is_named(name: str, text: str) -> bool:
    """Whether the text names this person. Case, accents and invisible characters do not matter."""
    plain = fold(text)
    return any(_stands_in(part, plain) for part in _parts(name))


def fold(text: str) -> str:
    """The text without case, accents, vowel marks and invisible characters."""
    spread = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in spread if unicodedata.category(sign) not in {"Mn", "Cf"})
    return unicodedata.normalize("NFKC", kept)


def _parts(name: str) -> set[str]:
    words = fold(name).split()
    if not words:
        return set()
    return {part for part in (" ".join(words), words[0], words[-1]) if len(part) >= SHORTEST}


def _stands_in(part: str, text: str) -> bool:
    # Scripts without capital letters often join small words to a name, so there it may stand inside a longer word.
    if any(unicodedata.category(sign) == "Lo" for sign in part):
        return part in text
    return re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) is not None
