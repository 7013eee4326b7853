"""Text -> the words one can look for, without accents, capitals and signs. Pure; the same on every database.

    words_of("Mum's café, 4 May 2016") -> ["mums", "cafe", "4", "may", "2016"]

Only letters and numbers are left, so nothing that somebody types is an operator to any database: what is not a word is not there.
"""

import re
import unicodedata
from dataclasses import dataclass

LONGEST_WORD = 40
MOST_WORDS_ASKED = 12  # of one question: nobody remembers more of what they look for

_PLAIN = re.compile(r"[a-z0-9]+")
_APOSTROPHES = re.compile(r"(?<=\w)['\u2019\u02bc](?=\w)")
_SEEN = re.compile(r"[^\W_]+(?:['\u2019\u02bc][^\W_]+)*")
_ARABIC = str.maketrans({"\u0649": "\u064a", "\u0629": "\u0647", "\u0640": None})  # as people type them: alef maksura, ta marbuta, tatweel

# Words that say nothing about what is looked for. They are left out unless nothing else was typed.
SMALL_WORDS = frozenset(
    (
        "a", "about", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "could", "did", "do", "does",
        "for", "from", "had", "has", "have", "he", "her", "him", "his", "how", "i", "in", "is", "it", "its", "me", "my", "of",
        "on", "or", "our", "she", "so", "some", "that", "the", "their", "them", "then", "there", "they", "this", "to", "us",
        "was", "we", "were", "what", "when", "where", "which", "who", "why", "will", "with", "would", "you", "your",
    )
)  # fmt: skip


def fold(text: str) -> str:
    """The text as it is compared: small letters, without accents and marks, apostrophes gone."""
    text = _APOSTROPHES.sub("", text.casefold())
    if text.isascii():
        return text
    parts = unicodedata.normalize("NFKD", text.translate(_ARABIC)).casefold()
    return "".join(sign for sign in parts if not unicodedata.category(sign).startswith("M")).translate(_ARABIC)


def words_of(text: str) -> list[str]:
    """The words of a text, in their order, each at most 40 letters long."""
    folded = fold(text)
    if folded.isascii():
        return [word[:LONGEST_WORD] for word in _PLAIN.findall(folded)]
    return [word[:LONGEST_WORD] for word in _runs(folded)]


def words_once(*texts: str) -> str:
    """Every word of these texts once, in order, as an index keeps them."""
    return " ".join(sorted({word for text in texts for word in words_of(text)}))


def words_asked(query: str) -> list[str]:
    """The words somebody looks for, each once: without small words, unless there are only those; at most twelve."""
    words = list(dict.fromkeys(words_of(query)))
    return ([word for word in words if word not in SMALL_WORDS] or words)[:MOST_WORDS_ASKED]


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `found`: it is a word that was looked for."""

    text: str
    found: bool = False


def marked(text: str, wanted: frozenset[str]) -> list[Piece]:
    """The text in pieces, byte for byte, with the wanted words set apart."""
    pieces, at = [], 0
    for start, end in found_in(text, wanted):
        if start > at:
            pieces.append(Piece(text[at:start]))
        pieces.append(Piece(text[start:end], found=True))
        at = end
    if at < len(text):
        pieces.append(Piece(text[at:]))
    return pieces


def found_in(text: str, wanted: frozenset[str]) -> list[tuple[int, int]]:
    """Where the wanted words stand in the text: start and end of each."""
    return [match.span() for match in _SEEN.finditer(text) if not wanted.isdisjoint(words_of(match.group()))]


def excerpt(text: str, wanted: frozenset[str], length: int) -> str:
    """About `length` characters of the text around the first word that was looked for; "" when none stands in it."""
    flat = " ".join(text.split())
    found = found_in(flat, wanted)
    if not found:
        return ""
    start = max(0, min(found[0][0] - length // 3, len(flat) - length))
    end = min(len(flat), start + length)
    if start and " " in flat[start : found[0][0]]:
        start = flat.index(" ", start) + 1
    if end < len(flat) and " " in flat[found[0][1] : end]:
        end = flat.rindex(" ", found[0][1], end)
    return ("… " if start else "") + flat[start:end] + (" …" if end < len(flat) else "")


def _runs(folded: str) -> list[str]:
    """Runs of letters and numbers of any script."""
    return "".join(sign if unicodedata.category(sign)[0] in "LN" else " " for sign in folded).split()
