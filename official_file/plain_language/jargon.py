"""Professional words in a text: where they stand and what they mean. The glossary is an argument; offsets are code points.

For example:

    find_terms("Your IRO came.", [{"term": "IRO", "plain": "the person who leads your reviews", "also": []}])
    -> [Span(start=5, end=8, text="IRO", term="IRO", plain="the person who leads your reviews")]

A term is a whole word or phrase, in the singular or a plain plural, in any case; a term in capitals (an acronym) only in capitals,
so that "PEP" is not found in "pep talk".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from law.wording import gettext_noop

Name = tuple[str, str, str]  # as it may stand in a text, as the glossary has it, what it means
Candidate = tuple[re.Pattern[str], str, str]

WORD = re.compile(r"\w+")
APOSTROPHES = str.maketrans({"\u2019": "'"})

# Words never used to a young person, and what to write instead (look at the sentence again, rather than swap the word).
BANNED: dict[str, str] = {
    "placement": gettext_noop("home, or where you live"),
    "placed with": gettext_noop("moved to live with"),
    "contact": gettext_noop("seeing your family"),
    "LAC": gettext_noop("in care"),
    "looked after child": gettext_noop("child in care"),
    "looked-after child": gettext_noop("child in care"),
    "respite": gettext_noop("a short stay"),
    "sibling": gettext_noop("brother or sister"),
    "your case": gettext_noop("your story, or your file"),
    "the case": gettext_noop("your story, or your file"),
    "this case": gettext_noop("your story, or your file"),
    "case file": gettext_noop("your file"),
    "case note": gettext_noop("what we wrote"),
    "case worker": gettext_noop("your worker"),
    "caseworker": gettext_noop("your worker"),
    "client": gettext_noop("you"),
    "service user": gettext_noop("you"),
    "domain": gettext_noop("part of your life"),
    "parenting capacity": gettext_noop("how your parents could look after you"),
    "corporate parent": gettext_noop("the council, in the job of a parent"),
    "developmental needs": gettext_noop("what you need to grow up well"),
    "challenging behaviour": gettext_noop("what you did, and what was hard at the time"),
    "absconded": gettext_noop("left, or ran away"),
    "non-compliant": gettext_noop("did not want to"),
    "failed to engage": gettext_noop("did not want to talk to us"),
    "difficult to place": gettext_noop("we could not find the right home"),
    "permanency": gettext_noop("a home to stay in"),
    "breakdown": gettext_noop("it ended"),
    "disclosed": gettext_noop("told us"),
    "alleged": gettext_noop("said"),
    "NEET": gettext_noop("not at school, college or work"),
    "MISPER": gettext_noop("away, and we did not know where"),
}


@dataclass(frozen=True, slots=True)
class Span:
    """A term found in a text: `text` as it stands there, `term` as the glossary has it, `plain` its meaning or the better word."""

    start: int
    end: int
    text: str
    term: str
    plain: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text for a template; `term` and `plain` are empty unless the stretch is a term to explain in place."""

    text: str
    term: str = ""
    plain: str = ""


def find_terms(text: str, glossary: Iterable[Mapping[str, Any]]) -> list[Span]:
    """Every glossary term in the text, in order, longest match first, never overlapping. An entry has `term`, `plain` and `also`."""
    return _found(text, tuple((name, one["term"], one["plain"]) for one in glossary for name in (one["term"], *(one.get("also") or ()))))


def find_banned(text: str) -> list[Span]:
    """Every word we never use to a young person, with the word to use instead in `plain`."""
    return _found(text, tuple((word, word, better) for word, better in BANNED.items()))


def mark_terms(text: str, glossary: Iterable[Mapping[str, Any]], seen: set[str] | None = None) -> list[Piece]:
    """Cut the text into pieces, marking each term once; pass one `seen` set per page so that a term is explained once a page."""
    seen = set() if seen is None else seen
    pieces, position = [], 0
    for span in find_terms(text, glossary):
        if span.term in seen:
            continue
        seen.add(span.term)
        pieces += [Piece(text[position : span.start]), Piece(span.text, span.term, span.plain)]
        position = span.end
    return [piece for piece in (*pieces, Piece(text[position:])) if piece.text]


def _found(text: str, names: tuple[Name, ...]) -> list[Span]:
    """The spans of all names, looked for only where a word begins that begins a name; an apostrophe is one however it is written."""
    index, searched = _index(names), text.translate(APOSTROPHES)
    spans: list[Span] = []
    for word in WORD.finditer(searched):
        if spans and word.start() < spans[-1].end:
            continue
        for pattern, term, plain in _candidates(word.group().lower(), index):
            match = pattern.match(searched, word.start())
            if match:
                spans.append(Span(match.start(), match.end(), text[match.start() : match.end()], term, plain))
                break
    return spans


def _candidates(word: str, index: Mapping[str, list[Candidate]]) -> list[Candidate]:
    """The names that can begin with this word, or of which this word is the plural, longest first."""
    found = index.get(word, [])
    if word.endswith("s"):
        found = [*found, *index.get(word[:-1], []), *(index.get(word[:-2], []) if word.endswith("es") else [])]
        found.sort(key=lambda one: -len(one[0].pattern))
    return found


@lru_cache(maxsize=32)
def _index(names: tuple[Name, ...]) -> dict[str, list[Candidate]]:
    """First word -> the patterns of the names that begin with it, longest first."""
    index: dict[str, list[Candidate]] = {}
    for name, term, plain in sorted(names, key=lambda one: -len(one[0])):
        first = WORD.search(name)
        if first:
            index.setdefault(first.group().lower(), []).append((_pattern(name[first.start() :]), term, plain))
    return index


def _pattern(name: str) -> re.Pattern[str]:
    """One name: whole words, with a plain plural; spaces may be any white space. Acronyms keep their capitals."""
    words = r"\s+".join(re.escape(word) for word in name.translate(APOSTROPHES).split())
    return re.compile(rf"{words}(?:s|es)?(?!\w)", 0 if name.isupper() and name.isalpha() else re.IGNORECASE)
