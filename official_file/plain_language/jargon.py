"""Professional words in a text: where they stand and what they mean. The glossary is an argument; offsets are code points.

find_terms("Your IRO came.", [{"term": "IRO", "plain": "the person who leads your reviews", "also": []}])
-> [Span(start=5, end=8, text="IRO", term="IRO", plain="the person who leads your reviews")]
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any


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
    """Every glossary term in the text, in order, longest match first, never overlapping."""
    raise NotImplementedError


def find_banned(text: str) -> list[Span]:
    """Every word we never use to a young person, with the word to use instead in `plain`."""
    raise NotImplementedError


def mark_terms(text: str, glossary: Iterable[Mapping[str, Any]], seen: set[str] | None = None) -> list[Piece]:
    """Cut the text into pieces, marking each term once; pass one `seen` set per page so that a term is explained once a page."""
    raise NotImplementedError
