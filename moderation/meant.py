"""Whether somebody is meant by a text, however they are called in it: nickname, one letter wrong, initials. Pure, and generous.

    is_meant(("Ben Hughes",), "benny lied")        ->   True
    is_meant(("Ben Hughes",), "mr hughs lied")     ->   True
    is_meant(("Ben Hughes",), "Mr H lied")         ->   True
    is_meant(("Ben Hughes",), "the bench broke")   ->   False

It rests on the mentions of official_file, which ask whether a word stands for somebody where it stands, and adds what a young
person types in a hurry. Too much found means only that somebody else makes the second decision; too little, that somebody
judges a complaint about themselves.
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from moderation.naming import fold, is_named
from official_file.mentions import Known, find
from official_file.mentions.forms import Form, forms_of
from official_file.mentions.wordlists import named, nicknames, ordinary_words

WORD = re.compile(r"\w+")
TITLED = r"(?<!\w)(?:mr|mrs|ms|miss|mx|dr|sir)\.?\s+{initial}(?!\w)"
SHORTEST_SLIP, ANY_SLIP = 3, 4  # in a name of three letters only two changed places or one doubled
INITIALS = 2


@lru_cache(maxsize=64)
def is_meant(names: tuple[str, ...], text: str) -> bool:
    """Whether the text means somebody with one of these names: the whole name first, then what else they are called."""
    if not text.strip():
        return False
    if any(is_named(name, text) for name in names):
        return True
    words = frozenset(WORD.findall(fold(text)))
    if any(_is_hinted(name, words, fold(text)) for name in names):
        return True
    return any(span.kind == "name" and span.connection == 0 for span in find(text, [Known(names, professional=True)]))


def _is_hinted(name: str, words: frozenset[str], text: str) -> bool:
    parts = fold(name).split()
    if len(parts) > 1 and re.search(TITLED.format(initial=re.escape(parts[-1][0])), text):
        return True
    if len(parts) > 1 and _initials(parts) in words:
        return True
    called = _called(name)
    plain = ordinary_words() | nicknames().keys()
    return any(word in called or (word not in plain and any(_is_slip(word, one) for one in called)) for word in words)


def _initials(parts: list[str]) -> str:
    """ "bh"; "" where the letters make a word or mean something else."""
    letters = "".join(part[0] for part in parts)
    known = ordinary_words() | named("not_initials") | {one.casefold() for one in named("not_initials")}
    return letters if len(letters) >= INITIALS and letters.isascii() and letters not in known else "-"


@lru_cache(maxsize=512)
def _called(name: str) -> frozenset[str]:
    """The single words by which they are called, nicknames too; none that is an ordinary word besides."""
    forms = ((words[0], form) for words, form in forms_of(name).items() if len(words) == 1)
    found = {word for word, form in forms if form in (Form.FIRST, Form.MIDDLE, Form.LAST)}
    return frozenset(word for word in found if word not in ordinary_words() and len(word) >= SHORTEST_SLIP)


def _is_slip(word: str, name: str) -> bool:
    """Whether one letter is wrong, missing, too many or changed with its neighbour; never the first, and only in scripts with capitals."""
    if word[0] != name[0] or len(word) < SHORTEST_SLIP or name.upper() == name:
        return False
    if len(name) < ANY_SLIP:
        return sorted(word) == sorted(name) or re.sub(r"(.)\1", r"\1", word) == name
    return bool(OSA.distance(word, name, score_cutoff=1) <= 1)
